namespace Ingest.Tables.Aligned;

/// <summary>
/// Parts texts that nearly touch where the rows above and below show that two columns meet: "78（二）国防支出" between
/// amounts that end and names that begin there. A single line cannot tell it from "78个项目".
/// </summary>
internal static class ColumnGaps
{
    /// <summary>How far from the gap, in sizes of the text, the edges of other rows may be.</summary>
    private const float Reach = 0.4f;

    /// <summary>Rows that must show the border on either side.</summary>
    private const int FewestRows = 3;

    /// <summary>Parts the runs of the block's body in place.</summary>
    public static void Part(Block block)
    {
        float reach = Reach * block.EmSize;
        PartAmounts(block, reach);
        PartNames(block, reach);
        List<RunLine> broken = [.. block.Body.Where(line => line.Runs.Exists(run => run.FineGaps is not null && !run.IsNumber))];
        if (broken.Count == 0)
            return;
        float[] ends = [.. block.Body.SelectMany(line => line.Runs).Where(run => run.IsNumber).Select(run => run.Box.Right)];
        float[] starts = [.. block.Body.SelectMany(line => line.Runs).Where(run => !run.IsNumber).Select(run => run.Box.Left)];
        foreach (RunLine line in broken)
        {
            TextRun[] parted = [.. line.Runs.SelectMany(run => run.IsNumber ? [run] : run.SplitAt(IsBorder))];
            line.Runs.Clear();
            line.Runs.AddRange(parted);
        }

        bool IsBorder(float gap) =>
            ends.Count(end => Math.Abs(end - gap) <= reach) >= FewestRows && starts.Count(start => Math.Abs(start - gap) <= reach) >= FewestRows;
    }

    /// <summary>Parts an amount from what follows it without any gap, where other rows begin.</summary>
    private static void PartAmounts(Block block, float reach)
    {
        List<RunLine> glued = [.. block.Body.Where(line => line.Runs.Exists(run => run.AmountEnd is not null))];
        if (glued.Count == 0)
            return;
        float[] starts = [.. block.Body.SelectMany(line => line.Runs).Select(run => run.Box.Left)];
        foreach (RunLine line in glued)
        {
            TextRun[] parted = [.. line.Runs.SelectMany(run => run.AmountEnd is { } end && IsStart(end) ? run.SplitAfterAmount(end) : [run])];
            line.Runs.Clear();
            line.Runs.AddRange(parted);
        }

        bool IsStart(float end) => starts.Count(start => Math.Abs(start - end) <= reach) >= FewestRows;
    }

    /// <summary>
    /// Parts a name that fills its column from the amount behind it, where amounts of other rows end or have their
    /// middles.
    /// </summary>
    private static void PartNames(Block block, float reach)
    {
        List<RunLine> glued = [.. block.Body.Where(line => line.Runs.Exists(run => run.AmountStart is not null))];
        if (glued.Count == 0)
            return;
        TextRun[] amounts = [.. block.Body.SelectMany(line => line.Runs).Where(run => run.IsAmount)];
        foreach (RunLine line in glued)
        {
            TextRun[] parted = [.. line.Runs.SelectMany(run => run.AmountStart is { } start && IsOfColumn(start, run.Box.Right) ? run.SplitBeforeAmount(start) : [run])];
            line.Runs.Clear();
            line.Runs.AddRange(parted);
        }

        bool IsOfColumn(float start, float end) =>
            amounts.Count(amount => Math.Abs(amount.Box.Right - end) <= reach) >= FewestRows
            || amounts.Count(amount => Math.Abs(amount.Box.CenterX - (start + end) / 2) <= reach) >= FewestRows;
    }

    /// <summary>
    /// Parts texts that run without a gap from one column into the next: each begins where other texts of its column begin,
    /// and the border is one at which texts of other rows end and begin.
    /// </summary>
    public static void PartAt(float[] borders, Block block)
    {
        float reach = Reach * block.EmSize;
        float[] edges = [.. borders.Where((_, i) => i > 0 && i < borders.Length - 1).Where(border => BorderEdges.At(border, block) is not null)];
        if (edges.Length == 0)
            return;
        float[] starts = [.. block.Body.SelectMany(line => line.Runs).Where(run => !run.IsNumber).Select(run => run.Box.Left)];
        foreach (RunLine line in block.Body.Where(line => line.Runs.Exists(run => EdgeIn(run) is not null)))
        {
            TextRun[] parted = [.. line.Runs.SelectMany(run => EdgeIn(run) is { } edge
                ? new[] { run with { Box = run.Box with { Right = edge }, FineGaps = null }, run with { Box = run.Box with { Left = edge }, FineGaps = null } }
                : [run])];
            line.Runs.Clear();
            line.Runs.AddRange(parted);
        }

        float? EdgeIn(TextRun run)
        {
            if (run.IsNumber || starts.Count(start => Math.Abs(start - run.Box.Left) <= reach) < FewestRows)
                return null;
            int edge = Array.FindIndex(edges, x => x > run.Box.Left + reach && x < run.Box.Right - reach);
            return edge < 0 ? null : edges[edge];
        }
    }
}
