using System.Collections.Immutable;
using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;

namespace Ingest.Core.Layouts;

/// <summary>A grid with its cells reachable by row and column and their texts without spaces.</summary>
internal sealed class GridView
{
    /// <summary>No form has so many slots; a grid beyond it is a drawing, and indexing it would cost memory.</summary>
    private const int MostSlots = 1 << 20;

    private readonly int[] _owners;
    private readonly string[] _texts;

    private GridView(Grid grid)
    {
        Grid = grid;
        _texts = new string[grid.Cells.Length];
        _owners = new int[grid.Rows * grid.Columns];
        Array.Fill(_owners, -1);
        for (int i = 0; i < grid.Cells.Length; i++)
        {
            GridCell cell = grid.Cells[i];
            _texts[i] = PrintedText.Compact(cell.Text);
            for (int row = cell.Row; row < cell.Row + cell.RowSpan; row++)
                for (int column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
                    _owners[(row * grid.Columns) + column] = i;
        }
    }

    public Grid Grid { get; }

    public int Rows => Grid.Rows;

    public int Columns => Grid.Columns;

    /// <summary>Null when the grid has no cell or more slots than any form.</summary>
    public static GridView? Over(Grid grid) =>
        grid.Cells.IsEmpty || (long)grid.Rows * grid.Columns > MostSlots ? null : new GridView(grid);

    /// <summary>Index of the cell that covers a slot; −1 where none does.</summary>
    public int CellAt(int row, int column) => _owners[(row * Columns) + column];

    public GridCell Cell(int index) => Grid.Cells[index];

    public string Text(int index) => _texts[index];

    /// <summary>The cells whose upper left corner is in a row, left to right.</summary>
    public IEnumerable<int> StartingIn(int row)
    {
        for (int column = 0; column < Columns;)
        {
            int index = CellAt(row, column);
            if (index >= 0 && Cell(index).Row == row && Cell(index).Column == column)
                yield return index;
            column = index < 0 ? column + 1 : Math.Max(column + 1, Cell(index).Column + Cell(index).ColumnSpan);
        }
    }

    /// <summary>Those of them that hold text.</summary>
    public IEnumerable<int> PrintedIn(int row) => StartingIn(row).Where(index => _texts[index].Length > 0);

    /// <summary>The box of a row over the whole width.</summary>
    public Box RowBox(int row) => new(Grid.Box.Left, Grid.RowEdges[row + 1], Grid.Box.Right, Grid.RowEdges[row]);

    /// <summary>The printed rows as texts, a merged cell's text in its first slot.</summary>
    public ImmutableArray<ImmutableArray<string>> ToRows()
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>(Rows);
        for (int row = 0; row < Rows; row++)
        {
            var line = new string[Columns];
            Array.Fill(line, "");
            foreach (int index in StartingIn(row))
                line[Cell(index).Column] = _texts[index];
            rows.Add([.. line]);
        }
        return rows.MoveToImmutable();
    }
}
