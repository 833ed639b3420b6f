namespace Ingest.Tables.Aligned;

/// <summary>
/// Puts the lines of wrapped texts together. A line goes on in the next when it is full, the next is as close as lines
/// of one text are, nothing is drawn between them, and no other column shows that they are two rows.
/// </summary>
internal static class WrappedTexts
{
    /// <summary>A line with less room than this behind it, in sizes of the text, was full before the next letter or bracket.</summary>
    private const float FullLine = 2.1f;

    /// <summary>Baselines that differ by less, in sizes, are one.</summary>
    private const float SameBaseline = 0.3f;

    public static List<CellStack> Join(Block block, ColumnSet columns)
    {
        List<CellStack> lines = Cells(block, columns);
        float[] rights = RightEdges(lines, columns);
        List<CellStack>[] byColumn = new List<CellStack>[columns.Columns.Count];
        for (int column = 0; column < byColumn.Length; column++)
            byColumn[column] = lines.FindAll(line => line.Column == column);
        List<CellStack> joined = [];
        for (int column = 0; column < byColumn.Length; column++)
        {
            foreach (CellStack line in byColumn[column])
            {
                if (joined.Count > 0 && joined[^1].Column == column && GoesOn(joined[^1], line.Lines[0]))
                    joined[^1].Lines.Add(line.Lines[0]);
                else
                    joined.Add(line);
            }
        }

        return joined;

        bool GoesOn(CellStack above, RunLine next)
        {
            RunLine last = above.Lines[^1];
            float step = last.Baseline - next.Baseline;
            return step >= SameBaseline * next.Size && step <= BodyRows.LineStep * next.Size
                && !last.Runs.Exists(run => run.IsNumber) && next.Runs.TrueForAll(run => !run.IsAmount)
                && last.Right >= rights[above.Column] - FullLine * last.Size
                && !block.IsRuledOff(next.Runs[0].Box.CenterX, last.Middle, next.Middle)
                && !AreTwoRows(above, last, next);
        }

        bool AreTwoRows(CellStack above, RunLine upper, RunLine lower)
        {
            for (int column = 0; column < byColumn.Length; column++)
            {
                if (column == above.Column)
                    continue;
                CellStack? one = At(byColumn[column], upper.Baseline);
                CellStack? two = At(byColumn[column], lower.Baseline);
                if (one is not null && two is not null && one != two
                    && (two.Lines[0].Runs.Exists(run => run.IsNumber) || one.Lines[^1].Right < rights[column] - FullLine * upper.Size))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private static CellStack? At(List<CellStack> lines, float baseline) =>
        lines.Find(line => line.Lines.Exists(one => Math.Abs(one.Baseline - baseline) <= SameBaseline * one.Size));

    /// <summary>What stands in one column on one baseline, top to bottom and left to right.</summary>
    private static List<CellStack> Cells(Block block, ColumnSet columns)
    {
        List<CellStack> cells = [];
        foreach (RunLine line in block.Body)
        {
            int before = -1;
            foreach (TextRun run in line.Runs)
            {
                int column = columns.At(run.Box.CenterX);
                if (column == before)
                    cells[^1].Lines[0].Runs.Add(run);
                else
                    cells.Add(new CellStack(column, new RunLine([run], line.Baseline, line.Size)));
                before = column;
            }
        }

        return cells;
    }

    /// <summary>How far the texts of each column reach.</summary>
    private static float[] RightEdges(List<CellStack> lines, ColumnSet columns)
    {
        float[] rights = new float[columns.Columns.Count];
        foreach (CellStack line in lines)
            rights[line.Column] = Math.Max(rights[line.Column], Math.Min(line.Lines[0].Right, columns.Borders[line.Column + 1]));
        return rights;
    }
}
