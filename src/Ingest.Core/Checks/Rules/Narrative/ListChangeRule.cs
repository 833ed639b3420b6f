using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>
/// "支出1100万元，增加100万元，其中：教育支出900万元，增加110万元；卫生健康支出200万元，减少10万元": where the amounts are all of their whole and
/// each tells its change, the changes are all of that of the whole. <see cref="ChangeSumRule"/> has what is told without amounts.
/// </summary>
internal sealed class ListChangeRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        NarrativeFacts facts = NarrativeFacts.Of(index);
        foreach ((StatedFact whole, StatedFact[] parts) in ListSumRule.Filled(facts))
        {
            if (whole.Topic is Topic.OfficialExpenses or Topic.Preparation or Topic.Overall || ChangeOf(facts, whole) is not { Figure: { } change, Fact.Direction: not (null or 0) } total)
                continue;
            StatedFact?[] changes = [.. parts.Select(part => ChangeOf(facts, part))];
            if (!Array.TrueForAll(changes, part => part is not null && (part.Figure is not null || part.Fact.Direction == 0) && IsAgainst(total, part)))
                continue;
            int sign = total.Fact.Direction!.Value;
            ImmutableArray<Term> terms = [.. changes.Where(part => part!.Figure is not null).Select(part => new Term(part!.Figure!, sign * (part.Fact.Direction ?? 1)))];
            yield return new LinearRelation(this, change, terms, Comparison.WithinRounding,
                () => FactWording.Of(total) + Phrase.Same(" = ") + Phrase.Join(Phrase.Same(" ± "), changes.Select(part => FactWording.Of(part!))));
        }
    }

    /// <summary>The change told with an amount: of its path, before another amount.</summary>
    private static StatedFact? ChangeOf(NarrativeFacts facts, StatedFact amount) => facts.All.Skip(amount.Order + 1)
        .TakeWhile(told => ReferenceEquals(told.Sentence, amount.Sentence) && told.Path.SequenceEqual(amount.Path) && told.Kind is not (FactKind.Amount or FactKind.Prior))
        .FirstOrDefault(told => told is { Kind: FactKind.Change, Fact.Aside: false } && (told.Figure is null || told.IsMeasuredLike(amount)));

    /// <summary>With what the whole is compared; where a part does not say, with the same.</summary>
    private static bool IsAgainst(StatedFact total, StatedFact part) => part.Fact.Basis is null || part.Fact.Basis.TrimEnd('数') == total.Fact.Basis?.TrimEnd('数');
}
