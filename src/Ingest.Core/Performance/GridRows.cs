using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;

namespace Ingest.Core.Performance;

/// <summary>The cells of a grid by row, merged cells in every row they cover.</summary>
internal sealed class GridRows
{
    private readonly List<GridCell>[] _rows;

    public GridRows(PageContent page, Grid grid)
    {
        Page = page;
        Grid = grid;
        _rows = new List<GridCell>[grid.Rows];
        for (int i = 0; i < _rows.Length; i++)
            _rows[i] = [];
        foreach (GridCell cell in grid.Cells)
            for (int i = cell.Row; i < Math.Min(cell.Row + cell.RowSpan, _rows.Length); i++)
                _rows[i].Add(cell);
        foreach (List<GridCell> row in _rows)
            row.Sort((left, right) => left.Column.CompareTo(right.Column));
    }

    public PageContent Page { get; }

    public Grid Grid { get; }

    public int Count => _rows.Length;

    public IReadOnlyList<GridCell> this[int row] => _rows[row];

    /// <summary>Where a cell's text stands, in page space; the cell itself when it is empty.</summary>
    public Box Place(GridCell cell) => Page.ToPage(cell.TextBox ?? cell.Box);

    /// <summary>Texts set apart on one height stand in it: nothing is drawn between them, and they may be of several cells.</summary>
    public static bool HoldsSeveral(GridCell cell)
    {
        for (int i = 1; i < cell.Lines.Length; i++)
            if (UnruledTargets.AreLevel(cell.Lines[i - 1].Baseline, cell.Lines[i].Baseline, cell.Lines[i].Size) && cell.Lines[i].Box.Left > cell.Lines[i - 1].Box.Right)
                return true;
        return false;
    }

    /// <summary>Text of the cell, spaces removed.</summary>
    public static string Text(GridCell cell) => string.Concat(cell.Text.Where(c => !char.IsWhiteSpace(c)));
}
