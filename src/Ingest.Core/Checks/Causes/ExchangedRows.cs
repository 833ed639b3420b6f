using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Causes;

/// <summary>
/// Supposes that two rows of one whole stand with each other's amounts, with the rows below them where these match: their
/// total holds, and what other tables say of them fails.
/// </summary>
internal static class ExchangedRows
{
    private const decimal Cost = 0.8m;

    /// <summary>Rows of one whole that are tried against each other; where more are involved it is not two rows that were exchanged.</summary>
    private const int MostRows = 30;

    public static IEnumerable<Hypothesis> Propose(OpenFailures open)
    {
        IndexedRow[] involved = [.. open.Involved().Select(figure => figure.Row).OfType<IndexedRow>().Where(row => !row.IsAbsent && row.Whole is { Parts.Count: <= MostRows }).Distinct()];
        var tried = new HashSet<(IndexedRow, IndexedRow)>();
        foreach (IndexedRow first in involved)
            foreach (IndexedRow second in first.Whole!.Parts.Where(row => row != first && !row.IsAbsent))
                if (tried.Add((first, second)) && !tried.Contains((second, first)) && Exchange(open, first, second) is { } exchange)
                    yield return exchange;
    }

    private static Hypothesis? Exchange(OpenFailures open, IndexedRow first, IndexedRow second)
    {
        var changes = new Changes();
        foreach ((IndexedRow left, IndexedRow right) in Pairs(first, second))
            foreach ((Figure here, Figure there) in left.Figures.Zip(right.Figures))
                if (open.Amount(here) != open.Amount(there))
                    (changes[here], changes[there]) = (open.Amount(there), open.Amount(here));
        return changes.Amounts.Count == 0 ? null
            : new(CauseKind.ExchangedRows, changes, [.. changes.Amounts.Keys.OrderBy(figure => figure.Row != first).ThenBy(figure => figure.Row != second).ThenBy(figure => figure.Id)], Cost)
            {
                Row = first, Other = second,
            };
    }

    private static IEnumerable<(IndexedRow, IndexedRow)> Pairs(IndexedRow first, IndexedRow second)
    {
        yield return (first, second);
        if (first.Parts.Count != second.Parts.Count)
            yield break;
        foreach ((IndexedRow left, IndexedRow right) in first.Parts.Zip(second.Parts))
            foreach ((IndexedRow, IndexedRow) pair in Pairs(left, right))
                yield return pair;
    }
}
