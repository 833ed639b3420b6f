using System.Collections.Immutable;
using Ingest.Contract.Amounts;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;
using Ingest.Core.Checks.Rules.Tables;

namespace Ingest.Core.Checks.Causes;

/// <summary>
/// Supposes that a row is missing that no sister table puts in its place: a total exceeds its parts in several
/// columns by amounts that together make a proper row.
/// </summary>
internal static class LostRows
{
    private const decimal Cost = 0.9m;

    /// <summary>
    /// With one column there is nothing that the shortfall could be proper to: likelier than an amount that is wrong for no reason,
    /// and less so than a slip.
    /// </summary>
    private const decimal SingleColumnCost = 0.85m;

    public static IEnumerable<Hypothesis> Propose(OpenFailures open) => open.Failed
        .Where(relation => IsShortTotal(relation, open))
        .GroupBy(relation => relation.Subject.Row!)
        .Select(total => Below(open, total.Key, [.. total]))
        .OfType<Hypothesis>();

    private static bool IsShortTotal(Relation relation, OpenFailures open) =>
        relation.Subject.Row is { } row
        && relation.Rule is TreeRule
        && relation.Figures.Skip(1).All(figure => figure.Row?.Whole == row)
        && relation.Evaluate(open.Righted).Difference > 0;

    private static Hypothesis? Below(OpenFailures open, IndexedRow total, ImmutableArray<Relation> shortfalls)
    {
        var lost = new Changes();
        foreach (Figure figure in total.Figures)
            lost[figure] = 0;
        foreach (Relation shortfall in shortfalls)
            lost[shortfall.Subject] = shortfall.Evaluate(open.Righted).Difference!.Value;
        bool single = total.Figures.Count == 1;
        if (!AddsUp(open, total, lost, shortfalls) || (shortfalls.Length < 2 && !single))
            return null;
        Relation[] also = [.. open.Failed.Where(relation => !shortfalls.Contains(relation) && (WouldHold(relation, total, lost, open) || LacksIt(relation, total, lost, open)))];
        IndexedRow? named = also.SelectMany(relation => relation.Figures).Select(figure => figure.Row)
            .FirstOrDefault(row => row is { IsAbsent: true } && IsBelow(row, total));
        return new(
            CauseKind.MissingRow, Changes.None, [.. total.Figures.Where(figure => lost[figure] != 0)],
            single ? SingleColumnCost : Cost)
        {
            Waived = [.. shortfalls, .. also], Row = named ?? total,
        };
    }

    /// <summary>The amounts of the lost row must add up across the columns as those of its total do.</summary>
    private static bool AddsUp(OpenFailures open, IndexedRow total, Changes lost, ImmutableArray<Relation> shortfalls) => open.Graph.OfAny(total.Figures)
        .Except(shortfalls)
        .Where(relation => relation.Figures.All(figure => figure.Row == total))
        .All(relation => relation.Evaluate(lost).Holds);

    /// <summary>Relations with other tables over the leaf rows below the total: they miss the same amount.</summary>
    private static bool WouldHold(Relation relation, IndexedRow total, Changes lost, OpenFailures open)
    {
        bool crosses = relation.Figures.Any(figure => figure.Row?.Statement != total.Statement);
        if (!crosses || relation.Figures.FirstOrDefault(figure => IsBelow(figure.Row, total)) is not { } below)
            return false;
        decimal amount = lost[total[below.Reference.Column!]!];
        // The shortfall is known within the rounding of its rows, the other table's figure to the digit.
        decimal margin = (total.Parts.Count + 2) * total[below.Reference.Column!]!.HalfUnit;
        return amount != 0 && open.Settling(relation, below) is { IsEmpty: false } wanted
            && wanted.Overlaps(AmountInterval.Around(open.Amount(below) + amount, margin));
    }

    /// <summary>Another table prints the very amount, and nothing to compare it with was found: it is the lost row that is wanting.</summary>
    private static bool LacksIt(Relation relation, IndexedRow total, Changes lost, OpenFailures open) =>
        relation is { Parts.Length: 0, Subject.Row: { } row } && row.Statement != total.Statement
        && total.Figures.Any(figure => lost[figure] != 0 && AmountInterval.Around(lost[figure] * figure.Unit, (total.Parts.Count + 2) * figure.HalfUnit * figure.Unit)
            .Contains(open.Amount(relation.Subject) * relation.Subject.Unit));

    /// <summary>A leaf of the same code, in whatever unit it stands: T05 is compared with the sum over all units.</summary>
    private static bool IsBelow(IndexedRow? row, IndexedRow total) => row is { Parts.Count: 0 } && row.Statement == total.Statement
        && (row.Whole == total || (total.Code is not null && row.Code?.StartsWith(total.Code, StringComparison.Ordinal) == true));
}
