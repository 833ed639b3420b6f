using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Causes;

/// <summary>Supposes that two rows of one whole stand with each other's amounts: their total holds, and everything else fails.</summary>
internal static class ExchangedRows
{
    private const decimal Cost = 0.8m;

    /// <summary>Rows of one whole that are tried against each other; where more are involved it is not two rows that were exchanged.</summary>
    private const int MostRows = 12;

    public static IEnumerable<Hypothesis> Propose(OpenFailures open)
    {
        IEnumerable<IGrouping<(IndexedStatement, IndexedRow?, Contract.Documents.RowSide?), IndexedRow>> wholes = open.Involved()
            .Select(figure => figure.Row).OfType<IndexedRow>().Where(row => !row.IsAbsent && !row.IsTotal).Distinct()
            .GroupBy(row => (row.Statement, row.Whole, row.Side));
        foreach (IndexedRow[] rows in wholes.Select(whole => whole.ToArray()).Where(rows => rows.Length is > 1 and <= MostRows))
            for (int i = 0; i < rows.Length; i++)
                for (int j = i + 1; j < rows.Length; j++)
                    if (Exchange(open, rows[i], rows[j]) is { } exchange)
                        yield return exchange;
    }

    private static Hypothesis? Exchange(OpenFailures open, IndexedRow first, IndexedRow second)
    {
        var changes = new Changes();
        foreach ((Figure left, Figure right) in first.Figures.Zip(second.Figures))
            if (open.Amount(left) != open.Amount(right))
                (changes[left], changes[right]) = (open.Amount(right), open.Amount(left));
        return changes.Amounts.Count == 0 ? null
            : new(CauseKind.ExchangedRows, changes, [.. changes.Amounts.Keys.OrderBy(figure => figure.Id)], Cost) { Row = first, Other = second };
    }
}
