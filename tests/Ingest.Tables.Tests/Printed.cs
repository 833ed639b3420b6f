using Ingest.Contract.Grids;

namespace Ingest.Tables.Tests;

/// <summary>Grids as text that can be read in a test.</summary>
internal static class Printed
{
    /// <summary>
    /// One line per row: the cells that begin in it, "·" for an empty one, rows by columns in brackets
    /// where a cell spans: <c>项目[2x1] | 支出[1x2]</c>.
    /// </summary>
    public static string[] Rows(Grid grid) =>
        [.. grid.Cells.GroupBy(cell => cell.Row).OrderBy(row => row.Key).Select(row => string.Join(" | ", row.Select(Cell)))];

    public static string[] Lines(PageContent content) => [.. content.Lines.Select(line => line.Text)];

    private static string Cell(GridCell cell) =>
        (cell.Text.Length == 0 ? "·" : cell.Text)
        + (cell.RowSpan * cell.ColumnSpan > 1 ? $"[{cell.RowSpan}x{cell.ColumnSpan}]" : "");
}
