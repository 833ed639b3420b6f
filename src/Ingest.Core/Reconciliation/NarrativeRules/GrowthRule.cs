using Ingest.Core.Documents;
using Ingest.Core.Reconciliation.Figures;
using Ingest.Core.Reconciliation.Relations;

namespace Ingest.Core.Reconciliation.NarrativeRules;

/// <summary>增长 x%: the change over what it leaves of this year's amount.</summary>
internal sealed class GrowthRule : Rule
{
    public override IEnumerable<Check> Apply(Ledger ledger)
    {
        Story story = Story.Of(ledger);
        foreach (Told growth in story.Firm.Where(told => told.Kind == FactKind.Growth))
        {
            Told? change = story.Before(growth, FactKind.Change);
            Told? amount = story.Near(growth, FactKind.Amount, FactKind.Count);
            if (change?.Figure is null || amount?.Figure is null)
                yield return new NotAssessable(this, new($"第 {growth.Fact.Page} 页{growth.Fact.Text}% 的金额或增减额", $"amount or change of the {growth.Fact.Text}% on page {growth.Fact.Page}"));
            else if (change.Fact.Unit == amount.Fact.Unit)
                yield return new GrowthRelation(this, growth.Figure!, change.Figure, amount.Figure, change.Fact.Direction ?? 1,
                    () => Telling.Of(growth) + Phrase.Same(" = ") + Telling.Of(change) + Phrase.Same(" ÷ (") + Telling.Of(amount)
                        + Phrase.Same(change.Fact.Direction < 0 ? " + " : " − ") + Telling.Of(change) + Phrase.Same(")"));
        }
    }
}
