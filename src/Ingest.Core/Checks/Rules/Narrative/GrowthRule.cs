using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>增长 x%: the change over what it leaves of this year's amount.</summary>
internal sealed class GrowthRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        Story story = Story.Of(index);
        foreach (Told growth in story.Firm.Where(told => told.Kind == FactKind.Growth))
            yield return Relation(story, growth, this) ?? (Check)new NotAssessable(
                this, new($"第 {growth.Fact.Page} 页{growth.Fact.Text}% 的金额或增减额", $"amount or change of the {growth.Fact.Text}% on page {growth.Fact.Page}"));
    }

    /// <summary>True when a growth rate of the sentence contradicts its amount and fits that of the cell.</summary>
    public static bool SpeaksFor(FigureIndex index, Figure told, Figure? cell)
    {
        if (cell is not { IsPrinted: true })
            return false;
        Story story = Story.Of(index);
        Changes supposed = new();
        supposed[told] = Math.Round(cell.Value * cell.Unit / told.Unit, told.Value.Scale, MidpointRounding.AwayFromZero);
        return story.Firm.Where(growth => growth.Kind == FactKind.Growth && story.Near(growth, FactKind.Amount)?.Figure == told)
            .Select(growth => Relation(story, growth, _probe))
            .Any(relation => relation is not null && !relation.Evaluate(Changes.None).Holds
                && relation.Evaluate(supposed).Outcome is Outcome.Consistent or Outcome.Rounding);
    }

    private static readonly GrowthRule _probe = new() { Id = "N-03", Class = RelationClass.Percent, Sentence = default };

    /// <summary>Null when the change or the amount is not told, or is counted in other things.</summary>
    private static GrowthRelation? Relation(Story story, Told growth, Rule rule)
    {
        Told? change = story.Before(growth, FactKind.Change);
        Told? amount = story.Near(growth, FactKind.Amount, FactKind.Count);
        if (change?.Figure is not { } by || amount?.Figure is not { } now || change.Fact.Unit != amount.Fact.Unit)
            return null;
        return new GrowthRelation(rule, growth.Figure!, by, now, change.Fact.Direction ?? 1,
            () => Telling.Of(growth) + Phrase.Same(" = ") + Telling.Of(change) + Phrase.Same(" ÷ (") + Telling.Of(amount)
                + Phrase.Same(change.Fact.Direction < 0 ? " + " : " − ") + Telling.Of(change) + Phrase.Same(")"));
    }
}
