namespace Ingest.Pdf.Content;

/// <summary>Recognises rows of dashes or dots on one axis, which stand for one line.</summary>
internal static class DashJoiner
{
    private const float LongestDash = 15;

    // Fewer are two lines with a gap between them.
    private const int FewestDashes = 3;

    /// <param name="runs">Bits of one axis from start to end, none touching another; joined in place.</param>
    public static void Join(Buffer<LinePiece> runs)
    {
        int kept = 0;
        int start = 0;
        while (start < runs.Count)
        {
            int end = EndOfRow(runs.Span, start);
            LinePiece line = runs[start];
            if (end - start >= FewestDashes)
                line.End = runs[end - 1].End;
            else
                end = start + 1;
            runs[kept++] = line;
            start = end;
        }

        runs.Truncate(kept);
    }

    private static int EndOfRow(ReadOnlySpan<LinePiece> runs, int start)
    {
        int end = start + 1;
        while (end < runs.Length && Follows(runs[end - 1], runs[end]))
            end++;
        return end;
    }

    // Dots stand apart by up to twice their size, dashes by up to their length.
    private static bool Follows(in LinePiece dash, in LinePiece next)
    {
        float longer = Math.Max(dash.Length, next.Length);
        return longer <= LongestDash && next.Start - dash.End <= longer + 1;
    }
}
