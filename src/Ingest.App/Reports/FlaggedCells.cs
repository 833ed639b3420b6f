using Ingest.Contract.Documents;
using Ingest.Contract.Text;

namespace Ingest.App.Reports;

/// <summary>Which findings each amount cell takes part in, worst first.</summary>
internal sealed class FlaggedCells
{
    private readonly Dictionary<CellReference, List<int>> _findings = [];

    private readonly BudgetDocument _document;

    /// <summary>Notes on rounding colour nothing.</summary>
    public FlaggedCells(BudgetDocument document)
    {
        _document = document;
        for (int i = 0; i < document.Findings.Length; i++)
        {
            if (document.Findings[i].Severity == Severity.Info)
                continue;
            foreach (CellReference cell in document.Findings[i].Cells.Where(cell => cell.Year is null))
                Add(cell, i);
        }
    }

    /// <summary>Indexes into <see cref="BudgetDocument.Findings"/>; empty for a cell that nothing flags.</summary>
    public IReadOnlyList<int> Of(Statement statement, StatementRow row, AmountCell cell) =>
        _findings.TryGetValue(Key(statement.Id, row.Side, row.Code, row.Name, row.Project, cell.Column), out List<int>? found) ? found : [];

    /// <summary>True when a finding names the cell as the most likely wrong one.</summary>
    public bool IsSuspect(Statement statement, StatementRow row, AmountCell cell) =>
        Of(statement, row, cell).Any(index => _document.Findings[index].Suspects is [var first, ..]
            && Key(first.Cell) == Key(statement.Id, row.Side, row.Code, row.Name, row.Project, cell.Column));

    private void Add(CellReference cell, int finding)
    {
        CellReference key = Key(cell);
        if (!_findings.TryGetValue(key, out List<int>? list))
            _findings[key] = list = [];
        if (!list.Contains(finding))
            list.Add(finding);
        list.Sort((a, b) => _document.Findings[b].Severity.CompareTo(_document.Findings[a].Severity) is var order && order != 0 ? order : a.CompareTo(b));
    }

    private static CellReference Key(CellReference cell) => Key(cell.Statement, cell.Side, cell.Code, cell.Name, cell.Project, cell.Column);

    /// <summary>Place in the statement only: two rows of one name share their flags, which is what a reader wants to see.</summary>
    private static CellReference Key(string statement, RowSide? side, string? code, string? name, string? project, string? column) =>
        new() { Statement = statement, Side = side, Code = code, Name = name, Project = project, Column = column };
}
