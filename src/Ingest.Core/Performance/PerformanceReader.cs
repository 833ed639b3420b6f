using System.Collections.Immutable;
using Ingest.Core.Documents;
using Ingest.Pdf.Tables;

namespace Ingest.Core.Performance;

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
        return grid.Cells.GroupBy(cell => cell.Row).Any(row => IndicatorColumns.Of(row) is not null);
    }

    /// <param name="pages">All pages of the document in order.</param>
    /// <param name="statements">Grids that are budget statements; they end a performance table.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ImmutableArray<PerformanceTable> Read(
        IReadOnlyList<PageContent> pages, IReadOnlySet<Grid> statements, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(pages);
        ArgumentNullException.ThrowIfNull(statements);
        List<PerformanceTable> tables = [];
        TableBuilder? open = null;
        foreach (PageContent page in pages)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int i = 0; i < page.Grids.Length; i++)
            {
                Grid grid = page.Grids[i];
                string? title = Titles.Above(page, i);
                bool begins = title is not null || BeginsTable(page, grid);
                if (begins || statements.Contains(grid))
                    Close(ref open, tables);
                if (statements.Contains(grid))
                    continue;
                if (begins)
                    open = new TableBuilder(title);
                if (open is not null && !open.TryAdd(page, grid))
                    Close(ref open, tables);
            }
        }
        Close(ref open, tables);
        return [.. tables];
    }

    /// <summary>A table without a title of its own still begins with its head block.</summary>
    private static bool BeginsTable(PageContent page, Grid grid)
    {
        if (!IsPerformance(grid))
            return false;
        GridRows rows = new(page, grid);
        return rows[0].Any(cell => Labels.Fold(cell.Text) is { Length: > 0 } text
            && (Labels.IsDepartment(text) || Labels.IsProject(text) || Labels.IsTitle(text)));
    }

    private static void Close(ref TableBuilder? open, List<PerformanceTable> tables)
    {
        if (open?.Build() is { } table)
            tables.Add(table);
        open = null;
    }
}
