using System.Collections.Immutable;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>The figures a rate follows from; two of the three suffice.</summary>
/// <param name="Change">By how much, printed without its sign.</param>
/// <param name="Now">What is compared.</param>
/// <param name="Prior">What it is compared with.</param>
/// <param name="Direction">1 or −1, as the words have it.</param>
internal sealed record GrowthOperands(Figure? Change, Figure? Now, Figure? Prior, int Direction)
{
    /// <summary>Where amounts of a text are more exact than they are printed.</summary>
    public StatedPrecision? Precision { get; init; }

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
        AmountInterval.Around(Yuan(figure, changes), (Precision?.HalfUnit(figure) ?? figure.HalfUnit) * figure.Unit);

    private static decimal Yuan(Figure figure, Changes changes) => changes[figure] * figure.Unit;
}

/// <summary>A printed rate is the change in hundredths of what is compared with, or in times of it (增长16倍).</summary>
internal sealed class GrowthRelation(Rule rule, Figure growth, GrowthOperands operands, decimal scale, Func<Phrase> sentence) : Relation(rule)
{
    /// <summary>Per cent.</summary>
    public const decimal Hundredths = 100;

    public override Figure Subject => growth;

    public override ImmutableArray<Figure> Figures { get; } = [growth, .. operands.Used];

    public override Phrase Sentence => sentence();

    internal override Formula Formula => operands.Formula(scale);

    internal override AmountInterval? RightAsPrinted => operands.Rate(Changes.None) is { } rate ? rate * scale : null;

    public override Evaluation Evaluate(Changes changes)
    {
        if (Figures.Any(figure => figure.State == FigureState.Unread))
            return new(Outcome.NotAssessable);
        if (operands.Rate(changes) is not { } rate)
            return new(Outcome.Undefined);
        decimal exact = scale * operands.Exact(changes);
        return PrintedRate.Judge(changes[growth], growth.HalfUnit, rate * scale, exact);
    }

    /// <summary>
    /// Only the rate follows from the others. What change or amount would fit it is told by the relations that
    /// repeat them; without these nothing speaks against them.
    /// </summary>
    public override AmountInterval? Settling(Figure figure, Changes changes) => figure == growth && operands.Rate(changes) is not null
        ? AmountInterval.Exactly(PrintedRate.Rounded(scale * operands.Exact(changes), growth.Value.Scale))
        : null;
}
