using Ingest.Core.Documents;

namespace Ingest.App.Comparison;

/// <summary>Which printed amount of a document is meant, whatever its value and place.</summary>
/// <param name="Occurrence">0 for the first of rows that are alike in everything else.</param>
internal sealed record FactKey(string Statement, RowSide? Side, string? Code, string Name, string? Project, string Column, int Occurrence)
{
    /// <summary>All amounts of a document that are not blank.</summary>
    public static Dictionary<FactKey, decimal> Of(BudgetDocument document)
    {
        var facts = new Dictionary<FactKey, decimal>();
        foreach (Statement statement in document.Statements)
            foreach (StatementRow row in statement.Rows)
                foreach (AmountCell cell in row.Cells)
                    if (cell.Value is { } amount)
                        Add(facts, new FactKey(statement.Id, row.Side, row.Code, row.Name, row.Project, cell.Column, 0), amount);
        return facts;
    }

    public override string ToString() =>
        string.Join(' ', new[] { Statement, Code, Name, Project, "·", Column, Occurrence > 0 ? $"#{Occurrence + 1}" : null }.Where(part => !string.IsNullOrEmpty(part)));

    private static void Add(Dictionary<FactKey, decimal> facts, FactKey key, decimal amount)
    {
        while (!facts.TryAdd(key, amount))
            key = key with { Occurrence = key.Occurrence + 1 };
    }
}
