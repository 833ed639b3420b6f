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
            int found = Amounts(next.View, firstRow, column).Any() ? AmountColumn(open, next, firstRow, column, before) : NameColumn(open, before);
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

    private static IEnumerable<GridCell> Amounts(GridView view, int firstRow, int column)
    {
        for (int row = firstRow; row < view.Rows; row++)
            if (view.CellAt(row, column) is >= 0 and var index && AmountParser.Parse(view.Text(index)).IsAmount)
                yield return view.Cell(index);
    }

    /// <summary>
    /// The amount column left of the one before that all amounts stand below; −1 where they stand below several or below none. Where
    /// the columns on the right are blank, the last column of the page reaches over them: its border says nothing.
    /// </summary>
    private static int AmountColumn(OpenTable open, TableFragment next, int firstRow, int column, int before)
    {
        int found = -1;
        foreach (float centre in Amounts(next.View, firstRow, column).Select(cell => Share(next.Grid, cell.TextBox!.Value.CenterX)))
        {
            int at = Array.FindIndex([.. open.Binding.Columns], bound => bound.Role == ColumnRole.Amount && Holds(open.Head.Grid, bound.Header, centre));
            if (at < 0 || at >= before || (found >= 0 && at != found))
                return -1;
            found = at;
        }
        return found;
    }

    private static bool Holds(Grid head, HeaderColumn column, float share) =>
        share >= Share(head, head.ColumnEdges[column.First]) && share < Share(head, head.ColumnEdges[column.First + column.Count]);

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
