using Ingest.Contract.Documents;
using Ingest.Review.Documents;
using Ingest.Store;
using Ingest.Store.Review;

namespace Ingest.Review.Findings;

/// <summary>One cell that was looked for.</summary>
/// <param name="Cell">Null where its row has no amount.</param>
public sealed record FigureHit(CellPosition? At, Statement Statement, StatementRow Row, AmountCell? Cell);

/// <summary>What a document holds of what was looked for.</summary>
/// <param name="More">Hits beyond those that are listed.</param>
public sealed record FigureHits(StoredDocument Document, IReadOnlyList<FigureHit> Hits, int More)
{
    /// <summary>Listed of one document.</summary>
    private const int Most = 12;

    /// <param name="read">As it is shown.</param>
    public static FigureHits Of(StoredDocument document, BudgetDocument read, FigureQuery query)
    {
        FigureHit[] all = [.. Enumerable.Range(0, read.Statements.Length).SelectMany(statement => In(read.Statements[statement], statement, query))];
        return new FigureHits(document, [.. all.Take(Most)], Math.Max(0, all.Length - Most));
    }

    /// <summary>Cells with the amount; of a row that has the code and none of these, its first amount.</summary>
    private static IEnumerable<FigureHit> In(Statement statement, int number, FigureQuery query)
    {
        for (int r = 0; r < statement.Rows.Length; r++)
        {
            StatementRow row = statement.Rows[r];
            int[] found = [.. Enumerable.Range(0, row.Cells.Length).Where(cell => query.MatchesAmount(row.Cells[cell], statement.Unit))];
            if (found.Length == 0 && query.MatchesCode(row))
                found = [.. Enumerable.Range(0, row.Cells.Length).Where(cell => row.Cells[cell].Value is not null).DefaultIfEmpty(-1).Take(1)];
            foreach (int cell in found)
                yield return new FigureHit(cell < 0 ? null : new CellPosition(number, r, cell), statement, row, cell < 0 ? null : row.Cells[cell]);
        }
    }
}
