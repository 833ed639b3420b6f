using Ingest.Contract.Documents;

namespace Ingest.Review.Years;

/// <summary>A figure that a later publication prints otherwise.</summary>
public sealed record ChangedFigure(CellId Cell, decimal? Before, decimal? After);

/// <summary>What was changed when a document was published again, cell by cell.</summary>
public static class Republication
{
    public static IReadOnlyList<ChangedFigure> Between(BudgetDocument before, BudgetDocument after)
    {
        (Dictionary<CellId, decimal> was, Dictionary<CellId, decimal> now) = (Figures(before), Figures(after));
        return
        [
            .. now.Where(figure => !was.TryGetValue(figure.Key, out decimal old) || old != figure.Value).Select(figure => new ChangedFigure(figure.Key, was.TryGetValue(figure.Key, out decimal old) ? old : null, figure.Value)),
            .. was.Where(figure => !now.ContainsKey(figure.Key)).Select(figure => new ChangedFigure(figure.Key, figure.Value, null)),
        ];
    }

    private static Dictionary<CellId, decimal> Figures(BudgetDocument document)
    {
        var figures = new Dictionary<CellId, decimal>();
        foreach (Statement statement in document.Statements)
            foreach (StatementRow row in statement.Rows)
                foreach (AmountCell cell in row.Cells.Where(cell => cell.Value is not null))
                    figures.TryAdd(CellId.Of(statement, row, cell.Column), cell.Value!.Value);
        return figures;
    }
}
