using System.Collections.Immutable;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;

namespace Ingest.Core.Layouts;

/// <summary>The header rows of a grid, taken apart into one path of texts per column.</summary>
internal sealed class TableHeader
{
    private TableHeader(int dataRow, ImmutableArray<HeaderColumn> columns, bool isPresent, bool isNumbered)
    {
        DataRow = dataRow;
        IsNumbered = isNumbered;
        Columns = columns;
        IsPresent = isPresent;
    }

    /// <summary>False for the rest of a table whose header is on an earlier page.</summary>
    public bool IsPresent { get; }

    /// <summary>A row that numbers the columns ends it, so that it is a header for certain.</summary>
    public bool IsNumbered { get; }

    /// <summary>The first row below the header.</summary>
    public int DataRow { get; }

    /// <summary>From left to right; grid columns below one leaf cell are one.</summary>
    public ImmutableArray<HeaderColumn> Columns { get; }

    /// <param name="firstRow">Rows above are titles inside the grid.</param>
    public static TableHeader Find(GridView view, int firstRow, HeaderVocabulary vocabulary)
    {
        int end = HeaderRows.End(view, firstRow, vocabulary);
        int? marker = end > firstRow && MarkerRow.Is(view, end - 1) ? end - 1 : null;
        if (marker is null && end < view.Rows && MarkerRow.Is(view, end))
            marker = end++;
        ImmutableArray<HeaderColumn> columns = HeaderYears.Name(ReadColumns(view, firstRow, marker ?? end, marker));
        return new TableHeader(end, columns, columns.Any(column => !column.Folded.IsEmpty), marker is not null);
    }

    /// <summary>True when the same texts, or the same numbers of the columns, stand above as many columns.</summary>
    public bool Repeats(TableHeader other) =>
        Columns.Length == other.Columns.Length
        && (HasNumbersOf(other) || Columns.Zip(other.Columns).All(pair => pair.First.Folded.SequenceEqual(pair.Second.Folded)));

    /// <summary>True when each column is headed as there, or by a text that what stands there is the beginning of: a page end cut off its last lines.</summary>
    public bool Completes(TableHeader other) =>
        Columns.Length == other.Columns.Length
        && Columns.Zip(other.Columns).All(pair => string.Concat(pair.First.Folded).StartsWith(string.Concat(pair.Second.Folded), StringComparison.Ordinal));

    /// <summary>This header with the first rows of it that another page prints: each column below what stands over its middle there.</summary>
    public TableHeader Below(TableHeader upper, Grid upperGrid, Grid grid)
    {
        float Share(float x, Grid of) => (x - of.Box.Left) / Math.Max(1, of.Box.Width);
        ImmutableArray<HeaderColumn> columns =
        [
            .. Columns.Select(column =>
            {
                float middle = Share((grid.ColumnEdges[column.First] + grid.ColumnEdges[column.First + column.Count]) / 2, grid);
                HeaderColumn? above = upper.Columns.FirstOrDefault(other =>
                    Share(upperGrid.ColumnEdges[other.First], upperGrid) <= middle && middle < Share(upperGrid.ColumnEdges[other.First + other.Count], upperGrid));
                return above is null ? column : column with { Texts = [.. above.Texts, .. column.Texts], Folded = [.. above.Folded, .. column.Folded] };
            }),
        ];
        return new TableHeader(DataRow, columns, IsPresent, IsNumbered);
    }

    private bool HasNumbersOf(TableHeader other) =>
        Columns.Any(column => column.Number is not null) && Columns.Select(column => column.Number).SequenceEqual(other.Columns.Select(column => column.Number));

    private static ImmutableArray<HeaderColumn> ReadColumns(GridView view, int firstRow, int end, int? marker)
    {
        var columns = ImmutableArray.CreateBuilder<HeaderColumn>();
        int leafBefore = -1;
        for (int column = 0; column < view.Columns; column++)
        {
            int[] path = Path(view, firstRow, end, column);
            int leaf = path.Length == 0 ? -1 : path[^1];
            // A group header without sub-headers still has the columns that are drawn below it.
            bool isLeaf = leaf >= 0 && view.Cell(leaf).Row + view.Cell(leaf).RowSpan >= end;
            if (isLeaf && leaf == leafBefore)
            {
                columns[^1] = columns[^1] with { Count = columns[^1].Count + 1 };
                continue;
            }
            leafBefore = isLeaf ? leaf : -1;
            ImmutableArray<string> texts = [.. path.Select(view.Text)];
            columns.Add(new HeaderColumn(column, 1, texts, [.. texts.Select(PrintedText.Fold)], NumberOf(view, marker, column)));
        }
        return columns.ToImmutable();
    }

    private static int[] Path(GridView view, int firstRow, int end, int column)
    {
        var path = new List<int>();
        for (int row = firstRow; row < end; row++)
        {
            int index = view.CellAt(row, column);
            if (index < 0 || view.Text(index).Length == 0 || (path.Count > 0 && path[^1] == index))
                continue;
            // A header never reaches over more columns than the header above it. What does is the label of a
            // first total row that shares a line with sub-headers.
            if (path.Count == 0 || IsBelow(view.Cell(index), view.Cell(path[^1])))
                path.Add(index);
        }
        return [.. path];
    }

    private static bool IsBelow(GridCell cell, GridCell above) =>
        cell.Column >= above.Column && cell.Column + cell.ColumnSpan <= above.Column + above.ColumnSpan;

    private static int? NumberOf(GridView view, int? marker, int column)
    {
        if (marker is not { } row || view.CellAt(row, column) is not (>= 0 and var index))
            return null;
        return MarkerRow.Number(PrintedText.Fold(view.Text(index)));
    }
}

/// <summary>A column as its header describes it.</summary>
/// <param name="First">First grid column.</param>
/// <param name="Count">How many grid columns.</param>
/// <param name="Texts">Header texts from top to leaf, spaces removed.</param>
/// <param name="Folded">The same, folded.</param>
/// <param name="Number">What the row of column numbers says, or null.</param>
internal sealed record HeaderColumn(
    int First, int Count, ImmutableArray<string> Texts, ImmutableArray<string> Folded, int? Number)
{
    /// <summary>For messages.</summary>
    public string Path => string.Join(" / ", Texts);

    public bool Covers(int column) => column >= First && column < First + Count;
}
