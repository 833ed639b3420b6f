namespace Ingest.Pdf.Tables.Aligned;

/// <summary>
/// Finds tables by their text alone: rows of figures that line up below one another, the names between
/// them, and the heads above. Careful rather than keen, since sentences must never become tables.
/// </summary>
internal static class TextBlocks
{
    /// <summary>Places on a page where a table may begin before it is taken for a page of scattered figures.</summary>
    private const int MaximumTries = 200;

    public static List<Block> Find(List<AtomLine> lines, PageMarks marks, CancellationToken cancellation)
    {
        List<Block> blocks = [];
        int free = 0;
        int tries = 0;
        for (int start = 0; start < lines.Count && tries < MaximumTries; start++)
        {
            if (!TextBody.IsRow(lines[start]))
                continue;
            cancellation.ThrowIfCancellationRequested();
            tries++;
            int end = TextBody.End(lines, start);
            int names = TextBody.NamesAbove(lines, start, free);
            if (!TextBody.LinesUp(lines.GetRange(start, end - start)) && !(names > 0 && lines[start] is { Numbers: >= 2, Atoms.Count: >= 4 }))
                continue;
            int head = TextHead.Start(lines, start - names, end, free, marks);
            blocks.Add(BlockOf(lines.GetRange(head, end - head), start - names - head, marks));
            free = end;
            start = end - 1;
        }

        return blocks;
    }

    private static Block BlockOf(List<AtomLine> lines, int headLines, PageMarks marks)
    {
        float left = lines.Min(line => line.Left);
        float right = lines.Max(line => line.Right);
        return new Block
        {
            Lines = lines,
            HeadLines = headLines,
            ColumnHints = [.. marks.Vertical.Where(x => x > left && x < right)],
        };
    }
}
