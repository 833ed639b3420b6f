namespace Ingest.Tables.Letters;

/// <summary>
/// Tells strings that are printed over one another apart. Letters of one string follow each other in the file, each beginning
/// where the last ends, however few of them the producer shows at a time; letters sorted by place alone would
/// mix an amount that is too wide for its cell with the last digits of its neighbour.
/// </summary>
internal static class Chains
{
    /// <summary>A letter that begins farther than this from the end of the last, in ems, begins another string.</summary>
    private const float Break = 0.3f;

    /// <summary>Part of the narrower letter that must lie under the other; kerning takes less.</summary>
    private const float Overlap = 0.3f;

    /// <summary>Does a letter go on where the one before it in the file ended?</summary>
    public static bool Continues(in Glyph last, in Glyph next)
    {
        float em = Math.Max(0.1f, Math.Min(last.Size, next.Size));
        return Math.Abs(next.Box.Left - last.Box.Right) <= Break * em && Math.Abs(next.BaseY - last.BaseY) <= 0.1f * em;
    }

    /// <summary>Where letters of two strings cross, puts those of each string together, the string that begins first before the other.</summary>
    /// <param name="line">Letters of one line from left to right; reordered.</param>
    /// <returns>Whether any do.</returns>
    public static bool Separate(Span<Glyph> line)
    {
        for (int i = 1; i < line.Length; i++)
        {
            if (!Cross(line[i - 1], line[i]))
                continue;
            Dictionary<ushort, int> order = [];
            foreach (ref readonly Glyph glyph in line)
                order.TryAdd(glyph.Chain, order.Count);
            // Few lines get here; the sort keeps the order of letters within each string.
            line.ToArray().OrderBy(glyph => order[glyph.Chain]).ToArray().CopyTo(line);
            return true;
        }

        return false;
    }

    /// <summary>Do two neighbours of different strings lie over one another?</summary>
    public static bool Cross(in Glyph left, in Glyph right) =>
        left.Chain != right.Chain && !left.IsSpace && !right.IsSpace
        && left.Box.Right - right.Box.Left > Overlap * Math.Max(0.1f, Math.Min(left.Box.Width, right.Box.Width))
        && Math.Min(left.Box.Top, right.Box.Top) > Math.Max(left.Box.Bottom, right.Box.Bottom);
}
