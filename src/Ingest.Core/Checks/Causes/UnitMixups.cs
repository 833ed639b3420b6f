using Ingest.Contract.Amounts;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Causes;

/// <summary>Supposes that a whole table, or a row of it, is printed in another unit than the table states.</summary>
internal static class UnitMixups
{
    private const decimal TableCost = 1m;

    private const decimal RowCost = 0.8m;

    private const int LeastTies = 2;

    /// <summary>What 万元 is printed with.</summary>
    private const int LeastDecimals = 2;

    /// <summary>元 for 万元 and back, 元 for 千元, 万元 for 亿元.</summary>
    private static readonly decimal[] _factors = [10_000m, 0.0001m, 1_000m, 0.001m];

    public static IEnumerable<Hypothesis> Propose(OpenFailures open)
    {
        foreach (decimal factor in _factors)
        {
            Figure[] off = [.. open.Failed.SelectMany(relation => OffBy(relation, factor, open)).Distinct()];
            foreach (IndexedRow row in off.Select(figure => figure.Row).OfType<IndexedRow>().Distinct())
                if (row.Figures.Count(IsAmount) > 1 && row.Figures.Where(IsAmount).All(figure => KeepsItsDigits(figure, factor)))
                    yield return Rescale(row.Figures, factor, RowCost, off, row);
            foreach (IndexedStatement table in off.Select(figure => figure.Row?.Statement).OfType<IndexedStatement>().Distinct())
                if (IsTable(open, table, factor))
                    yield return Rescale(table.Rows.SelectMany(row => row.Figures), factor, TableCost, off, null);
        }
    }

    /// <summary>
    /// That a whole table is in another unit is said where its own figures agree with each other, keep their digits in the
    /// other unit, and two figures of other tables or sentences ask for it independently of each other.
    /// </summary>
    private static bool IsTable(OpenFailures open, IndexedStatement table, decimal factor)
    {
        Figure[] amounts = [.. table.Rows.SelectMany(row => row.Figures).Where(IsAmount)];
        bool isWhole = amounts.Count(figure => KeepsItsDigits(figure, factor)) * 10 >= amounts.Length * 9
            && !open.Failed.Any(relation => relation.Figures.All(figure => figure.Row?.Statement == table));
        return isWhole && open.Failed.Concat(open.FailedSoft)
            .Where(relation => OffBy(relation, factor, open).Any(figure => figure.Row?.Statement == table))
            .SelectMany(relation => relation.Figures.Where(figure => figure.IsPrinted && figure.Row?.Statement != table).Take(1))
            .Distinct().Count() >= LeastTies;
    }

    private static Hypothesis Rescale(IEnumerable<Figure> figures, decimal factor, decimal cost, Figure[] off, IndexedRow? row)
    {
        var changes = new Changes();
        foreach (Figure figure in figures.Where(IsAmount))
            changes.Rescale(figure, factor);
        return new(
            CauseKind.Unit, changes, [.. changes.Amounts.Keys.OrderByDescending(figure => off.Contains(figure)).ThenBy(figure => figure.Id)], cost)
        {
            Row = row, Factor = factor,
        };
    }

    /// <summary>Figures of the relation that would have to be about <paramref name="factor"/> times as large.</summary>
    private static IEnumerable<Figure> OffBy(Relation relation, decimal factor, OpenFailures open) => relation.Figures.Where(figure =>
        IsAmount(figure) && open.Settling(relation, figure) is { IsEmpty: false } wanted && IsAbout(wanted, figure.Value * factor));

    private static bool IsAbout(AmountInterval wanted, decimal amount)
    {
        decimal margin = Math.Abs(amount) / 5;
        return wanted.Overlaps(AmountInterval.Around(amount, margin));
    }

    /// <summary>Rounded as its table prints amounts, the amount in the larger unit is still the same amount: 141.00 元 is no 0.01 万元.</summary>
    private static bool KeepsItsDigits(Figure figure, decimal factor)
    {
        decimal meant = Math.Abs(figure.Value * factor);
        return factor >= 1 || Math.Abs(Math.Round(meant, Math.Max((int)figure.Value.Scale, LeastDecimals), MidpointRounding.AwayFromZero) - meant) * 50 <= meant;
    }

    private static bool IsAmount(Figure figure) => figure is { IsPrinted: true, Value: not 0, CountedIn: null };
}
