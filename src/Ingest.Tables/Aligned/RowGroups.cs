namespace Ingest.Tables.Aligned;

/// <summary>
/// Names that stand for several rows, each in the middle of its own or all beside the first or the last, left of what names the rows
/// singly: 其他资金 beside 小计, 事业收入 and 经营收入. No line shows how far each reaches, but together they must share out all rows without a rest.
/// </summary>
/// <param name="Column">The column of the names; the rows are named in the next.</param>
/// <param name="Columns">The columns, the one that holds both kinds of names parted in two.</param>
/// <param name="Labels">The names of several rows.</param>
/// <param name="Runs">Baselines of the first and the last row of each.</param>
internal sealed record RowGroups(int Column, ColumnSet Columns, HashSet<TextRun> Labels, List<(float First, float Last)> Runs)
{
    /// <summary>A name stands so close, in sizes of the text, to the middle of its rows.</summary>
    private const float OffMiddle = 0.35f;

    /// <summary>Between names of several rows and those of single ones, in sizes.</summary>
    private const float Gap = 0.3f;

    /// <summary>Rows such as totals, whose one name stands over both columns.</summary>
    private const int MostAcross = 4;

    /// <summary>Ways to part the names of one column that are tried.</summary>
    private const int MostParted = 3;

    /// <summary>Lines of a name of several rows.</summary>
    private const int MostLines = 3;

    public static RowGroups? Find(Block block, ColumnSet set)
    {
        for (int column = 0; column < set.Columns.Count; column++)
        {
            if (set.Columns[column].IsNumeric)
                continue;
            List<(TextRun Run, float Baseline)> names = NamesIn(block, set, column);
            foreach (Parted parted in Within(names, block.EmSize))
            {
                if ((Shared(parted.Labels, parted.Items, block.EmSize) ?? new GroupEdges(parted.Labels, parted.Items, block.EmSize).Shared()) is { } runs)
                    return new RowGroups(column, Part(set, column, parted.Border), [.. parted.Labels.Select(label => label.Run)], runs);
            }

            if (column + 1 < set.Columns.Count && !set.Columns[column + 1].IsNumeric && Shared(names, NamesIn(block, set, column + 1), block.EmSize) is { } beside)
                return new RowGroups(column, set, [.. names.Select(label => label.Run)], beside);
        }

        return null;
    }

    /// <summary>Where lines between rows begin within a column, that is two: names of several rows and names of single ones.</summary>
    public static ColumnSet PartAtRules(ColumnSet set, Block block)
    {
        if (block.RulesOfRows.Count < 2)
            return set;
        float start = block.RulesOfRows[0].Start;
        int column = set.At(start);
        bool isInside = start - set.Borders[column] > block.EmSize && set.Borders[column + 1] - start > block.EmSize;
        bool isCut = block.Body.SelectMany(line => line.Runs).Count(run => run.Box.Left < start - block.EmSize && run.Box.Right > start + block.EmSize) > MostAcross;
        return isInside && !isCut && block.RulesOfRows.TrueForAll(rule => Math.Abs(rule.Start - start) < 1) ? Part(set, column, start) : set;
    }

    /// <summary>The block without the names of several rows, which are of no single row.</summary>
    public Block Without(Block block)
    {
        List<RunLine> lines = [.. block.Head, .. block.Body.Select(line => line with { Runs = line.Runs.FindAll(run => !Labels.Contains(run)) }).Where(line => line.Runs.Count > 0)];
        return block.With(lines);
    }

    private static List<(TextRun Run, float Baseline)> NamesIn(Block block, ColumnSet set, int column) =>
        [.. block.Body.SelectMany(line => line.Runs.Where(run => set.At(run.Box.CenterX) == column).Select(run => (run, line.Baseline)))];

    /// <summary>The names of one column, those of several rows and those of single ones, and where a border between them may be.</summary>
    private sealed record Parted(List<(TextRun Run, float Baseline)> Labels, List<(TextRun Run, float Baseline)> Items, float Border);

