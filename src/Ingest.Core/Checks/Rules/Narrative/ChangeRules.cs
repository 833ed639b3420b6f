using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;
using Ingest.Core.Narrative.Grammar;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>An amount cannot have risen by more than it is.</summary>
internal sealed class RiseRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        Story story = Story.Of(index);
        foreach (Told change in story.Firm.Where(told => told is { Kind: FactKind.Change, Fact.Direction: 1, Figure: not null }))
            if (story.Near(change, FactKind.Amount, FactKind.Count) is { Figure: { } amount } now && now.Fact.Unit == change.Fact.Unit)
                yield return new UpperBound(this, [change.Figure!], [amount],
                    () => Telling.Of(change) + Phrase.Same(" ≤ ") + Telling.Of(now));
    }
}

/// <summary>无上年预算数: then the whole amount is an increase.</summary>
internal sealed class NewBodyRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        Story story = Story.Of(index);
        foreach (Told none in story.All.Where(told => told.Kind == FactKind.None && told.Path[^1] == NoneMark.PriorYearSubject))
        {
            Told? change = story.All.LastOrDefault(told => told.Order < none.Order && told.Kind == FactKind.Change
                && ReferenceEquals(told.Section, none.Section) && told.Path.SequenceEqual(none.Path[..^1]));
            Told? amount = change is null ? null : story.Near(change, FactKind.Amount);
            if (change?.Figure is null || amount?.Figure is null)
                yield return new NotAssessable(this, new($"第 {none.Fact.Page} 页“无上年预算数”所指增加额", $"the increase meant on page {none.Fact.Page}"));
            else
                yield return new LinearRelation(this, change.Figure, [new Term(amount.Figure, 1)], Comparison.WithinRounding,
                    () => Telling.Of(change) + Phrase.Same(" = ") + Telling.Of(amount));
        }
    }
}

/// <summary>A rise is a 增长, a fall a 下降, and what stays the same has neither.</summary>
internal sealed class DirectionRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        Story story = Story.Of(index);
        foreach (Told growth in story.Firm.Where(told => told.Kind == FactKind.Growth))
            if (story.Before(growth, FactKind.Change) is { } change)
            {
                bool agrees = growth.Fact.Value == 0 || change.Fact.Value == 0 || growth.Fact.Direction == change.Fact.Direction;
                yield return new Observation(this, agrees, Telling.Of(change) + new Phrase("与", " and ") + Telling.Of(growth) + new Phrase("增减方向不一致", " point in different directions"))
                {
                    Cells = [change.Reference, growth.Reference],
                    Suspect = growth.Reference,
                };
            }
    }
}
