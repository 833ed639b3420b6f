using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;

namespace Ingest.App.Reports;

/// <summary>Which findings each amount cell takes part in, worst first.</summary>
internal sealed class FlaggedCells
{
    private readonly Dictionary<CellId, List<ReportedFinding>> _findings = [];

    private readonly HashSet<CellId> _suspects = [];

    /// <summary>Notes on rounding colour nothing.</summary>
    /// <param name="findings">Worst first.</param>
    public FlaggedCells(ImmutableArray<ReportedFinding> findings)
    {
        foreach (ReportedFinding found in findings.Where(found => found.Finding.Severity != Severity.Info))
        {
            foreach (CellId cell in found.Finding.Cells.Where(cell => cell.Year is null).Select(cell => cell.Id).Distinct())
                Add(cell, found);
            if (found.Finding.Suspects is [var first, ..])
                _suspects.Add(first.Cell.Id);
        }
    }

    /// <summary>Empty for a cell that nothing flags.</summary>
    public IReadOnlyList<ReportedFinding> Of(CellId cell) => _findings.TryGetValue(cell, out List<ReportedFinding>? found) ? found : [];

    /// <summary>True when a finding names the cell as the most likely wrong one.</summary>
    public bool IsSuspect(CellId cell) => _suspects.Contains(cell) && _findings.ContainsKey(cell);

    private void Add(CellId cell, ReportedFinding finding)
    {
        if (!_findings.TryGetValue(cell, out List<ReportedFinding>? list))
            _findings[cell] = list = [];
        list.Add(finding);
    }
}
