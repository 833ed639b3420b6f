using Ingest.Contract.Geometry;
using Ingest.Tables.Lattices;

namespace Ingest.Tables.Cells;

/// <summary>A cell as a rectangle of slots.</summary>
internal readonly record struct CellSpan(int Row, int Column, int RowSpan, int ColumnSpan)
{
    public int Slots => RowSpan * ColumnSpan;
}

/// <summary>
/// The cells of a lattice: slots without a separator between them, as rectangles. Where the open slots
/// form no rectangle (an L around a missing piece of line), the larger of the widest and the tallest
/// rectangle at the upper left is cut off first, so that the bigger cell stays whole.
/// </summary>
internal sealed class CellSpans
{
    private readonly int[] _cellOfSlot;
    private readonly Lattice _lattice;

    public CellSpans(Lattice lattice)
    {
        _lattice = lattice;
        _cellOfSlot = new int[lattice.Rows * lattice.Columns];
        _cellOfSlot.AsSpan().Fill(-1);
        for (int slot = 0; slot < _cellOfSlot.Length; slot++)
        {
            if (_cellOfSlot[slot] < 0)
                Take(slot / lattice.Columns, slot % lattice.Columns);
        }
    }

    /// <summary>In row-major order of their upper left slots.</summary>
    public List<CellSpan> Cells { get; } = [];

    /// <summary>Index into <see cref="Cells"/> of the cell that holds a slot.</summary>
    public int this[int row, int column] => _cellOfSlot[row * _lattice.Columns + column];

    /// <summary>Index of the cell at a point, or −1 outside the lattice.</summary>
    public int At(float x, float y)
    {
        int row = _lattice.RowAt(y);
        int column = row < 0 ? -1 : _lattice.ColumnAt(x);
        return column < 0 ? -1 : this[row, column];
    }

    /// <summary>Do texts of several rows end and begin at the border at x?</summary>
    public bool IsEdge(float x) => _lattice.IsEdge(x);

    public Box BoxOf(int cell)
    {
        CellSpan span = Cells[cell];
        return new Box(
            _lattice.X[span.Column], _lattice.Y[span.Row + span.RowSpan],
            _lattice.X[span.Column + span.ColumnSpan], _lattice.Y[span.Row]);
    }

    private void Take(int row, int column)
    {
        int width = 1;
        while (IsOpenColumn(row, 1, column + width))
            width++;
        CellSpan wide = new(row, column, HeightOf(row, column, width), width);

        int height = 1;
        while (IsOpenRow(row + height, column, 1))
            height++;
        CellSpan tall = new(row, column, height, WidthOf(row, column, height));

        CellSpan cell = tall.Slots > wide.Slots ? tall : wide;
        for (int r = row; r < row + cell.RowSpan; r++)
            _cellOfSlot.AsSpan(r * _lattice.Columns + column, cell.ColumnSpan).Fill(Cells.Count);
        Cells.Add(cell);
    }

    private int HeightOf(int row, int column, int width)
    {
        int height = 1;
        while (IsOpenRow(row + height, column, width) && IsUnbrokenRow(row + height, column, width))
            height++;
        return height;
    }

    private int WidthOf(int row, int column, int height)
    {
        int width = 1;
        while (IsOpenColumn(row, height, column + width) && IsUnbrokenColumn(row, height, column + width))
            width++;
        return width;
    }

    /// <summary>Can the slots of a row join those above them?</summary>
    private bool IsOpenRow(int row, int column, int width)
    {
        if (row >= _lattice.Rows)
            return false;
        for (int c = column; c < column + width; c++)
        {
            if (_lattice.IsClosedAbove(row, c) || this[row, c] >= 0)
                return false;
        }

        return true;
    }

    /// <summary>Can the slots of a column join those to their left?</summary>
    private bool IsOpenColumn(int row, int height, int column)
    {
        if (column >= _lattice.Columns)
            return false;
        for (int r = row; r < row + height; r++)
        {
            if (_lattice.IsClosedBefore(r, column) || this[r, column] >= 0)
                return false;
        }

        return true;
    }

    private bool IsUnbrokenRow(int row, int column, int width)
    {
        for (int c = column + 1; c < column + width; c++)
        {
            if (_lattice.IsClosedBefore(row, c))
                return false;
        }

        return true;
    }

    private bool IsUnbrokenColumn(int row, int height, int column)
    {
        for (int r = row + 1; r < row + height; r++)
        {
            if (_lattice.IsClosedAbove(r, column))
                return false;
        }

        return true;
    }
}
