using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>
/// "年初结转和结余10万元，本年收入100万元，本年支出90万元，年末结转和结余20万元": what was there and came in is what was spent and is left. Only
/// of a fund, which has nothing else.
/// </summary>
internal sealed class CarriedSumRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        foreach (IGrouping<NarrativeSentence, StatedFact> sentence in NarrativeFacts.Of(index).Firm
            .Where(told => told is { Topic: Topic.GovernmentFund or Topic.StateCapital, Kind: FactKind.Amount, Figure: not null }).GroupBy(told => told.Sentence))
        {
            StatedFact[] told = [.. sentence];
            if (Only(told, "年初结转") is not { } start || Only(told, "本年收入") is not { } income || Only(told, "本年支出") is not { } spent || Only(told, "年末结转") is not { } end)
                continue;
            yield return new LinearRelation(this, end.Figure!, [new Term(start.Figure!, 1), new Term(income.Figure!, 1), new Term(spent.Figure!, -1)], Comparison.WithinRounding,
                () => FactWording.Of(end) + Phrase.Same(" = ") + FactWording.Of(start) + Phrase.Same(" + ") + FactWording.Of(income) + Phrase.Same(" − ") + FactWording.Of(spent));
        }
    }

    private static StatedFact? Only(StatedFact[] told, string word) =>
        told.Where(fact => fact.Thing.Contains(word, StringComparison.Ordinal)).ToArray() is [var one] ? one : null;
}
