namespace Ingest.Core.Layouts;

/// <summary>Compares a printed wording with a known one; both folded.</summary>
internal static class TextSimilarity
{
    /// <summary>Words that turn a term into another one when they stand before it.</summary>
    private static readonly string[] _turning = ["非", "上级", "下级", "对附属", "无"];

    /// <summary>
    /// Shorter texts are no evidence for longer ones: a third of a wording is another wording.
    /// </summary>
    private const double SmallestShare = 0.4;

    /// <summary>1 when equal, less when one holds the other or they differ by one letter, else 0.</summary>
    public static double Similarity(string printed, string known)
    {
        if (printed == known)
            return 1;
        double share = (double)Math.Min(printed.Length, known.Length) / Math.Max(printed.Length, known.Length);
        if (share < SmallestShare)
            return 0;
        if (Holds(printed, known) || Holds(known, printed))
            return 0.55 + (0.4 * share);
        return known.Length >= 6 && OneLetterApart(printed, known) ? 0.85 : 0;
    }

    private static bool Holds(string whole, string part)
    {
        int at = part.Length < 2 ? -1 : whole.IndexOf(part, StringComparison.Ordinal);
        return at >= 0 && !IsTurned(whole.AsSpan(0, at));
    }

    private static bool IsTurned(ReadOnlySpan<char> before)
    {
        foreach (string word in _turning)
            if (before.EndsWith(word))
                return true;
        return false;
    }

    /// <summary>True when inserting, dropping or changing one letter makes them equal: a slip of the typist.</summary>
    public static bool OneLetterApart(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 1)
            return false;
        int start = left.AsSpan().CommonPrefixLength(right);
        ReadOnlySpan<char> restLeft = left.AsSpan(start);
        ReadOnlySpan<char> restRight = right.AsSpan(start);
        if (restLeft.Length == restRight.Length)
            return restLeft.IsEmpty || restLeft[1..].SequenceEqual(restRight[1..]);
        return restLeft.Length > restRight.Length
            ? restLeft[1..].SequenceEqual(restRight)
            : restRight[1..].SequenceEqual(restLeft);
    }
}
