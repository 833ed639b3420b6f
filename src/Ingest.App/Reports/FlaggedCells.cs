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
        _findings.TryGetValue(Key(statement.Id, row.Side, row.Code, row.Name, row.Project, cell.Column), out List<int>? found)
            ? [.. found.Where(index => _document.Findings[index].Cells.Any(named => Names(named, statement, row, cell)))] : [];

    /// <summary>True when a finding names the cell as the most likely wrong one.</summary>
    public bool IsSuspect(Statement statement, StatementRow row, AmountCell cell) =>
        Of(statement, row, cell).Any(index => _document.Findings[index].Suspects is [var first, ..]
            && Names(first.Cell, statement, row, cell));

    /// <summary>The same place: rows alike in code and name are told apart by page and box.</summary>
    private static bool Names(CellReference named, Statement statement, StatementRow row, AmountCell cell) =>
        Key(named) == Key(statement.Id, row.Side, row.Code, row.Name, row.Project, cell.Column)
        && (named.Page is null || named.Box is null || (named.Page == cell.Page && (named.Box == cell.Box || named.Box == row.Box)));

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

    /// <summary>Place in the statement by what is printed there.</summary>
    private static CellReference Key(string statement, RowSide? side, string? code, string? name, string? project, string? column) =>
        new() { Statement = statement, Side = side, Code = code, Name = name, Project = project, Column = column };
}