    /// <summary>
    /// The names of one column parted where some end before all others begin, that with the most names of single rows first: a total
    /// over both columns may begin before these, and then looks like the first of them.
    /// </summary>
    private static IEnumerable<Parted> Within(List<(TextRun Run, float Baseline)> names, float em)
    {
        List<Parted> found = [];
        foreach (float left in names.Select(name => name.Run.Box.Left).Distinct())
        {
            List<(TextRun Run, float Baseline)> labels = names.FindAll(name => name.Run.Box.Right < left - Gap * em);
            List<(TextRun Run, float Baseline)> items = names.FindAll(name => name.Run.Box.Left >= left - 0.1f * em);
            if (labels.Count >= 2 && names.Count - labels.Count - items.Count <= MostAcross && items.Count > labels.Count)
                found.Add(new Parted(labels, items, (labels.Max(label => label.Run.Box.Right) + left) / 2));
        }

        return found.OrderByDescending(parted => parted.Items.Count).Take(MostParted);
    }

    /// <summary>The rows of each name, or null when the names do not share out the rows so that each is in the middle of its own.</summary>
    private static List<(float First, float Last)>? Shared(List<(TextRun Run, float Baseline)> labels, List<(TextRun Run, float Baseline)> items, float em)
    {
        if (labels.Count < 2 || items.Count <= labels.Count)
            return null;
        float[] rows = [.. items.Select(item => item.Baseline).Distinct()];
        // The first or the last row may be a total, whose name stands over both columns.
        return Shared(labels, rows, em) ?? Shared(labels, rows[1..], em) ?? Shared(labels, rows[..^1], em);
    }

    private static List<(float First, float Last)>? Shared(List<(TextRun Run, float Baseline)> labels, float[] rows, float em)
    {
        List<(float First, float Last)> runs = [];
        return Share([.. labels.Select(label => label.Baseline)], 0, rows, 0, em, runs, []) && runs.Exists(run => run.First > run.Last) ? runs : null;
    }

    /// <summary>Shares out the rows from one on among the names from a line on, each name of as many lines as make it the middle of its rows.</summary>
    /// <param name="tried">Lines and rows from which it did not come out: where every row has a name, as many ways lead there as names can be parted.</param>
    private static bool Share(float[] lines, int line, float[] rows, int row, float em, List<(float First, float Last)> runs, HashSet<(int Line, int Row)> tried)
    {
        if (line == lines.Length || row >= rows.Length)
            return line == lines.Length && row == rows.Length;
        if (!tried.Add((line, row)))
            return false;
        for (int count = 1; count <= MostLines && line + count <= lines.Length && (count == 1 || lines[line + count - 2] - lines[line + count - 1] <= BodyRows.LineStep * em); count++)
        {
            float middle = (lines[line] + lines[line + count - 1]) / 2;
            int last = row;
            while (last < rows.Length && (rows[row] + rows[last]) / 2 - middle > OffMiddle * em)
                last++;
            if (last >= rows.Length || middle - (rows[row] + rows[last]) / 2 > OffMiddle * em)
                continue;
            runs.Add((rows[row], rows[last]));
            if (Share(lines, line + count, rows, last + 1, em, runs, tried))
                return true;
            runs.RemoveAt(runs.Count - 1);
        }

        return false;
    }

    private static ColumnSet Part(ColumnSet set, int column, float border)
    {
        Column whole = set.Columns[column];
        Column Half(float left, float right) => new() { Head = whole.Head, OwnsHead = false, IsNumeric = false, Numbers = whole.Numbers, Body = (left, right) };
        return set with
        {
            Columns = [.. set.Columns.Take(column), Half(set.Borders[column], border), Half(border, set.Borders[column + 1]), .. set.Columns.Skip(column + 1)],
            Borders = [.. set.Borders.Take(column + 1), border, .. set.Borders.Skip(column + 1)],
        };
    }
}
