using Ingest.Contract.Grids;
using Ingest.Tables.Lattices;
using Ingest.Tables.Ruled;

namespace Ingest.Tables.Aligned;

/// <summary>Builds the lattice of a block whose columns are told by alignment.</summary>
internal static class AlignedLattice
{
    /// <summary>Columns an aligned block must have: two columns are a list, or a table of contents.</summary>
    private const int FewestColumns = 3;

    /// <summary>No more lattices of one block are made: each is filled with its letters and read.</summary>
    private const int MostLattices = 5;

    /// <summary>The lattices that the block may be, the likeliest first; none when what it holds lines up too poorly to be a table.</summary>
    public static List<Lattice> Of(Block block, GridEvidence evidence)
    {
        int fewest = evidence == GridEvidence.Aligned && !block.IsList ? FewestColumns : 2;
        List<Lattice> lattices = [];
        foreach (ColumnSet set in ColumnSets.Of(block))
        {
            if (lattices.Count < MostLattices && set.Columns.Count >= fewest && Of(block, set, evidence) is { } lattice)
                lattices.Add(lattice);
        }

        return lattices;
    }

    private static Lattice? Of(Block block, ColumnSet set, GridEvidence evidence)
    {
        RowGroups? groups = BodyRows.AreRuled(block) && !block.IsStriped ? null : RowGroups.Find(block, set);
        (List<Column> columns, float[] x, HeadCells heads) = set = groups?.Columns ?? RowGroups.PartAtRules(set, block);
        int levels = block.HeadLines == 0 ? 0 : HeadSpans.Assign(heads, columns, x, block);
        ColumnBorders.MakeRoom(x, columns, heads.Groups);
        ColumnGaps.PartAt(x, block);
        List<List<RunLine>> rows = BodyRows.Of(groups?.Without(block) ?? block, set);
        float[] y = RowBorders(block, heads, levels, rows);
        if (!IsOrdered(x) || !IsDescending(y) || Lattice.TooMany(y.Length, x.Length))
            return null;

        Lattice lattice = new(x, y, evidence);
        lattice.CloseAll();
        OpenHead(lattice, heads, columns.Count, levels);
        OpenBody(lattice, rows, columns, block.EmSize);
        OpenGroups(lattice, groups, block);
        for (int border = 1; border < columns.Count; border++)
        {
            if (BorderEdges.At(x[border], block) is not null)
                lattice.MarkEdge(border);
        }

        return lattice;
    }

    private static float[] RowBorders(Block block, HeadCells heads, int levels, List<List<RunLine>> rows)
    {
        float em = block.EmSize;
        float top = block.Lines[0].Top + 0.3f * em;
        List<float> y = [block.Rules.Count > 0 && block.Rules[0] > block.Lines[0].Middle ? block.Rules[0] : top];
        for (int level = 1; level < levels; level++)
            y.Add(LevelBorder(block, heads, level));
        if (block.HeadLines > 0 && rows.Count > 0)
            AddBorders(y, block, block.Lines[block.HeadLines - 1], rows[0][0]);
        for (int row = 1; row < rows.Count; row++)
            AddBorders(y, block, rows[row - 1][^1], rows[row][0]);

        // Lines below the last text enclose empty rows, the last is the table's end.
        int count = y.Count;
        y.AddRange(block.RowRules.Where(rule => rule < block.Lines[^1].Middle));
        if (y.Count == count)
            y.Add(block.Lines[^1].Bottom - 0.3f * em);
        return [.. y];
    }

    /// <summary>Every line drawn between two rows is a border (empty rows stay rows), else the middle of the gap is.</summary>
    private static void AddBorders(List<float> y, Block block, RunLine upper, RunLine lower)
    {
        int count = y.Count;
        y.AddRange(block.RowRules.Where(rule => rule < upper.Middle && rule > lower.Middle));
        if (y.Count == count)
            y.Add((upper.Bottom + lower.Top) / 2);
    }

    /// <summary>Between the heads of one level and those under them.</summary>
    private static float LevelBorder(Block block, HeadCells heads, int level)
    {
        float upper = float.MaxValue;
        float lower = float.MinValue;
        foreach (HeadCell group in heads.Groups)
        {
            if (group.Level == level - 1)
                upper = Math.Min(upper, group.Box.Bottom);
        }

        foreach (HeadCell cell in heads.Groups.Concat(heads.Leaves))
        {
            if (cell.Level == level)
                lower = Math.Max(lower, cell.Box.Top);
        }

        return (upper + lower) / 2;
    }

