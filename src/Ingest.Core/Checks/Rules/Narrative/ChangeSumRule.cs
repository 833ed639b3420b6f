using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>“三公”经费比上年增加 … 其中 …: the changes of the expenses add up to the change of their sum.</summary>
internal sealed class ChangeSumRule : Rule
{
    private static readonly Predicate<string>[] _apart =
        [thing => Has(thing, "出国"), thing => Has(thing, "购置") && !Has(thing, "运行"), thing => Has(thing, "运行") && !Has(thing, "购置"), thing => Has(thing, "接待")];

    private static readonly Predicate<string>[] _together =
        [thing => Has(thing, "出国"), thing => Has(thing, "购置") && Has(thing, "运行"), thing => Has(thing, "接待")];

    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        foreach (IGrouping<NarrativeSection, StatedFact> section in NarrativeFacts.Of(index).Firm
            .Where(told => told.Topic == Topic.OfficialExpenses && told.Kind == FactKind.Change).GroupBy(told => told.Section))
        {
            if (section.FirstOrDefault(told => told.Thing.Contains("三公", StringComparison.Ordinal)) is not { Figure: { } whole } total)
                continue;
            foreach (Predicate<string>[] expenses in (Predicate<string>[][])[_apart, _together])
            {
                StatedFact?[] parts = [.. expenses.Select(expense => section.FirstOrDefault(told => told != total && expense(told.Thing)))];
                if (Array.TrueForAll(parts, part => part is not null && CanBeAdded(total, part)))
                    yield return new LinearRelation(this, whole, Terms(total, parts!), Comparison.WithinRounding,
                        () => FactWording.Of(total) + Phrase.Same(" = ") + Phrase.Join(Phrase.Same(" ± "), parts.Select(part => FactWording.Of(part!))));
            }
        }
    }

    /// <summary>A part that rose by nobody knows how much, or against something else, adds to no sum.</summary>
    private static bool CanBeAdded(StatedFact total, StatedFact part) =>
        (part.Figure is not null || part.Fact.Direction == 0) && part.Measure == total.Measure && (part.Figure is null || part.IsMeasuredLike(total))
        && (part.Fact.Basis is null || total.Fact.Basis is null || part.Fact.Basis.TrimEnd('数') == total.Fact.Basis.TrimEnd('数'));

    private static bool Has(string thing, string word) => thing.Contains(word, StringComparison.Ordinal);

    /// <summary>持平 adds nothing; a fall counts against a rise.</summary>
    private static ImmutableArray<Term> Terms(StatedFact total, IEnumerable<StatedFact> parts)
    {
        int sign = total.Fact.Direction < 0 ? -1 : 1;
        return [.. parts.Where(part => part.Figure is not null).Select(part => new Term(part.Figure!, sign * (part.Fact.Direction ?? 1)))];
    }
}
