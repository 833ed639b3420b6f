using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;

namespace Ingest.Tables.Lattices;

/// <summary>
/// The skeleton of a grid: row and column borders, and which of the slots between them are separated
/// from their neighbours. Slots that are not belong to one cell. The rim always separates.
/// </summary>
internal sealed class Lattice
{
    /// <summary>
    /// Twenty times as many slots as the fullest printed page. A lattice beyond it is given up: its letters
    /// stay text outside tables, nothing of them is lost.
    /// </summary>
    public const int MaximumSlots = 100_000;

    private readonly bool[] _above;
    private readonly bool[] _before;
    private readonly bool[] _edges;

    /// <param name="x">Column borders, left to right; at least two.</param>
    /// <param name="y">Row borders, top to bottom; at least two.</param>
    /// <param name="evidence">How they were found.</param>
    public Lattice(float[] x, float[] y, GridEvidence evidence)
    {
        X = x;
        Y = y;
        Evidence = evidence;
        _above = new bool[Rows * Columns];
        _before = new bool[Rows * Columns];
        _edges = new bool[x.Length];
        for (int column = 0; column < Columns; column++)
            _above[column] = true;
        for (int row = 0; row < Rows; row++)
            _before[row * Columns] = true;
    }

    public float[] X { get; }

    public float[] Y { get; }

    public GridEvidence Evidence { get; }

    /// <summary>Other lattices that the same letters may stand in, the likelier first; what they say tells which it is.</summary>
    public IReadOnlyList<Lattice> Alternatives { get; set; } = [];

    /// <summary>As <see cref="Grid.RowsToldByText"/>.</summary>
    public bool RowsToldByText { get; private init; }

    public int Rows => Y.Length - 1;

    public int Columns => X.Length - 1;

    public Box Box => new(X[0], Y[^1], X[^1], Y[0]);

    public int Slots => Rows * Columns;

    public static bool TooMany(int rowBorders, int columnBorders) =>
        (rowBorders - 1L) * (columnBorders - 1L) > MaximumSlots;

    /// <summary>Is there a separator between the slot and the one above it?</summary>
    public bool IsClosedAbove(int row, int column) => row == Rows || _above[row * Columns + column];

    /// <summary>Is there a separator between the slot and the one to its left?</summary>
    public bool IsClosedBefore(int row, int column) => column == Columns || _before[row * Columns + column];

    public void CloseAbove(int row, int column) => _above[row * Columns + column] = true;

    public void CloseBefore(int row, int column) => _before[row * Columns + column] = true;

    public void OpenAbove(int row, int column) => _above[row * Columns + column] = false;

    public void OpenBefore(int row, int column) => _before[row * Columns + column] = false;

    /// <summary>Says that texts of several rows end or begin right at a border: there two numbers may touch.</summary>
    public void MarkEdge(int border) => _edges[border] = true;

    /// <summary>Do texts of several rows end and begin at the border at x?</summary>
    public bool IsEdge(float x) => Array.BinarySearch(X, x) is >= 0 and int border && _edges[border];

    /// <summary>Separates every slot from every other.</summary>
    public void CloseAll()
    {
        _above.AsSpan().Fill(true);
        _before.AsSpan().Fill(true);
    }

    /// <summary>The same with more borders between rows, each from side to side.</summary>
    public Lattice WithRowBorders(IEnumerable<float> borders)
    {
        float[] y = [.. Y.Concat(borders.Where(border => border < Y[0] && border > Y[^1])).Distinct().OrderDescending()];
        if (TooMany(y.Length, X.Length))
            return this;
        Lattice finer = new(X, y, Evidence) { RowsToldByText = true };
        for (int row = 0; row < finer.Rows; row++)
        {
            int old = RowAt((y[row] + y[row + 1]) / 2);
            for (int column = 0; column < Columns; column++)
            {
                if (Y[old] != y[row] || IsClosedAbove(old, column))
                    finer.CloseAbove(row, column);
                if (IsClosedBefore(old, column))
                    finer.CloseBefore(row, column);
            }
        }

        return finer;
    }

    /// <summary>The column whose borders enclose x, or −1; a border belongs to the column on its right.</summary>
    public int ColumnAt(float x)
    {
        if (!(x >= X[0] && x <= X[^1]))
            return -1;
        int index = Array.BinarySearch(X, x);
        return Math.Min(index >= 0 ? index : ~index - 1, Columns - 1);
    }

    /// <summary>The row whose borders enclose y, or −1; a border belongs to the row below it.</summary>
    public int RowAt(float y)
    {
        if (!(y <= Y[0] && y >= Y[^1]))
            return -1;
        int low = 0;
        int high = Rows - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (Y[middle] >= y)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }
}
