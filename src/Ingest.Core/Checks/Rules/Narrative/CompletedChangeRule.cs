using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>
/// "比预算减少5万元，完成预算的92.24%": less than the whole plan is no more than it, and by how much it is less says how much of it was spent.
/// "完成预算的100%" and 持平 are one thing.
/// </summary>
internal sealed class CompletedChangeRule : Rule
{
    /// <summary>So far from a hundred a figure is still called the same as its plan.</summary>
    private const decimal Same = 1;

    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        NarrativeFacts facts = NarrativeFacts.Of(index);
        foreach (StatedFact change in facts.Firm.Where(told => told is { Kind: FactKind.Change, Fact: { Direction: not null, Basis: not null } } && IsAgainstPlan(facts, told)))
            foreach (StatedFact rate in facts.Firm.Where(told => told is { Kind: FactKind.Share, Figure: not null } && ReferenceEquals(told.Sentence, change.Sentence) && told.Path.SequenceEqual(change.Path) && ShareRule.IsCompletion(told)
                && IsOfPlan(facts, told.Fact.Basis!, change)))
                if (Way(change, rate) is { } way)
                    yield return way;
                else if (change.Figure is not null && (facts.Near(change, FactKind.Amount) ?? facts.Elsewhere(change)) is { Figure: not null } now)
                    yield return Amount(change, rate, now);
    }

    private static bool IsAgainstPlan(NarrativeFacts facts, StatedFact change) =>
        change.Fact.Basis!.TrimEnd('数').EndsWith("预算", StringComparison.Ordinal) && !facts.IsOfOtherYear(change) && change.Fact.Basis[0] is not ('上' or '去');

    /// <summary>完成预算的 and 比预算 may mean any plan, where no second one is told; 年初预算 and 全年预算 are two.</summary>
    private static bool IsOfPlan(NarrativeFacts facts, string rate, StatedFact change)
    {
        (string of, string against) = (rate.TrimEnd('数'), change.Fact.Basis!.TrimEnd('数'));
        return of == against || ((of == "预算" || against == "预算")
            && !facts.Firm.Any(told => ReferenceEquals(told.Section, change.Section) && told.Measure is "全年预算" or "调整预算" && told.ThingPath.SequenceEqual(change.ThingPath)));
    }

    /// <summary>Null where the two point one way.</summary>
    private Observation? Way(StatedFact change, StatedFact rate)
    {
        decimal over = rate.Fact.Value!.Value - 100;
        bool differs = change.Fact is { Direction: 0 } ? Math.Abs(over) >= Same
            : change.Fact.Value != 0 && Math.Abs(over) > 2 * rate.Figure!.HalfUnit && Math.Sign(over) != change.Fact.Direction;
        return !differs && change.Figure is not null ? null
            : new Observation(this, !differs, FactWording.Of(change) + new Phrase("与", " and ") + FactWording.Of(rate) + new Phrase("方向不一致", " point in different directions"))
            {
                Cells = [change.Reference, rate.Reference],
                Suspect = change.Figure is null ? null : change.Reference,
            };
    }

    private Observation Amount(StatedFact change, StatedFact rate, StatedFact now)
    {
        AmountInterval? implied = Completion(now.Figure!, change.Figure!, change.Fact.Direction!.Value);
        AmountInterval printed = new(rate.Fact.Value!.Value - rate.Figure!.HalfUnit, rate.Fact.Value.Value + (2 * rate.Figure.HalfUnit));
        return new Observation(this, implied is not { } of || of.Overlaps(printed),
            FactWording.Of(change) + new Phrase("与", " and ") + FactWording.Of(rate) + (implied is { } by ? new Phrase($"不符：按前者应完成 {by.Centre:0.00}%", $" differ: by the first {by.Centre:0.00}% was spent") : Phrase.Same("")))
        {
            Cells = [change.Reference, rate.Reference, now.Reference],
        };
    }

    /// <summary>The hundredths of its plan that a figure is, by how much it is above or below it; null where there was no plan.</summary>
    private static AmountInterval? Completion(Figure now, Figure change, int direction)
    {
        AmountInterval spent = AmountInterval.Around(now.Value, now.HalfUnit) * now.Unit;
        AmountInterval moved = AmountInterval.Around(change.Value, change.HalfUnit) * (direction * change.Unit);
        if (spent.Low - moved.High <= 0 || spent.Low <= 0)
            return null;
        decimal[] corners = [.. from s in (decimal[])[spent.Low, spent.High] from m in (decimal[])[moved.Low, moved.High] select 100 * (s / (s - m))];
        return new AmountInterval(corners.Min(), corners.Max());
    }
}
