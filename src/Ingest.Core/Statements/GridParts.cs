using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;
using Ingest.Core.Layouts;

namespace Ingest.Core.Statements;

/// <summary>
/// Takes a grid apart that holds several tables: one under the other with a boxed title between, or side by side under titles at
/// one height. What a grid is of, only its texts tell; where lines were drawn through, the lines do not.
/// </summary>
internal static class GridParts
{
    /// <summary>Share of the columns that a title which parts a grid reaches over.</summary>
    private const double TitleShare = 0.6;

    public static IEnumerable<Grid> Of(Grid grid, GridView view)
    {
        List<int> starts = Starts(view);
        if (starts.Count == 0)
            return SideBySide(grid, view);
        var parts = new List<Grid>();
        int from = 0;
        foreach (int start in starts.Append(view.Rows))
        {
            if (start > from)
                parts.Add(Cut(grid, from, start, 0, grid.Columns));
            from = start;
        }

        return parts.SelectMany(part => GridView.Over(part) is { } inner ? SideBySide(part, inner) : [part]);
    }

    /// <summary>Rows with which a further table begins: its title over all columns, or the label above that.</summary>
    private static List<int> Starts(GridView view)
    {
        var starts = new List<int>();
        for (int row = 1; row < view.Rows - 1; row++)
        {
            if (!IsTitle(view, row) || !HoldsAmounts(view, starts.Count == 0 ? 0 : starts[^1], row))
                continue;
            int start = row;
            while (start > 1 && IsHeading(view, start - 1))
                start--;
            starts.Add(start);
        }

        return starts;
    }

    /// <summary>One title over most of the columns, and no cell from above that reaches into the row.</summary>
    private static bool IsTitle(GridView view, int row)
    {
        if (Crosses(view, row) || view.PrintedIn(row).ToArray() is not [var only])
            return false;
        GridCell cell = view.Cell(only);
        return cell.ColumnSpan >= TitleShare * view.Columns && view.Columns > 1 && TableTitle.IsIn(cell);
    }

    private static bool Crosses(GridView view, int row)
    {
        for (int column = 0; column < view.Columns; column++)
            if (view.CellAt(row, column) is >= 0 and var index && view.Cell(index).Row < row)
                return true;
        return false;
    }

    private static bool IsHeading(GridView view, int row)
    {
        int[] printed = [.. view.PrintedIn(row)];
        return printed.Length > 0 && !Crosses(view, row) && Array.TrueForAll(printed, index => HeadingLine.LabelAlone(view.Text(index)) is not null);
    }

    /// <summary>What stands above is a table and not the heading of this one, which may have a title of the document before its own.</summary>
    private static bool HoldsAmounts(GridView view, int from, int to)
    {
        for (int row = from; row < to; row++)
            if (view.PrintedIn(row).Count() > 1)
                return true;
        return false;
    }

    /// <summary>Two titles beside each other in the first printed row, each over columns of its own.</summary>
    private static Grid[] SideBySide(Grid grid, GridView view)
    {
        int first = 0;
        while (first < view.Rows && !view.PrintedIn(first).Any())
            first++;
        if (first >= view.Rows - 1)
            return [grid];
        int[] titles = [.. view.PrintedIn(first)];
        if (titles.Length < 2 || !Array.TrueForAll(titles, index => view.Cell(index).ColumnSpan > 1 && TableTitle.In(view.Text(index), null) is not null))
            return [grid];
        int[] borders = [0, .. titles.Skip(1).Select(index => view.Cell(index).Column), grid.Columns];
        return borders.Skip(1).SkipLast(1).All(border => IsBorder(view, first, border))
            ? [.. Enumerable.Range(0, titles.Length).Select(part => Cut(grid, 0, grid.Rows, borders[part], borders[part + 1]))]
            : [grid];
    }

    private static bool IsBorder(GridView view, int first, int column)
    {
        for (int row = first; row < view.Rows; row++)
            if (view.CellAt(row, column) is >= 0 and var index && view.Cell(index).Column < column)
                return false;
        return true;
    }

    /// <summary>The rows and columns of a part as a grid of their own, with the borders that its own cells have.</summary>
    private static Grid Cut(Grid grid, int firstRow, int endRow, int firstColumn, int endColumn)
    {
        GridCell[] cells =
        [
            .. grid.Cells.Where(cell => cell.Row >= firstRow && cell.Row < endRow && cell.Column >= firstColumn && cell.Column < endColumn),
        ];
        int[] columns = [.. cells.SelectMany(cell => (int[])[cell.Column, cell.Column + cell.ColumnSpan]).Distinct().Order()];
        var box = new Box(grid.ColumnEdges[firstColumn], grid.RowEdges[endRow], grid.ColumnEdges[endColumn], grid.RowEdges[firstRow]);
        return grid with
        {
            Box = box,
            Alternatives = [],
            ColumnEdges = [.. columns.Select(column => grid.ColumnEdges[column])],
            RowEdges = grid.RowEdges[firstRow..(endRow + 1)],
            Cells = [.. cells.Select(cell => Moved(cell, firstRow, columns))],
            Unplaced = [.. grid.Unplaced.Where(line => line.Box.CenterY <= box.Top && line.Box.CenterY >= box.Bottom && line.Box.CenterX >= box.Left && line.Box.CenterX <= box.Right)],
        };
    }

    private static GridCell Moved(GridCell cell, int firstRow, int[] columns)
    {
        int column = Array.IndexOf(columns, cell.Column);
        return cell with { Row = cell.Row - firstRow, Column = column, ColumnSpan = Array.IndexOf(columns, cell.Column + cell.ColumnSpan) - column };
    }
}
