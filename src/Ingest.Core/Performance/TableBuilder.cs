using Ingest.Contract.Documents;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;

namespace Ingest.Core.Performance;

/// <summary>One performance table in the making, grid by grid.</summary>
internal sealed class TableBuilder(string? title)
{
    /// <summary>How far a column border may move from page to page, points.</summary>
    private const float EdgeSlack = 3;

    private readonly HeadBlock _head = new();
    private readonly IndicatorBlock _indicators = new();
    private readonly List<int> _pages = [];
    private readonly List<Grid> _grids = [];
    private IndicatorColumns? _columns;
    private string? _innerTitle;

    /// <summary>The grids it was read from.</summary>
    public IReadOnlyList<Grid> Grids => _grids;

    /// <returns>False when the grid does not go on with this table; nothing is taken from it then.</returns>
    public bool TryAdd(PageContent page, Grid grid)
    {
        GridRows rows = new(page, grid);
        bool first = _pages.Count == 0;
        if (!first && !GoesOn(rows))
            return false;
        bool further = !first && _pages[^1] != page.Page.Number;
        for (int row = 0; row < rows.Count; row++)
            Read(rows, row, further && row == 0);
        _grids.Add(grid);
        if (first || further)
            _pages.Add(page.Page.Number);
        return true;
    }

    /// <summary>Null when no part of it was a performance table.</summary>
    public PerformanceTable? Build()
    {
        if (_pages.Count == 0 || !_head.Any && _indicators.Indicators.IsEmpty)
            return null;
        string printed = title ?? _innerTitle ?? "";
        return new PerformanceTable
        {
            Kind = _head.Project is null && !printed.Contains("项目", StringComparison.Ordinal) ? PerformanceKind.Department : PerformanceKind.Project,
            Title = printed,
            Pages = [.. _pages],
            Department = _head.Department,
            Project = _head.Project,
            Goal = _head.Goal,
            Contacts = _head.Contacts,
            Fields = _head.Fields,
            Funds = _head.Funds,
            Indicators = _indicators.Indicators,
        };
    }

    private void Read(GridRows rows, int row, bool afterBreak)
    {
        if (IndicatorColumns.Of(rows[row].Where(cell => cell.Row == row)) is { } header)
        {
            _columns = header;
            return;
        }
        if (_columns is not null)
        {
            _indicators.Read(rows, row, _columns, afterBreak);
            return;
        }
        if (rows[row] is [{ } only] && Labels.IsTitle(PrintedText.Label(only.Text)))
            _innerTitle = GridRows.Text(only);
        else
            _head.Read(rows, row);
    }

    /// <summary>More of the same columns, or the indicators that follow a head block.</summary>
    private bool GoesOn(GridRows rows)
    {
        if (PerformanceReader.IsPerformance(rows.Grid))
            return true;
        return _columns is null
            ? rows.Count > 0 && rows[0].Any(cell => Labels.IsLabel(PrintedText.Label(cell.Text)))
            : HasEdgesOf(rows.Grid);
    }

    /// <summary>A part on a further page keeps the columns where they were.</summary>
    private bool HasEdgesOf(Grid grid)
    {
        if (_grids is not [.., { } last] || last.Columns != grid.Columns)
            return false;
        for (int i = 0; i < grid.ColumnEdges.Length; i++)
            if (Math.Abs(grid.ColumnEdges[i] - last.ColumnEdges[i]) > EdgeSlack)
                return false;
        return true;
    }
}
