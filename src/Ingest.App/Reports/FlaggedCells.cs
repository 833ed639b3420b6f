using Ingest.Contract.Documents;
using Ingest.Contract.Text;

namespace Ingest.App.Reports;

/// <summary>Which findings each amount cell takes part in, worst first.</summary>
internal sealed class FlaggedCells
{
    private readonly Dictionary<CellId, List<int>> _findings = [];

    private readonly HashSet<CellId> _suspects = [];

    /// <summary>Notes on rounding colour nothing.</summary>
    public FlaggedCells(BudgetDocument document)
    {
        foreach (int i in Enumerable.Range(0, document.Findings.Length).OrderByDescending(i => document.Findings[i].Severity))
        {
            Finding finding = document.Findings[i];
            if (finding.Severity == Severity.Info)
                continue;
            foreach (CellId cell in finding.Cells.Where(cell => cell.Year is null).Select(cell => cell.Id).Distinct())
            {
                if (!_findings.TryGetValue(cell, out List<int>? found))
                    _findings[cell] = found = [];
                found.Add(i);
            }

            if (finding.Suspects is [var first, ..])
                _suspects.Add(first.Cell.Id);
        }
    }

    /// <summary>Indexes into <see cref="BudgetDocument.Findings"/>; empty for a cell that nothing flags.</summary>
    public IReadOnlyList<int> Of(CellId cell) => _findings.TryGetValue(cell, out List<int>? found) ? found : [];

    /// <summary>True when a finding names the cell as the most likely wrong one.</summary>
    public bool IsSuspect(CellId cell) => _suspects.Contains(cell) && _findings.ContainsKey(cell);
}
