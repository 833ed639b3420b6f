using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;

namespace Ingest.Core.Performance;

/// <summary>What the performance tables of a document say.</summary>
/// <param name="Tables">In document order.</param>
/// <param name="Grids">Every grid they were read from, compared by reference.</param>
public sealed record PerformanceReading(ImmutableArray<PerformanceTable> Tables, IReadOnlySet<Grid> Grids);

/// <summary>
/// Reads performance-target tables: 部门整体绩效目标表, 项目支出绩效目标表, 财政项目支出绩效目标填报表 and what
/// else has 三级指标 with 指标值. A table may run on over pages and may be printed as several grids.
/// </summary>
public static class PerformanceReader
{
    /// <summary>True for a grid that has the header row of indicators: no budget statement has one.</summary>
    public static bool IsPerformance(Grid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        foreach (GridCell cell in grid.Cells)
            if (IndicatorColumns.IsName(cell) && IndicatorColumns.Of(RowOf(grid, cell)) is not null)
                return true;
        return false;
    }

    private static IEnumerable<GridCell> RowOf(Grid grid, GridCell cell) => grid.Cells.Where(other => other.Row == cell.Row);

    /// <param name="pages">All pages of the document in order.</param>
    /// <param name="statements">Grids that are budget statements; they end a performance table.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static PerformanceReading Read(
        IReadOnlyList<PageContent> pages, IReadOnlySet<Grid> statements, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(pages);
        ArgumentNullException.ThrowIfNull(statements);
        var begun = new List<TableBuilder>();
        TableBuilder? open = null;
        foreach (PageContent page in pages)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int i = 0; i < page.Grids.Length; i++)
            {
                Grid grid = page.Grids[i];
                string? title = Titles.Above(page, i);
                bool begins = title is not null || BeginsTable(page, grid);
                if (statements.Contains(grid))
                {
                    open = null;
                    continue;
                }
                if (begins)
                    begun.Add(open = new TableBuilder(title));
                if (open is not null && !open.TryAdd(page, grid))
                    open = null;
            }
        }
        (TableBuilder Builder, PerformanceTable? Table)[] built = [.. begun.Select(builder => (builder, builder.Build()))];
        return new PerformanceReading(
            [.. built.Select(one => one.Table).OfType<PerformanceTable>()],
            built.Where(one => one.Table is not null).SelectMany(one => one.Builder.Grids).ToHashSet<Grid>(ReferenceEqualityComparer.Instance));
    }

    /// <summary>A table without a title of its own still begins with its head block.</summary>
    private static bool BeginsTable(PageContent page, Grid grid)
    {
        if (!IsPerformance(grid))
            return false;
        GridRows rows = new(page, grid);
        return rows[0].Any(cell => PrintedText.Label(cell.Text) is { Length: > 0 } text
            && (Labels.IsDepartment(text) || Labels.IsProject(text) || Labels.IsTitle(text)));
    }
}
