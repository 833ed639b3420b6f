namespace Ingest.Tables.Aligned;

/// <summary>
/// Rows of a body that nothing drawn parts. Wrapped texts are put together first; then the cells of one row share the
/// height of their first, middle or last lines, whichever of the three makes the fewest rows.
/// </summary>
internal static class RowClusters
{
    /// <summary>Heights of one row differ by less than this, in sizes of the text.</summary>
    private const float SameHeight = 0.5f;

    public static List<List<RunLine>> Of(Block block, ColumnSet columns)
    {
        List<CellStack> stacks = WrappedTexts.Join(block, columns);
        List<List<CellStack>> rows = [];
        foreach (Func<CellStack, float> height in new Func<CellStack, float>[] { stack => stack.Middle, stack => stack.Top, stack => stack.Bottom })
        {
            List<List<CellStack>> clusters = Cluster(stacks, height, SameHeight * block.EmSize);
            if (rows.Count == 0 || clusters.Count < rows.Count)
                rows = clusters;
        }

        return [.. rows.Select(LinesOf)];
    }

    private static List<List<CellStack>> Cluster(List<CellStack> stacks, Func<CellStack, float> height, float tolerance)
    {
        List<List<CellStack>> rows = [];
        float last = float.MaxValue;
        foreach (CellStack stack in stacks.OrderByDescending(height))
        {
            if (rows.Count == 0 || last - height(stack) > tolerance)
                rows.Add([]);
            rows[^1].Add(stack);
            last = height(stack);
        }

        return rows;
    }

    private static List<RunLine> LinesOf(List<CellStack> row) =>
        [.. row.SelectMany(stack => stack.Lines).OrderByDescending(line => line.Baseline)];
}
