namespace Ingest.Tables.Aligned;

/// <summary>
/// Rows of a body that nothing drawn parts. Wrapped texts are put together first; then the cells of one row share the
/// height of their first, middle or last lines, whichever of the three explains the texts best and makes the fewest rows.
/// </summary>
internal static class RowClusters
{
    /// <summary>What must speak for cells that are not set in the middle: a text more that is explained.</summary>
    private const float LessUsual = 1.5f;

    /// <summary>Heights of one row differ by less than this, in sizes of the text.</summary>
    private const float SameHeight = 0.65f;

    public static List<List<RunLine>> Of(Block block, ColumnSet columns)
    {
        List<RunLine> ends = EndsOfAmounts(block);
        WrappedTexts texts = new(block, columns, ends);
        List<List<CellStack>> rows = [];
        float least = float.MaxValue;
        foreach (CellSetting setting in new[] { CellSetting.Middle, CellSetting.Top, CellSetting.Bottom })
        {
            (List<CellStack> stacks, float cost) = texts.Join(setting);
            List<List<CellStack>> clusters = Cluster(stacks, setting, SameHeight * block.EmSize);
            float whole = cost + clusters.Count + (setting == CellSetting.Middle ? 0 : LessUsual);
            if (whole < least)
                (rows, least) = (clusters, whole);
        }

        List<List<RunLine>> lines = [.. rows.Select(LinesOf)];
        foreach (RunLine end in ends)
            (lines.FindLast(row => row[0].Baseline > end.Baseline) ?? lines[0]).Add(end);
        return lines;
    }

    /// <summary>
    /// Lines of nothing but a digit or two, each below an amount: the ends of amounts that are too wide for their columns. They
    /// stay with their row, where the amounts are seen to be broken.
    /// </summary>
    private static List<RunLine> EndsOfAmounts(Block block)
    {
        List<RunLine> ends = [];
        RunLine? above = null;
        foreach (RunLine line in block.Body)
        {
            if (above is not null && above.Baseline - line.Baseline <= BodyRows.LineStep * line.Size
                && line.Runs.TrueForAll(run => EndsAmount(run, line, above)))
            {
                ends.Add(line);
            }
            else
            {
                above = line;
            }
        }

        return ends;
    }

    /// <summary>Is it a digit or two right below the end of an amount?</summary>
    public static bool EndsAmount(TextRun run, RunLine line, RunLine above) =>
        run.IsNumber && !run.IsAmount && run.Box.Width <= ColumnBody.NarrowWidth * line.Size
        && above.Runs.Exists(upper => upper.IsAmount && run.Box.Left >= upper.Box.Left && run.Box.Right <= upper.Box.Right + 1);

    private static List<List<CellStack>> Cluster(List<CellStack> stacks, CellSetting setting, float tolerance)
    {
        List<List<CellStack>> rows = [];
        float last = float.MaxValue;
        foreach (CellStack stack in stacks.OrderByDescending(stack => WrappedTexts.HeightOf(stack, setting)))
        {
            float height = WrappedTexts.HeightOf(stack, setting);
            if (rows.Count == 0 || last - height > tolerance)
                rows.Add([]);
            rows[^1].Add(stack);
            last = height;
        }

        return rows;
    }

    private static List<RunLine> LinesOf(List<CellStack> row) =>
        [.. row.SelectMany(stack => stack.Lines).OrderByDescending(line => line.Baseline)];
}
