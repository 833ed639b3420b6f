using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>增长 x%: the change over what is compared with, which is printed or is what the change leaves of this year's amount.</summary>
internal sealed class GrowthRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        IReadOnlyList<StatedComparison> all = StatedComparisons.Of(index).All;
        StatedComparison? before = null;
        foreach (StatedComparison comparison in all)
        {
            if (comparison.Growth is null)
                continue;
            yield return Relation(StatedPrecision.Of(index), comparison, before, this) ?? (Check)new NotAssessable(this, new(
                $"第 {comparison.Growth.Fact.Page} 页{comparison.Growth.Fact.Text}{comparison.Growth.Fact.Unit} 的金额或增减额",
                $"amount or change of the {comparison.Growth.Fact.Text}{comparison.Growth.Fact.Unit} on page {comparison.Growth.Fact.Page}"));
            before = comparison;
        }
    }

    /// <summary>True when a growth rate of the sentence contradicts its amount and fits that of the cell.</summary>
    public static bool SpeaksFor(FigureIndex index, Figure told, Figure? cell)
    {
        if (cell is not { IsPrinted: true })
            return false;
        Changes supposed = new();
        supposed[told] = Math.Round(cell.Value * cell.Unit / told.Unit, told.Value.Scale, MidpointRounding.AwayFromZero);
        return StatedComparisons.Of(index).All.Where(comparison => comparison.Growth is not null && comparison.Now?.Figure == told)
            .Select(comparison => Relation(StatedPrecision.Of(index), comparison, null, _probe))
            .Any(relation => relation is not null && !relation.Evaluate(Changes.None).Holds
                && relation.Evaluate(supposed).Outcome is Outcome.Consistent or Outcome.Rounding);
    }

    private static readonly GrowthRule _probe = new() { Id = "N-03", Class = RelationClass.Percent, Sentence = default };

    /// <summary>Null when what the rate follows from is not told, or is counted in other things.</summary>
    private static GrowthRelation? Relation(StatedPrecision precision, StatedComparison comparison, StatedComparison? before, Rule rule)
    {
        StatedFact growth = comparison.Growth!;
        StatedFact? change = comparison.Change;
        StatedFact? now = comparison.Now is { } amount && (change is null || change.IsMeasuredLike(amount)) ? amount : null;
        var operands = new GrowthOperands(change?.Figure, now?.Figure, comparison.Prior?.Figure, comparison.Direction) { Precision = precision.HalfUnit };
        if (!operands.Suffice)
            return null;
        decimal scale = growth.Fact.Unit == "倍" ? 1 : GrowthRelation.Hundredths;
        return new GrowthRelation(rule, growth.Figure!, operands, scale, () => FactWording.Of(growth) + Phrase.Same(" = ") + Words(comparison) + Copied(growth, before));
    }

    private static Phrase Words(StatedComparison comparison)
    {
        (StatedFact? change, StatedFact? now, StatedFact? prior) = (comparison.Change, comparison.Now, comparison.Prior);
        if (prior is not null)
            return (change is not null ? FactWording.Of(change) : Phrase.Same("(") + FactWording.Of(now!) + Phrase.Same(" − ") + FactWording.Of(prior) + Phrase.Same(")"))
                + Phrase.Same(" ÷ ") + FactWording.Of(prior);
        return FactWording.Of(change!) + Phrase.Same(" ÷ (") + FactWording.Of(now!)
            + Phrase.Same(comparison.Direction < 0 ? " + " : " − ") + FactWording.Of(change!) + Phrase.Same(")");
    }

    /// <summary>A hint to the cause: the rate is that of the item before, whose amounts are others.</summary>
    private static Phrase Copied(StatedFact growth, StatedComparison? before) =>
        before?.Growth is { } other && ReferenceEquals(other.Section, growth.Section) && other.Fact.Value == growth.Fact.Value && other.Fact.Value != 0
            ? new Phrase($"（与前一项“{other.Path[^1]}”的比率相同，疑为照抄）", $" (the rate of “{other.Path[^1]}” before it; it looks copied)")
            : Phrase.Same("");
}
