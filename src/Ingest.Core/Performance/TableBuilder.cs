using Ingest.Core.Documents;
using Ingest.Pdf.Tables;

namespace Ingest.Core.Performance;

/// <summary>One performance table in the making, grid by grid.</summary>
internal sealed class TableBuilder(string? title)
{
    /// <summary>How far a column border may move from page to page, points.</summary>
    private const float EdgeSlack = 3;

    private readonly HeadBlock head = new();
    private readonly IndicatorBlock indicators = new();
    private readonly List<int> pages = [];
    private readonly List<Grid> grids = [];
    private IndicatorColumns? columns;
    private string? innerTitle;

    /// <summary>The grids it was read from.</summary>
    public IReadOnlyList<Grid> Grids => grids;

    /// <returns>False when the grid does not go on with this table; nothing is taken from it then.</returns>
    public bool TryAdd(PageContent page, Grid grid)
    {
        GridRows rows = new(page, grid);
        bool first = pages.Count == 0;
        if (!first && !GoesOn(rows))
            return false;
        bool further = !first && pages[^1] != page.Page.Number;
        for (int row = 0; row < rows.Count; row++)
            Read(rows, row, further && row == 0);
        grids.Add(grid);
        if (first || further)
            pages.Add(page.Page.Number);
        return true;
    }

    /// <summary>Null when no part of it was a performance table.</summary>
    public PerformanceTable? Build()
    {
        if (pages.Count == 0 || !head.Any && indicators.Indicators.IsEmpty)
            return null;
        string printed = title ?? innerTitle ?? "";
        return new PerformanceTable
        {
            Kind = head.Project is null && !printed.Contains("项目", StringComparison.Ordinal) ? PerformanceKind.Department : PerformanceKind.Project,
            Title = printed,
            Pages = [.. pages],
            Department = head.Department,
            Project = head.Project,
            Goal = head.Goal,
            Contacts = head.Contacts,
            Fields = head.Fields,
            Funds = head.Funds,
            Indicators = indicators.Indicators,
        };
    }

    private void Read(GridRows rows, int row, bool afterBreak)
    {
        if (IndicatorColumns.Of(rows[row].Where(cell => cell.Row == row)) is { } header)
        {
            columns = header;
            return;
        }
        if (columns is not null)
        {
            indicators.Read(rows, row, columns, afterBreak);
            return;
        }
        if (rows[row] is [{ } only] && Labels.IsTitle(Labels.Fold(only.Text)))
            innerTitle = GridRows.Text(only);
        else
            head.Read(rows, row);
    }

    /// <summary>More of the same columns, or the indicators that follow a head block.</summary>
    private bool GoesOn(GridRows rows)
    {
        if (PerformanceReader.IsPerformance(rows.Grid))
            return true;
        return columns is null
            ? rows.Count > 0 && rows[0].Any(cell => Labels.IsLabel(Labels.Fold(cell.Text)))
            : HasEdgesOf(rows.Grid);
    }

    /// <summary>A part on a further page keeps the columns where they were.</summary>
    private bool HasEdgesOf(Grid grid)
    {
        if (grids is not [.., { } last] || last.Columns != grid.Columns)
            return false;
        for (int i = 0; i < grid.ColumnEdges.Length; i++)
            if (Math.Abs(grid.ColumnEdges[i] - last.ColumnEdges[i]) > EdgeSlack)
                return false;
        return true;
    }
}
