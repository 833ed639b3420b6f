using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;
using NoneMark = Ingest.Core.Narrative.Grammar.NoneMark;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>Where the text prints both, a change is this year's figure less the one that it is compared with.</summary>
internal sealed class PrintedChangeRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        foreach (StatedComparison comparison in StatedComparisons.Of(index).All)
            if (comparison is { Change: { Figure: { } by } change, Now: { Figure: { } now } told, Prior: { Figure: { } prior } other }
                && change.IsMeasuredLike(told) && change.IsMeasuredLike(other))
            {
                // Which way the change goes is another rule's business; here it is how far the two lie apart.
                int direction = comparison.Difference is { } sign and not 0 ? sign : comparison.Direction;
                yield return new LinearRelation(this, by, [new Term(now, direction), new Term(prior, -direction)],
                    told.Kind == FactKind.Count ? Comparison.Exact : Comparison.WithinRounding,
                    () => FactWording.Of(change) + Phrase.Same(" = ") + FactWording.Of(direction > 0 ? told : other) + Phrase.Same(" − ") + FactWording.Of(direction > 0 ? other : told));
            }
    }
}

/// <summary>An amount cannot have risen by more than it is. People come and go: of these more may have come than are left.</summary>
internal sealed class RiseRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        foreach (StatedComparison comparison in StatedComparisons.Of(index).All)
            if (comparison is { Change: { Figure: { } by } change, Now: { Figure: { } amount, Kind: FactKind.Amount } now, Prior: null, Direction: 1 } && change.IsMeasuredLike(now))
                yield return new UpperBound(this, [by], [amount], () => FactWording.Of(change) + Phrase.Same(" ≤ ") + FactWording.Of(now));
    }
}

/// <summary>无上年预算数: then the whole amount is an increase.</summary>
internal sealed class NewBodyRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        NarrativeFacts facts = NarrativeFacts.Of(index);
        foreach (StatedFact none in facts.All.Where(told => told.Kind == FactKind.None && told.Path[^1] == NoneMark.PriorYearSubject))
        {
            StatedFact? change = facts.All.LastOrDefault(told => told.Order < none.Order && told.Kind == FactKind.Change
                && ReferenceEquals(told.Section, none.Section) && told.Path.SequenceEqual(none.Path[..^1]));
            StatedFact? amount = change is null ? null : facts.Near(change, FactKind.Amount);
            if (change?.Figure is null || amount?.Figure is null)
                yield return new NotAssessable(this, new($"第 {none.Fact.Page} 页“无上年预算数”所指增加额", $"the increase meant on page {none.Fact.Page}"));
            else
                yield return new LinearRelation(this, change.Figure, [new Term(amount.Figure, 1)], Comparison.WithinRounding,
                    () => FactWording.Of(change) + Phrase.Same(" = ") + FactWording.Of(amount));
        }
    }
}
