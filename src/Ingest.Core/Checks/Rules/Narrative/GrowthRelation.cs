using System.Collections.Immutable;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Arithmetic;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>
/// Growth = change ÷ (this year − change) · 100, the change with its sign. A prior year of zero, or one that
/// rounding could have made zero, has no growth.
/// </summary>
internal sealed class GrowthRelation(Rule rule, Figure growth, Figure change, Figure amount, int direction, Func<Phrase> sentence)
    : Relation(rule)
{
    public override Figure Subject => growth;

    public override ImmutableArray<Figure> Figures { get; } = [growth, change, amount];

    public override Phrase Sentence => sentence();

    public override Verdict Evaluate(Changes changes)
    {
        if (Figures.Any(figure => figure.State == FigureState.Unread))
            return new(Outcome.NotAssessable);
        (decimal c, decimal ch) = (Yuan(change, changes), change.HalfUnit * change.Unit);
        (decimal a, decimal ah) = (Yuan(amount, changes), amount.HalfUnit * amount.Unit);
        decimal leastBase = Base(a - ah, direction > 0 ? c + ch : c - ch);
        if (leastBase <= 0)
            return new(Outcome.Undefined);
        decimal printed = changes[growth];
        decimal low = Percent(Math.Max(c - ch, 0), Base(a + ah, Math.Max(c - ch, 0)));
        decimal high = Percent(c + ch, Base(a - ah, c + ch));
        decimal exact = Math.Round(Percent(c, Base(a, c)), printed.Scale, MidpointRounding.AwayFromZero);
        Outcome outcome = exact == printed ? Outcome.Consistent
            : new AmountInterval(low, high).Overlaps(AmountInterval.Around(printed, growth.HalfUnit)) ? Outcome.Rounding
            : Outcome.Inconsistent;
        return new(outcome, exact, printed, printed - exact, ((high - low) / 2) + growth.HalfUnit);
    }

    /// <summary>
    /// Only the rate follows from the others. What change or amount would fit it is told by the relations that
    /// repeat them; without these nothing speaks against them.
    /// </summary>
    public override AmountInterval? Settling(Figure figure, Changes changes)
    {
        if (figure != growth)
            return null;
        (decimal c, decimal ch) = (Yuan(change, changes), change.HalfUnit * change.Unit);
        (decimal a, decimal ah) = (Yuan(amount, changes), amount.HalfUnit * amount.Unit);
        if (Base(a - ah, direction > 0 ? c + ch : c - ch) <= 0)
            return null;
        return new AmountInterval(
            Percent(c - ch, Base(a + ah, c - ch)) - growth.HalfUnit, Percent(c + ch, Base(a - ah, c + ch)) + growth.HalfUnit);
    }

    private decimal Base(decimal thisYear, decimal by) => thisYear - (direction * by);

    private static decimal Percent(decimal part, decimal whole) => 100 * part / whole;

    private static decimal Yuan(Figure figure, Changes changes) => changes[figure] * figure.Unit;
}
