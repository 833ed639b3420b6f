using System.Collections.Immutable;
using Ingest.Core.Reconciliation.Figures;
using Ingest.Core.Reconciliation.Relations;

namespace Ingest.Core.Reconciliation.Causes;

/// <summary>
/// Supposes that a row is missing that no sister table names: a total exceeds its parts in several columns by
/// amounts that together make a proper row.
/// </summary>
internal static class LostRows
{
    private const decimal Cost = 0.9m;

    /// <summary>With one column there is nothing that the shortfall could be proper to.</summary>
    private const decimal SingleColumnCost = 1.3m;

    public static IEnumerable<Hypothesis> Propose(Situation situation)
    {
        IEnumerable<Relation> short_ = situation.Failed.Where(IsShortTotal(situation));
        foreach (IGrouping<LedgerRow, Relation> total in short_.GroupBy(relation => relation.Subject.Row!))
            if (Below(situation, total.Key, [.. total]) is { } hypothesis)
                yield return hypothesis;
    }

    private static Func<Relation, bool> IsShortTotal(Situation situation) => relation =>
        relation.Subject.Row is { Parts.Count: > 0 } row
        && relation.Figures.Skip(1).All(figure => figure.Row?.Whole == row)
        && relation.Evaluate(situation.Righted).Difference > 0;

    private static Hypothesis? Below(Situation situation, LedgerRow total, ImmutableArray<Relation> shortfalls)
    {
        var lost = new Changes();
        foreach (Figure figure in total.Figures)
            lost[figure] = 0;
        foreach (Relation shortfall in shortfalls)
            lost[shortfall.Subject] = shortfall.Evaluate(situation.Righted).Difference!.Value;
        // The amounts of the lost row must add up across the columns as those of its total do.
        bool adds = situation.Graph.OfAny(total.Figures)
            .Where(relation => relation.Figures.All(figure => figure.Row == total))
            .All(relation => relation.Evaluate(lost).Holds);
        bool single = total.Figures.Count == 1;
        return !adds || (shortfalls.Length < 2 && !single) ? null
            : new(CauseKind.MissingRow, Changes.None, [.. shortfalls.Select(relation => relation.Subject)], single ? SingleColumnCost : Cost)
            {
                Waived = shortfalls, Row = total,
            };
    }
}