    private static void OpenHead(Lattice lattice, HeadCells heads, int columns, int levels)
    {
        foreach (HeadCell group in heads.Groups)
        {
            for (int column = group.FirstColumn + 1; column <= group.LastColumn; column++)
                lattice.OpenBefore(group.Level, column);
        }

        foreach (HeadCell leaf in heads.Leaves)
            OpenBlock(lattice, leaf.Level, levels, leaf.FirstColumn, leaf.LastColumn);
        for (int column = 0; column < columns; column++)
        {
            if (!heads.Leaves.Exists(leaf => leaf.Covers(column)))
            {
                int level = heads.Groups.Where(group => group.Covers(column)).Select(group => group.Level + 1).DefaultIfEmpty(0).Max();
                OpenBlock(lattice, level, levels, column, column);
            }
        }
    }

    private static void OpenBlock(Lattice lattice, int fromRow, int toRow, int first, int last)
    {
        for (int row = fromRow; row < toRow; row++)
        {
            for (int column = first; column <= last; column++)
            {
                if (column > first)
                    lattice.OpenBefore(row, column);
                if (row > fromRow)
                    lattice.OpenAbove(row, column);
            }
        }
    }

    /// <summary>
    /// A text that runs over several columns of a row has a cell as wide. So has a name that stands in a
    /// column of figures, like 合计 over the code columns: it is centred over the empty columns around it.
    /// </summary>
    private static void OpenBody(Lattice lattice, List<List<RunLine>> rows, List<Column> columns, float em)
    {
        foreach (List<RunLine> row in rows)
        {
            bool[] used = UsedColumns(lattice, row, em);
            foreach (RunLine line in row)
            {
                int index = lattice.RowAt(line.Middle);
                foreach (TextRun run in line.Runs)
                {
                    if (run.IsNumber || index < 0)
                        continue;
                    (int first, int last) = ColumnsOf(lattice, run, em);
                    if (first == last && first >= 0 && columns[first].IsNumeric && columns[first].Numbers > 1)
                        (first, last) = EmptyAround(lattice, used, first, run, em);
                    for (int column = first + 1; first >= 0 && column <= last; column++)
                        lattice.OpenBefore(index, column);
                }
            }
        }
    }

    /// <summary>What names several rows has a cell as high as they are; so has what a line between two rows leaves out.</summary>
    private static void OpenGroups(Lattice lattice, RowGroups? groups, Block block)
    {
        foreach ((float first, float last) in groups?.Runs ?? [])
        {
            for (int row = lattice.RowAt(first) + 1; row <= lattice.RowAt(last) && row > 0; row++)
                lattice.OpenAbove(row, groups!.Column);
        }

        foreach (Line rule in block.RulesOfRows)
        {
            int row = Array.IndexOf(lattice.Y, rule.At);
            for (int column = 0; row > 0 && row < lattice.Rows && column < lattice.Columns && lattice.X[column + 1] < rule.Start + block.EmSize; column++)
                lattice.OpenAbove(row, column);
        }
    }

    private static bool[] UsedColumns(Lattice lattice, List<RunLine> row, float em)
    {
        bool[] used = new bool[lattice.Columns];
        foreach (TextRun run in row.SelectMany(line => line.Runs))
        {
            (int first, int last) = ColumnsOf(lattice, run, em);
            for (int column = Math.Max(first, 0); column <= last; column++)
                used[column] = true;
        }

        return used;
    }

    private static (int First, int Last) ColumnsOf(Lattice lattice, TextRun run, float em)
    {
        float inset = Math.Min(0.5f * em, run.Box.Width / 2);
        return (lattice.ColumnAt(run.Box.Left + inset), lattice.ColumnAt(run.Box.Right - inset));
    }

    /// <summary>The widest run of empty columns around one that has its middle where the text has it.</summary>
    private static (int First, int Last) EmptyAround(Lattice lattice, bool[] used, int column, TextRun run, float em)
    {
        (int First, int Last) best = (column, column);
        for (int first = column; first >= 0 && (first == column || !used[first]); first--)
        {
            for (int last = column; last < used.Length && (last == column || !used[last]); last++)
            {
                float middle = (lattice.X[first] + lattice.X[last + 1]) / 2;
                if (Math.Abs(middle - run.Box.CenterX) <= em && last - first > best.Last - best.First)
                    best = (first, last);
            }
        }

        return best;
    }

    private static bool IsOrdered(float[] x)
    {
        for (int i = 1; i < x.Length; i++)
        {
            if (!(x[i] > x[i - 1]))
                return false;
        }

        return true;
    }

    private static bool IsDescending(float[] y)
    {
        for (int i = 1; i < y.Length; i++)
        {
            if (!(y[i] < y[i - 1]))
                return false;
        }

        return true;
    }
}
