using Ingest.Contract.Grids;
using Ingest.Core.Layouts;

namespace Ingest.Core.Statements;

/// <summary>Leads from the grid columns of a table's continuation to the columns of its header.</summary>
internal sealed class ColumnMap
{
    /// <summary>Points; rulings of one table on two pages are drawn by the same numbers.</summary>
    private const float SameEdge = 2.5f;

    /// <summary>Share of the table's width, for tables printed with other margins or scaled.</summary>
    private const float SameShare = 0.012f;

    private readonly int[] _columns;
    private readonly int[] _counts;

    private ColumnMap(int[] columns, int[]? counts = null)
    {
        _columns = columns;
        _counts = counts ?? [.. Enumerable.Repeat(1, columns.Length)];
    }

    /// <summary>Index of the header column below which a grid column stands, the first where it stands below several; −1 for none.</summary>
    public int this[int gridColumn] => _columns[gridColumn];

    /// <summary>
    /// How many columns of the header a grid column stands below: more than one where the page prints nothing but cells that are
    /// merged over them, such as the name of a total.
    /// </summary>
    public int Count(int gridColumn) => _counts[gridColumn];

    /// <summary>A map told by something else than borders.</summary>
    public static ColumnMap To(IEnumerable<int> columns) => new([.. columns]);

    /// <summary>The map of the grid that the header is in.</summary>
    public static ColumnMap Own(Grid grid, TableHeader header)
    {
        var columns = new int[grid.Columns];
        for (int column = 0; column < grid.Columns; column++)
            columns[column] = IndexOf(header, column);
        return new ColumnMap(columns);
    }

    /// <summary>
    /// The map of a grid that continues another: the same borders, or the same shares of the width. Null
    /// when its columns are not those of the table.
    /// </summary>
    public ColumnMap? Continue(Grid before, Grid next) =>
        Map(before, next, static (x, _) => x, SameEdge)
        ?? (AreOfOneWidth(before, next) ? Map(before, next, static (x, grid) => (x - grid.Box.Left) / Math.Max(1, grid.Box.Width), SameShare) : null);

    /// <summary>Where nothing is drawn, a grid is as wide as its texts, and other texts make other shares of other columns.</summary>
    private static bool AreOfOneWidth(Grid before, Grid next) =>
        (before.Evidence != GridEvidence.Aligned && next.Evidence != GridEvidence.Aligned)
        || (Math.Abs(before.Box.Left - next.Box.Left) <= SameEdge && Math.Abs(before.Box.Right - next.Box.Right) <= SameEdge);

    /// <summary>
    /// The map of a grid whose borders nothing draws, so that on every page they lie where its texts leave room: each column
    /// is the one of the table that all of its texts stand in. Null when texts of one column stand in several, or those of two in one.
    /// </summary>
    public ColumnMap? ContinueByText(Grid before, Grid next)
    {
        if (before.Evidence == GridEvidence.Ruled || next.Evidence == GridEvidence.Ruled || next.Columns > before.Columns)
            return null;
        float[] edges = [.. before.ColumnEdges];
        var mapped = new int[next.Columns];
        int last = -1;
        for (int column = 0; column < next.Columns; column++)
        {
            if (Below(next, column, 0, edges.Length - 1, edges, static (x, _) => x) is not { } below || below <= last)
                return null;
            mapped[column] = _columns[below];
            last = below;
        }

        return new ColumnMap(mapped);
    }

    /// <summary>
    /// Every border of the continuation must be a border of the table; borders may be missing, as where
    /// cells are merged in all of its rows.
    /// </summary>
    private ColumnMap? Map(Grid before, Grid next, Func<float, Grid, float> scale, float tolerance)
    {
        float[] edges = [.. before.ColumnEdges.Select(x => scale(x, before))];
        var mapped = new int[next.Columns];
        var counts = new int[next.Columns];
        int at = Nearest(edges, scale(next.ColumnEdges[0], next), tolerance);
        if (at < 0 || next.Columns * 2 < before.Columns)
            return null;
        for (int column = 0; column < next.Columns; column++)
        {
            int right = Nearest(edges, scale(next.ColumnEdges[column + 1], next), tolerance);
            if (right <= at)
                return null;
            if (Below(next, column, at, right, edges, scale) is not { } below)
                return null;
            mapped[column] = _columns[below];
            counts[column] = next.Evidence == GridEvidence.Ruled ? 1 + Last(at, right) - _columns[at] : _counts[below];
            at = right;
        }
        return new ColumnMap(mapped, counts);
    }

    /// <summary>The last header column below which the columns between two borders stand.</summary>
    private int Last(int first, int end) => Math.Max(_columns[first], _columns[end - 1] + _counts[end - 1] - 1);

    /// <summary>
    /// Which of the columns between two borders a column of the continuation is. Where nothing is drawn, columns that are
    /// blank on the page leave no border: then the texts tell, and null is answered when they stand below several.
    /// </summary>
    private static int? Below(Grid next, int column, int first, int end, float[] edges, Func<float, Grid, float> scale)
    {
        if (end - first == 1 || next.Evidence == GridEvidence.Ruled)
            return first;
        int? found = null;
        foreach (GridCell cell in next.Cells)
        {
            if (cell.Column > column || cell.Column + cell.ColumnSpan <= column)
                continue;
            foreach (TextLine line in cell.Lines)
            {
                int at = Math.Clamp(Array.FindLastIndex(edges, edge => edge <= scale(line.Box.CenterX, next)), first, end - 1);
                if (found is { } other && other != at)
                    return null;
                found = at;
            }
        }

        return found ?? first;
    }

    private static int Nearest(float[] edges, float x, float tolerance)
    {
        int best = -1;
        float distance = tolerance;
        for (int i = 0; i < edges.Length; i++)
            if (Math.Abs(edges[i] - x) <= distance)
                (best, distance) = (i, Math.Abs(edges[i] - x));
        return best;
    }

    private static int IndexOf(TableHeader header, int column)
    {
        for (int i = 0; i < header.Columns.Length; i++)
            if (header.Columns[i].Covers(column))
                return i;
        return -1;
    }
}
