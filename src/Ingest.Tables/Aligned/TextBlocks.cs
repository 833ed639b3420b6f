namespace Ingest.Tables.Aligned;

/// <summary>
/// Finds tables by their text alone: rows of figures that line up below one another, the names between
/// them, and the heads above. Careful rather than keen, since sentences must never become tables.
/// </summary>
internal static class TextBlocks
{
    /// <summary>Places on a page where a table may begin before it is taken for a page of scattered figures.</summary>
    private const int MaximumTries = 200;

    public static List<Block> Find(List<RunLine> lines, PageMarks marks, CancellationToken cancellation)
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
            int top = free == 0 ? TextBody.RestAbove(lines, start, end) : 0;
            int names = top > 0 ? top : TextBody.NamesAbove(lines, start, free);
            bool isRest = (start - top == 0 || (free == 0 && HeadBlocks.AreHeads(lines.GetRange(0, start)))) && TextBody.IsRest(lines.GetRange(start, end - start));
            bool isList = start > free && IsLabelledList(lines, start, end);
            if (!isList && !isRest && !IsBelowShadedHead(lines, start, marks) && !IsBelowLabelledHead(lines, start, end, free, marks) && !TextBody.LinesUp(lines.GetRange(start, end - start)) && !(names > 0 && lines[start] is { Numbers: >= 2, Runs.Count: >= 4 }))
                continue;
            int body = FirstRow(lines, FirstLineOfRow(lines, start - names, free), end, free);
            int head = TextHead.Start(lines, body, end, free, marks);
            blocks.Add(BlockOf(lines.GetRange(head, end - head), body - head, marks, isList));
            free = end;
            start = end - 1;
        }

        return blocks;
    }

    /// <summary>
    /// Names beside the first figures may be broken over lines that begin above them: beside the figures rather than above
    /// them, or where each begins like its next line.
    /// </summary>
    private static int FirstLineOfRow(List<RunLine> lines, int row, int free)
    {
        int first = row;
        while (first > free && IsOfRow(lines[first - 1], lines[first], isBeside: first == row))
            first--;
        return first;
    }

    /// <summary>
    /// Right above the first figures may stand what is no head: the numbers of the columns, names that are numbered as in a list,
    /// or below repeated heads the rest of a name that the page before has no room for.
    /// </summary>
    private static int FirstRow(List<RunLine> lines, int row, int end, int free)
    {
        int first = row;
        while (first > free && (NumberingRow.Is(lines[first - 1])
            ? IsWithin(TextBody.WidestStepOfRows)
            : IsWithin(TextBody.WidestStep) && (lines[first - 1].Runs.TrueForAll(run => run.IsListed) || IsRestOfName(lines, first - 1, end))))
        {
            first--;
        }

        return first;

        bool IsWithin(float step) => lines[first - 1].Baseline - lines[first].Baseline <= step * lines[first].Size;
    }

    /// <summary>It begins exactly where names of several rows do, and no head ends close above it.</summary>
    private static bool IsRestOfName(List<RunLine> lines, int at, int end)
    {
        RunLine line = lines[at];
        const float same = 0.1f;
        return line.Runs is [{ IsNumber: false, HasColon: false } rest] && at > 0
            && lines.GetRange(at + 1, end - at - 1).Count(row => row.Runs.Exists(run => !run.IsNumber && Math.Abs(run.Box.Left - rest.Box.Left) <= same * line.Size)) >= FewestNames
            && !lines.Take(at).Any(above => above.Baseline - line.Baseline <= BodyRows.LineStep * line.Size && above.Runs.Exists(run => run.OverlapX(rest) > 0));
    }

    private const int FewestNames = 2;

    /// <summary>
    /// Heads of three columns and more below a label such as "单位：万元", and below them figures that line up: a table, however
    /// few of its rows have three pieces.
    /// </summary>
    private static bool IsBelowLabelledHead(List<RunLine> lines, int row, int end, int free, PageMarks marks)
    {
        int body = FirstRow(lines, FirstLineOfRow(lines, row, free), end, free);
        int head = TextHead.Start(lines, body, end, free, marks);
        List<RunLine> heads = lines.GetRange(head, body - head);
        List<RunLine> rows = lines.GetRange(row, end - row).FindAll(TextBody.IsRow);
        return head > free && HeadBlocks.IsLabel(lines[head - 1])
            && heads.Exists(line => line.Runs.Count >= 3) && heads.TrueForAll(line => line.Numbers == 0)
            && rows.Count >= 2 && TextBody.FiguresLineUp(rows);
    }

    private static bool IsOfRow(RunLine above, RunLine line, bool isBeside) =>
        above.Baseline - line.Baseline < (isBeside ? BodyRows.BesideStep : BodyRows.LineStep) * above.Size
        && above.Runs.TrueForAll(run => !run.IsNumber && !run.HasColon
            && (isBeside || line.Runs.Exists(next => !next.IsNumber && Math.Abs(next.Box.Left - run.Box.Left) <= 0.3f * above.Size)));

    /// <summary>A single row is a table where shaded heads side by side stand right above it.</summary>
    private static bool IsBelowShadedHead(List<RunLine> lines, int row, PageMarks marks)
    {
        const float nearest = 1.5f;
        RunLine line = lines[row];
        return marks.Bands.Exists(band => Math.Abs(band.Box.Bottom - line.Top) <= nearest * line.Size
            && band.Box.Left <= line.Left && band.Box.Right >= line.Right
            && lines.Take(row).Any(head => head.Runs.Count >= 2 && head.Middle < band.Box.Top && head.Middle > band.Box.Bottom));
    }

    /// <summary>
    /// Two columns alone could be a table of contents. They are a table where two heads stand over them, a label such as
    /// "单位：万元" over these, and every figure ends or stands below the one above; the names may have names beside them that
    /// stand for several rows.
    /// </summary>
    private static bool IsLabelledList(List<RunLine> lines, int start, int end)
    {
        int head = FirstLineOfRow(lines, start, 0) - 1;
        return head > 0 && lines[head] is { Runs.Count: 2, Numbers: 0 } && !lines[head].Runs.Exists(run => run.HasColon)
            && HeadBlocks.IsLabel(lines[head - 1])
            && lines.GetRange(start, end - start).TrueForAll(line => line.Runs.Count <= 3 && line.Numbers <= 1)
            && TextBody.FiguresLineUp(lines.GetRange(start, end - start).FindAll(TextBody.IsRow));
    }

    private static Block BlockOf(List<RunLine> lines, int headLines, PageMarks marks, bool isList)
    {
        DrawnAround drawn = DrawnAround.Of(lines, marks);
        return new Block
        {
            Lines = lines,
            HeadLines = drawn.HeadLines(lines, headLines),
            IsList = isList,
            Rules = drawn.Rules,
            PartialRules = drawn.PartialRules,
            ColumnHints = drawn.ColumnHints,
            Sides = drawn.Sides,
            IsStriped = marks.AreStripes(lines),
        };
    }
}
