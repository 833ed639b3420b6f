using System.Globalization;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Causes;

/// <summary>Supposes that one amount is wrong.</summary>
internal static class WrongAmounts
{
    /// <summary>A cell of a row that is not printed cannot be wrong alone, except where the table has one column.</summary>
    private const decimal AbsentPlausibility = 0.45m;

    /// <summary>Budgets hardly ever print a negative amount; where one is asked for, another cell is wrong.</summary>
    private const decimal NegativeCost = 1.6m;

    /// <summary>
    /// A sentence repeats the cell: where nothing but sentences contradicts it they are wrong, unless sums that are off by
    /// a rounding fit them exactly.
    /// </summary>
    private const decimal OnlyStatedCost = 0.09m;

    /// <summary>
    /// A rate was worked out from its amounts and is the first to be wrong. One of these leads it, and barely, where a natural
    /// slip of the amount explains the rate and none of the rate does.
    /// </summary>
    private const decimal BehindRateCost = 0.45m;

    /// <summary>
    /// Round amounts are printed because they were meant: of two amounts in sentences of which either could be wrong, the one that
    /// would become rounder is shown first. Too little to call one wrong.
    /// </summary>
    private const decimal RoughnessCost = 0.04m;

    public static IEnumerable<Hypothesis> Propose(OpenFailures open) =>
        open.Involved().Where(figure => figure.State != FigureState.Unread).SelectMany(figure => For(open, figure));

    private static IEnumerable<Hypothesis> For(OpenFailures open, Figure figure)
    {
        foreach (AmountInterval wanted in Wanted(open, figure, _ => true, Changes.None))
        {
            Slip slip = Slip.Explain(open.Amount(figure), !figure.IsPrinted, Decimals(open, figure), wanted);
            // Sentences print amounts without a sign: 减少 says which way they went.
            if (slip.Amount == open.Amount(figure) || (slip.Amount < 0 && figure is { IsNarrative: true, Value: >= 0 }))
                continue;
            bool absent = figure.State == FigureState.Absent;
            var changes = new Changes { [figure] = slip.Amount };
            yield return new(absent ? CauseKind.MissingRow : CauseKind.Amount, changes, [figure], Cost(figure, slip) + (IsOnlyStated(open, figure) ? OnlyStatedCost : 0) + (IsBehindRate(open, figure) ? BehindRateCost : 0) + Roughness(figure, slip))
            {
                Row = absent ? figure.Row : null,
            };
        }
    }

    private static bool IsBehindRate(OpenFailures open, Figure figure) => open.Graph.Of(figure)
        .Where(relation => OpenFailures.IsHard(relation) && open.IsFailed(relation))
        .All(relation => relation.Rule.Class == RelationClass.Percent && relation.Subject != figure);

    private static bool IsOnlyStated(OpenFailures open, Figure figure) => open.Graph.Of(figure)
        .Where(relation => OpenFailures.IsHard(relation) && open.IsFailed(relation))
        .All(relation => relation.IsRestatement && relation.Subject != figure);

    private static decimal Roughness(Figure figure, Slip slip) => figure.IsNarrative ? RoughnessCost * Math.Sign(Zeros(figure.Value) - Zeros(slip.Amount)) : 0;

    /// <summary>How many zeros an amount ends with.</summary>
    private static int Zeros(decimal amount)
    {
        string digits = amount.ToString(CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal);
        return digits.Length - digits.TrimEnd('0').Length;
    }

    private static decimal Cost(Figure figure, Slip slip)
    {
        if (slip.Amount < 0 && figure.Value >= 0 && slip.Amount != -figure.Value)
            return NegativeCost;
        return 1 - (figure.State == FigureState.Absent ? AbsentPlausibility : slip.Plausibility);
    }

    /// <summary>
    /// The amounts that settle as many of the failed relations as agree with each other, and break none that
    /// holds. Several, when the failed relations ask for different amounts: they may fail by different mistakes.
    /// </summary>
    public static List<AmountInterval> Wanted(OpenFailures open, Figure figure, Func<Relation, bool> counts, Changes supposed)
    {
        Changes changes = open.Righted.And(supposed);
        Relation[] hard = [.. open.Graph.Of(figure).Where(relation =>
            OpenFailures.IsHard(relation) && !open.IsClosed(relation) && counts(relation))];
        AmountInterval[] asked = [.. hard.Where(open.IsFailed).Select(relation => relation.Settling(figure, changes)).OfType<AmountInterval>()];
        var found = new List<AmountInterval>();
        foreach (AmountInterval seed in asked)
        {
            AmountInterval wanted = asked.Prepend(seed).Aggregate(seed, Narrow);
            foreach (Relation holding in hard.Where(relation => !open.IsFailed(relation)))
                if (holding.Settling(figure, changes) is { } kept)
                    wanted = wanted.Intersect(kept);
            if (!wanted.IsEmpty && !found.Contains(wanted))
                found.Add(wanted);
        }
        return found;
    }

    /// <summary>Decimals that an amount in this place would be printed with.</summary>
    public static int Decimals(OpenFailures open, Figure figure)
    {
        // A bare 0 says nothing about how its place is printed.
        if (figure.IsPrinted && (figure.Value != 0 || figure.Row is null))
            return figure.Value.Scale;
        IEnumerable<Figure> neighbours = (figure.Row?.Statement.Rows.SelectMany(row => row.Figures) ?? [])
            .Concat(open.Graph.Of(figure).SelectMany(relation => relation.Figures).Where(other => other.Unit == figure.Unit));
        return neighbours.FirstOrDefault(other => other is { IsPrinted: true, Value: not 0 })?.Value.Scale ?? 2;
    }

    private static AmountInterval Narrow(AmountInterval wanted, AmountInterval next) =>
        wanted.Overlaps(next) ? wanted.Intersect(next) : wanted;
}
