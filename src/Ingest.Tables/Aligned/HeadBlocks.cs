namespace Ingest.Tables.Aligned;

/// <summary>
/// Finds tables without any line that too few figures tell: heads side by side below a label such as "单位：万元", and
/// nothing or a single row that they stand over. What else stands side by side, names or dates under a letter, is not
/// headed by a label.
/// </summary>
internal static class HeadBlocks
{
    /// <summary>A head without figures must have this many texts side by side; two could be a signature and a date.</summary>
    private const int FewestHeads = 3;

    /// <summary>In sizes of the text: 编制部门： and the longest name of a body.</summary>
    private const float LongestLabel = 32;

    /// <summary>Lines below the last one of several texts in which a head may end.</summary>
    private const int MostLinesOfRest = 2;

    /// <summary>No form has more lines in its head.</summary>
    private const int MostLines = 8;

    /// <summary>Part of the page's text width that a single head fills at most.</summary>
    private const float WidestHead = 0.45f;

    /// <summary>Between two heads, in sizes of the text; the pieces of a sentence are closer.</summary>
    private const float ClearGap = 0.8f;

    /// <param name="lines">All lines of the page that no ruled table holds.</param>
    /// <param name="found">Tables told by their figures; their lines play no part.</param>
    public static List<Block> Find(List<RunLine> lines, List<Block> found)
    {
        List<Block> blocks = [];
        HashSet<RunLine> used = [.. found.SelectMany(block => block.Lines)];
        for (int label = 0; label + 1 < lines.Count; label++)
        {
            if (used.Contains(lines[label]) || !IsLabel(lines[label]))
                continue;
            int end = EndOfHead(lines, label + 1, used);
            int heads = end - label - 1;
            if (!StandSideBySide(lines.GetRange(label + 1, heads)))
                continue;
            // A table of figures below that was found without this head is not helped by an empty one above it.
            RunLine? next = lines.Skip(end).FirstOrDefault(line => used.Contains(line) || IsLabel(line));
            if (next is not null && used.Contains(next))
                continue;
            int row = FirstRow(lines, end);
            bool hasRow = row < lines.Count && lines[row].Numbers > 0 && IsNear(lines[row - 1], lines[row]);
            heads = hasRow ? row - label - 1 : heads;
            List<RunLine> block = lines.GetRange(label + 1, (hasRow ? TextBody.End(lines, row) : end) - label - 1);
            if (!block.Exists(used.Contains))
                blocks.Add(new Block { Lines = block, HeadLines = heads });
            used.UnionWith(block);
        }

        return blocks;
    }

    /// <summary>The line after the rest of heads that are broken over lines.</summary>
    private static int FirstRow(List<RunLine> lines, int end)
    {
        int row = end;
        while (row < lines.Count && row - end < MostLinesOfRest && lines[row] is { Numbers: 0, Runs.Count: 1 } line && !line.Runs[0].HasColon
            && lines[row - 1].Baseline - line.Baseline <= BodyRows.LineStep * line.Size)
        {
            row++;
        }

        return row;
    }

    /// <summary>One to three short texts, one of them with a colon.</summary>
    public static bool IsLabel(RunLine line) =>
        line.Runs.Count <= 3 && line.Runs.Exists(run => run.HasColon) && line.Runs.TrueForAll(run => run.Box.Width <= LongestLabel * line.Size);

    /// <summary>
    /// All lines together show enough columns, and texts of one line stand apart: in all lines, or in one so many that in the
    /// others two long heads may nearly touch.
    /// </summary>
    private static bool StandSideBySide(List<RunLine> head)
    {
        int columns = 0;
        float right = float.MinValue;
        foreach (TextRun run in head.SelectMany(line => line.Runs).OrderBy(run => run.Box.Right))
        {
            if (run.Box.Left < right)
                continue;
            columns++;
            right = run.Box.Right;
        }

        return columns >= FewestHeads && (head.TrueForAll(AreApart) || head.Exists(line => Clear(line) >= FewestHeads));
    }

    /// <summary>At the top of a page, heads over three columns and more with nothing between them and the first row.</summary>
    public static bool AreHeads(List<RunLine> lines) =>
        lines.Count is > 0 and <= MostLines && lines.TrueForAll(line => line.Numbers == 0) && StandSideBySide(lines);

    private static bool AreApart(RunLine line) => Clear(line) == line.Runs.Count - 1;

    /// <summary>Clear gaps between its texts.</summary>
    private static int Clear(RunLine line)
    {
        int clear = 0;
        for (int i = 1; i < line.Runs.Count; i++)
            clear += line.Runs[i].Box.Left - line.Runs[i - 1].Box.Right >= ClearGap * line.Size ? 1 : 0;
        return clear;
    }

    /// <summary>Index after the lines that can be a head; it ends with the last line of several texts.</summary>
    private static int EndOfHead(List<RunLine> lines, int start, HashSet<RunLine> used)
    {
        float width = lines.Max(line => line.Right) - lines.Min(line => line.Left);
        int end = start;
        for (int i = start; i < lines.Count && i - start < MostLines && CanBeHead(lines[i]) && IsNear(lines[i - 1], lines[i]); i++)
        {
            if (lines[i].Runs.Count >= 2)
                end = i + 1;
        }

        return end;

        bool CanBeHead(RunLine line) => !used.Contains(line)
            && line.Runs.TrueForAll(run => !run.IsNumber && !run.HasColon && run.Box.Width <= WidestHead * width);
    }

    private static bool IsNear(RunLine upper, RunLine lower) => upper.Baseline - lower.Baseline <= TextBody.WidestStep * lower.Size;
}
