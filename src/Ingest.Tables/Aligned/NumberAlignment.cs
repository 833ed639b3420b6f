namespace Ingest.Tables.Aligned;

/// <summary>How the amounts of a table are set within their columns.</summary>
internal enum NumberAlignment
{
    /// <summary>Nothing shows it: no two amounts of different width stand in one column.</summary>
    Unknown,

    /// <summary>At the right edge; with equal decimals the points stand below one another as well.</summary>
    Right,

    Center,
}

/// <summary>Tells from amounts of different width that stand below one another how they are set.</summary>
internal static class NumberAlignments
{
    /// <summary>Widths that differ by less, in sizes of the text, say nothing.</summary>
    private const float WidthStep = 0.3f;

    /// <summary>Part of the pairs that must agree.</summary>
    private const float Agreement = 0.7f;

    public static NumberAlignment Of(IEnumerable<RunLine> body)
    {
        List<TextRun> above = [];
        int right = 0;
        int center = 0;
        foreach (RunLine line in body)
        {
            foreach (TextRun run in line.Runs)
            {
                if (!run.IsAmount)
                    continue;
                int index = above.FindLastIndex(other => other.OverlapX(run) > 0);
                if (index >= 0 && Math.Abs(above[index].Box.Width - run.Box.Width) >= WidthStep * line.Size)
                {
                    float byRight = Math.Abs(above[index].Box.Right - run.Box.Right);
                    float byCenter = Math.Abs(above[index].Box.CenterX - run.Box.CenterX);
                    (right, center) = byRight < byCenter ? (right + 1, center) : (right, center + 1);
                }

                above.Add(run);
            }
        }

        int pairs = right + center;
        return pairs == 0 ? NumberAlignment.Unknown
            : right >= Agreement * pairs ? NumberAlignment.Right
            : center >= Agreement * pairs ? NumberAlignment.Center
            : NumberAlignment.Unknown;
    }
}
