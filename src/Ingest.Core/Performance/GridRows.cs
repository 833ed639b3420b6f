using Ingest.Pdf;
using Ingest.Pdf.Tables;

namespace Ingest.Core.Performance;

/// <summary>The cells of a grid by row, merged cells in every row they cover.</summary>
internal sealed class GridRows
{
    private readonly List<GridCell>[] rows;

    public GridRows(PageContent page, Grid grid)
    {
        Page = page;
        Grid = grid;
        rows = new List<GridCell>[grid.Rows];
        for (int i = 0; i < rows.Length; i++)
            rows[i] = [];
        foreach (GridCell cell in grid.Cells)
            for (int i = cell.Row; i < Math.Min(cell.Row + cell.RowSpan, rows.Length); i++)
                rows[i].Add(cell);
        foreach (List<GridCell> row in rows)
            row.Sort((left, right) => left.Column.CompareTo(right.Column));
    }

    public PageContent Page { get; }

    public Grid Grid { get; }

    public int Count => rows.Length;

    public IReadOnlyList<GridCell> this[int row] => rows[row];

    /// <summary>Where a cell's text stands, in page space; the cell itself when it is empty.</summary>
    public Box Place(GridCell cell) => Page.ToPage(cell.TextBox ?? cell.Box);

    /// <summary>Text of the cell, spaces removed.</summary>
    public static string Text(GridCell cell) => string.Concat(cell.Text.Where(c => !char.IsWhiteSpace(c)));
}
