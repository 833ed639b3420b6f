using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;

namespace Ingest.App.Reports;

/// <summary>Which findings each amount cell takes part in, worst first.</summary>
internal sealed class FlaggedCells
{
    private readonly Dictionary<CellReference, List<ReportedFinding>> _findings = [];

    /// <summary>Notes on rounding colour nothing.</summary>
    /// <param name="findings">Worst first.</param>
    public FlaggedCells(ImmutableArray<ReportedFinding> findings)
    {
        foreach (ReportedFinding found in findings.Where(found => found.Finding.Severity != Severity.Info))
            foreach (CellReference cell in found.Finding.Cells.Where(cell => cell.Year is null))
                Add(PrintedPlace.Key(cell), found);
    }

    /// <summary>Empty for a cell that nothing flags.</summary>
    public IReadOnlyList<ReportedFinding> Of(Statement statement, StatementRow row, AmountCell cell) =>
        _findings.TryGetValue(PrintedPlace.Key(statement, row, cell), out List<ReportedFinding>? found)
            ? [.. found.Where(one => one.Finding.Cells.Any(named => PrintedPlace.Names(named, statement, row, cell)))] : [];

    /// <summary>True when a finding names the cell as the most likely wrong one.</summary>
    public bool IsSuspect(Statement statement, StatementRow row, AmountCell cell) =>
        Of(statement, row, cell).Any(found => found.Finding.Suspects is [var first, ..] && PrintedPlace.Names(first.Cell, statement, row, cell));

    private void Add(CellReference key, ReportedFinding finding)
    {
        if (!_findings.TryGetValue(key, out List<ReportedFinding>? list))
            _findings[key] = list = [];
        if (!list.Contains(finding))
            list.Add(finding);
    }
}
