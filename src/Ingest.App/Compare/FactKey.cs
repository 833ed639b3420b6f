using Ingest.Contract.Documents;

namespace Ingest.App.Compare;

/// <summary>Which printed amount of a document is meant, whatever its value and place.</summary>
/// <param name="Occurrence">0 for the first of rows that are alike in everything else.</param>
internal sealed record FactKey(string Statement, RowSide? Side, string? Code, string Name, string? Project, string Column, int Occurrence)
{
    /// <summary>All amounts of a document that are not blank.</summary>
    public static Dictionary<FactKey, decimal> Of(BudgetDocument document) =>
        Cells(document).ToDictionary(fact => fact.Key, fact => fact.Value.Amount!.Value);

    /// <summary>The same with their places.</summary>
    public static Dictionary<FactKey, CellReference> Cells(BudgetDocument document)
    {
        var facts = new Dictionary<FactKey, CellReference>();
        foreach (Statement statement in document.Statements)
            foreach (StatementRow row in statement.Rows)
                foreach (AmountCell cell in row.Cells)
                    if (cell.Value is not null)
                        Add(facts, new FactKey(statement.Id, row.Side, row.Code, row.Name, row.Project, cell.Column, 0), Place(statement, row, cell));
        return facts;
    }

    public override string ToString() =>
        string.Join(' ', new[] { Statement, Code, Name, Project, "·", Column, Occurrence > 0 ? $"#{Occurrence + 1}" : null }.Where(part => !string.IsNullOrEmpty(part)));

    private static void Add(Dictionary<FactKey, CellReference> facts, FactKey key, CellReference cell)
    {
        while (!facts.TryAdd(key, cell))
            key = key with { Occurrence = key.Occurrence + 1 };
    }

    private static CellReference Place(Statement statement, StatementRow row, AmountCell cell) => new()
    {
        Statement = statement.Id,
        Side = row.Side,
        Code = row.Code,
        Name = row.Name,
        Project = row.Project,
        Column = cell.Column,
        Amount = cell.Value,
        Page = cell.Page,
        Box = cell.Box,
    };
}
