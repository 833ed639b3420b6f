using Ingest.Contract.Amounts;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;
using Ingest.Core.Layouts;

namespace Ingest.Core.Statements;

/// <summary>
/// A last page with nothing but the totals of a table that prints lists side by side. The name of a total stands in a cell merged
/// over all columns before its amount, so that without lines neither borders nor texts show the columns of the table.
/// </summary>
internal static class TotalsPage
{
    /// <summary>Null unless every row holds names and amounts of totals in turn, each amount below an amount column.</summary>
    public static ColumnMap? Map(OpenTable open, TableFragment next, int firstRow)
    {
        if (!open.Binding.Statement.IsTwoSided || next.Grid.Evidence == GridEvidence.Ruled || !HoldsTotals(next.View, firstRow))
            return null;
        var map = new int[next.Grid.Columns];
        int before = int.MaxValue;
        for (int column = next.Grid.Columns - 1; column >= 0; column--)
        {
            int found = HoldsAmounts(next.View, firstRow, column) ? AmountColumn(open, next.Grid, column, before) : NameColumn(open, before);
            if (found < 0)
                return null;
            before = map[column] = found;
        }

        return ColumnMap.To(map);
    }

    private static bool HoldsTotals(GridView view, int firstRow)
    {
        for (int row = firstRow; row < view.Rows; row++)
            foreach (int index in view.PrintedIn(row))
                if (!AmountParser.Parse(view.Text(index)).IsAmount && !IsOfTotals(view.Text(index)))
                    return false;
        return firstRow < view.Rows;
    }

    private static bool IsOfTotals(string name) => RowLabel.IsTotal(name) || name.Contains("结转", StringComparison.Ordinal) || name.Contains("结余", StringComparison.Ordinal);

    private static bool HoldsAmounts(GridView view, int firstRow, int column)
    {
        for (int row = firstRow; row < view.Rows; row++)
            if (view.CellAt(row, column) is >= 0 and var index && AmountParser.Parse(view.Text(index)).IsAmount)
                return true;
        return false;
    }

    /// <summary>The amount column left of the one before whose right border is nearest.</summary>
    private static int AmountColumn(OpenTable open, Grid grid, int column, int before)
    {
        float right = Share(grid, grid.ColumnEdges[column + 1]);
        Grid head = open.Head.Grid;
        int best = -1;
        for (int i = 0; i < Math.Min(before, open.Binding.Columns.Length); i++)
            if (open.Binding.Columns[i] is { Role: ColumnRole.Amount } && (best < 0 || Distance(i) < Distance(best)))
                best = i;
        return best;

        float Distance(int i) => Math.Abs(Share(head, head.ColumnEdges[open.Binding.Columns[i].Header.First + open.Binding.Columns[i].Header.Count]) - right);
    }

    /// <summary>The name column of the list that the amount on the right is of.</summary>
    private static int NameColumn(OpenTable open, int before)
    {
        for (int i = Math.Min(before, open.Binding.Columns.Length) - 1; i >= 0; i--)
            if (open.Binding.Columns[i].Role == ColumnRole.Name)
                return i;
        return -1;
    }

    private static float Share(Grid grid, float x) => (x - grid.Box.Left) / Math.Max(1, grid.Box.Width);
}
