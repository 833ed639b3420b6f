using Ingest.Contract.Amounts;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Relations;

/// <summary>The figures a rate follows from; two of the three suffice.</summary>
/// <param name="Change">By how much: without its sign in a sentence, with it in a table, where the rate has it too.</param>
/// <param name="Now">What is compared.</param>
/// <param name="Prior">What it is compared with.</param>
/// <param name="Direction">1 or −1, as the words have it.</param>
internal sealed record GrowthOperands(Figure? Change, Figure? Now, Figure? Prior, int Direction)
{
    /// <summary>Half of the last digit that a figure is exact to, in its unit, where that is not the last it is printed with.</summary>
    public Func<Figure, decimal>? Precision { get; init; }

    public bool Suffice => Prior is not null ? Change is not null || Now is not null : Change is not null && Now is not null;

    /// <summary>Those that are used, and no more: a figure that is not may be wrong without touching the rate.</summary>
    public IEnumerable<Figure> Used => (Prior, Change) switch
    {
        ({ } prior, { } change) => [change, prior],
        ({ } prior, null) => [Now!, prior],
        _ => [Change!, Now!],
    };

    /// <summary>
    /// The least and greatest rate that the printed figures stand for, in units of 1; null where rounding could have made
    /// the base zero. Where change and base are told apart, the rate is their quotient; else the base is what the change
    /// leaves of this year's amount.
    /// </summary>
    public AmountInterval? Rate(Changes changes)
    {
        if (Prior is { } prior)
        {
            AmountInterval of = Interval(prior, changes);
            if (of.Low <= 0)
                return null;
            AmountInterval by = Change is { } told ? Interval(told, changes) : Between(Interval(Now!, changes), of);
            return new(by.Low / (by.Low < 0 ? of.Low : of.High), by.High / (by.High < 0 ? of.High : of.Low));
        }
        AmountInterval change = Interval(Change!, changes);
        AmountInterval now = Interval(Now!, changes);
        if (Base(now.Low, Direction > 0 ? change.High : change.Low) <= 0)
            return null;
        return new(Rate(Math.Max(change.Low, 0), now.High), Rate(change.High, now.Low));
    }

    /// <summary>The least rate where rounding could have made the base nothing; null where the base is something, or less than nothing.</summary>
    public decimal? LeastRate(Changes changes)
    {
        AmountInterval? of = Prior is { } prior ? Interval(prior, changes) : Direction > 0 ? Interval(Now!, changes) - Interval(Change!, changes) : null;
        if (of is not { High: > 0 } known || !known.Contains(0))
            return null;
        AmountInterval by = Change is { } told ? Interval(told, changes) : Interval(Now!, changes);
        return by.Low > 0 ? by.Low / known.High : null;
    }

    /// <summary>What a figure would have to be, in its own unit, for the rate; null where the rate does not say so.</summary>
    public AmountInterval? Fitting(Figure figure, AmountInterval rate, Changes changes)
    {
        if (!Used.Contains(figure) || rate.Low <= 0 || (Direction < 0 && rate.High >= 1))
            return null;
        AmountInterval? wanted = (Prior, Change) switch
        {
            ({ } prior, { } change) => figure == change ? Times(rate, Interval(prior, changes)) : Over(Interval(change, changes), rate),
            ({ } prior, null) => figure == prior ? null : Times(Of(rate, part => 1 + (Direction * part)), Interval(prior, changes)),
            // By so much to now: change = rate · now ÷ (1 ± rate), now = change · (1 ± rate) ÷ rate.
            _ when figure == Change => Times(Of(rate, part => part / (1 + (Direction * part))), Interval(Now!, changes)),
            _ => Times(Of(rate, part => (1 + (Direction * part)) / part), Interval(Change!, changes)),
        };
        return wanted is { Low: > 0 } amount ? new(amount.Low / figure.Unit, amount.High / figure.Unit) : null;
    }

    private static AmountInterval Times(AmountInterval rate, AmountInterval amount) => new(rate.Low * amount.Low, rate.High * amount.High);

    private static AmountInterval Over(AmountInterval amount, AmountInterval rate) => new(amount.Low / rate.High, amount.High / rate.Low);

    private static AmountInterval Of(AmountInterval rate, Func<decimal, decimal> of)
    {
        (decimal left, decimal right) = (of(rate.Low), of(rate.High));
        return new(Math.Min(left, right), Math.Max(left, right));
    }

    /// <summary>The rate of the figures as printed.</summary>
    public decimal Exact(Changes changes) => (Prior, Change) switch
    {
        ({ } prior, { } change) => Yuan(change, changes) / Yuan(prior, changes),
        ({ } prior, null) => Math.Abs(Yuan(Now!, changes) - Yuan(prior, changes)) / Yuan(prior, changes),
        _ => Rate(Yuan(Change!, changes), Yuan(Now!, changes)),
    };

    /// <summary>The rate as a quotient of sums; where it is of what lies between two amounts, the greater stands first.</summary>
    public Formula Formula(decimal scale) => (Prior, Change) switch
    {
        ({ } prior, { } change) => new([new Term(change, 1)], [new Term(prior, 1)], scale),
        ({ } prior, null) when Yuan(Now!, Changes.None) < Yuan(prior, Changes.None) => new([new Term(prior, 1), new Term(Now!, -1)], [new Term(prior, 1)], scale),
        ({ } prior, null) => new([new Term(Now!, 1), new Term(prior, -1)], [new Term(prior, 1)], scale),
        _ => new([new Term(Change!, 1)], [new Term(Now!, 1), new Term(Change!, -Direction)], scale),
    };

    private decimal Rate(decimal change, decimal now) => change / Base(now, change);

    private decimal Base(decimal now, decimal by) => now - (Direction * by);

    /// <summary>The direction is another rule's business; here it is how far the two lie apart.</summary>
    private static AmountInterval Between(AmountInterval now, AmountInterval prior) =>
        now.Centre >= prior.Centre ? new(now.Low - prior.High, now.High - prior.Low) : new(prior.Low - now.High, prior.High - now.Low);

    private AmountInterval Interval(Figure figure, Changes changes) =>
        AmountInterval.Around(Yuan(figure, changes), (Precision?.Invoke(figure) ?? figure.HalfUnit) * figure.Unit);

    private static decimal Yuan(Figure figure, Changes changes) => changes[figure] * figure.Unit;
}
