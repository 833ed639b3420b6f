namespace Ingest.App.Configuration;

/// <summary>Finds what a person probably meant to write.</summary>
internal static class NearestName
{
    /// <summary>The known name with the fewest edits, if fewer than half of its letters differ; case does not count.</summary>
    public static string? Of(string written, IReadOnlyList<string> known)
    {
        string? nearest = known.MinBy(name => Distance(written, name));
        return nearest is not null && Distance(written, nearest) * 2 < nearest.Length ? nearest : null;
    }

    /// <summary>Edits that lead from one to the other, two letters swapped being one (optimal string alignment).</summary>
    private static int Distance(string first, string second)
    {
        (first, second) = (first.ToLowerInvariant(), second.ToLowerInvariant());
        int[,] edits = new int[first.Length + 1, second.Length + 1];
        for (int i = 0; i <= first.Length; i++)
            edits[i, 0] = i;
        for (int j = 0; j <= second.Length; j++)
            edits[0, j] = j;
        for (int i = 1; i <= first.Length; i++)
            for (int j = 1; j <= second.Length; j++)
            {
                int replaced = edits[i - 1, j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1);
                int best = Math.Min(replaced, Math.Min(edits[i - 1, j], edits[i, j - 1]) + 1);
                bool swapped = i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1];
                edits[i, j] = swapped ? Math.Min(best, edits[i - 2, j - 2] + 1) : best;
            }
        return edits[first.Length, second.Length];
    }
}
