using Ingest.Contract.Documents;

namespace Ingest.App.Compare;

/// <summary>All amounts of a document's statements that are not blank, by the cell they stand in.</summary>
internal static class PrintedAmounts
{
    public static Dictionary<CellId, CellReference> Of(BudgetDocument document)
    {
        var amounts = new Dictionary<CellId, CellReference>();
        foreach (Statement statement in document.Statements)
            foreach (StatementRow row in statement.Rows)
                foreach (AmountCell cell in row.Cells)
                    if (cell.Value is not null)
                        amounts.Add(CellId.Of(statement, row, cell.Column), CellReference.Of(statement, row, cell));
        return amounts;
    }
}
