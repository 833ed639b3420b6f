using Ingest.Core.Documents;
using Ingest.Core.Reconciliation.Figures;
using Ingest.Core.Reconciliation.Relations;

namespace Ingest.Core.Reconciliation.NarrativeRules;

/// <summary>STR-12: 下设9个处室，分别是：… names nine.</summary>
internal sealed class DepartmentsRule : Rule
{
    public override IEnumerable<Check> Apply(Ledger ledger)
    {
        Story story = Story.Of(ledger);
        foreach (Told list in story.Firm.Where(told => told.Kind == FactKind.Names && told.Topic is Topic.Body or Topic.Other))
        {
            if (story.Before(list, FactKind.Count) is not { Fact.Value: { } count } told)
                continue;
            // 等 leaves the rest unsaid.
            bool open = list.Fact.Text.EndsWith('等');
            yield return new Observation(this, open ? list.Fact.Names.Length <= count : list.Fact.Names.Length == count, new(
                $"{Telling.Of(told).Chinese}，而列出 {list.Fact.Names.Length} 个", $"{Telling.Of(told).English}, and {list.Fact.Names.Length} are listed"))
            {
                Cells = [told.Reference],
                Suspect = told.Reference,
            };
        }
    }
}
