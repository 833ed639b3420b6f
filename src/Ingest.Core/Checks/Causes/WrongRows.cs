using Ingest.Contract.Amounts;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Causes;

/// <summary>Supposes that several amounts of one row are wrong together: a stale total, a row that is not printed.</summary>
internal static class WrongRows
{
    private const decimal MissingCost = 0.7m;

    private const decimal StaleCost = 1.1m;

    /// <summary>Two amounts of a plain row going wrong at once is about as likely as two separate mistakes.</summary>
    private const decimal RowCost = 1.6m;

    public static IEnumerable<Hypothesis> Propose(OpenFailures open)
    {
        foreach (IGrouping<IndexedRow, Figure> row in open.Involved().Where(figure => figure.Row is not null).GroupBy(figure => figure.Row!))
            if (row.Count() > 1 && Suppose(open, row.Key, [.. row]) is { } hypothesis)
                yield return hypothesis;
    }

    private static Hypothesis? Suppose(OpenFailures open, IndexedRow row, Figure[] involved)
    {
        bool IsWithin(Relation relation) => relation.Figures.All(figure => figure.Row == row);
        var changes = new Changes();
        foreach (Figure figure in involved)
        {
            List<AmountInterval> wanted = WrongAmounts.Wanted(open, figure, relation => !IsWithin(relation), changes);
            if (wanted.Count > 0)
                changes[figure] = Slip.Explain(open.Amount(figure), true, WrongAmounts.Decimals(open, figure), wanted[0]).Amount;
        }
        foreach (Relation within in open.Graph.OfAny(row.Figures).Where(IsWithin).Where(OpenFailures.IsHard))
            Complete(within, changes, open);
        Figure[] changed = [.. changes.Amounts.Keys.Where(figure => changes[figure] != open.Amount(figure)).OrderBy(figure => figure.Id)];
        return changed.Length < 2 ? null : new(Kind(row), changes, [.. changed], Cost(row, changed.Length)) { Row = row };
    }

    /// <summary>Where the row does not add up after the change, the figure that nothing else determines follows.</summary>
    private static void Complete(Relation within, Changes changes, OpenFailures open)
    {
        Changes all = open.Righted.And(changes);
        if (within.Evaluate(all).Holds)
            return;
        Figure[] free = [.. within.Figures.Where(figure => !changes.Touches(figure))];
        if (free.Length > 0 && within.Settling(free[0], all) is { IsEmpty: false } wanted)
            changes[free[0]] = Slip.Explain(0, true, WrongAmounts.Decimals(open, free[0]), wanted).Amount;
    }

    private static CauseKind Kind(IndexedRow row) =>
        row.IsAbsent ? CauseKind.MissingRow : row.Parts.Count > 0 ? CauseKind.StaleTotal : CauseKind.Row;

    private static decimal Cost(IndexedRow row, int changed) =>
        row.IsAbsent ? MissingCost : row.Parts.Count > 0 ? StaleCost : RowCost + (0.1m * changed);
}
