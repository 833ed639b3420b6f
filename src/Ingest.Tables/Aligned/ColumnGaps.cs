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
}
