using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>
/// "车辆5辆，其中：越野车3辆、轿车2辆", "项目25个，其中：一级项目5个、二级项目20个": what is counted in parts. Where the names part
/// everything the counts add up, where they exclude each other they do not exceed the whole, and no part exceeds it.
/// </summary>
internal sealed class CountListRule : Rule
{
    /// <summary>Whether this rule takes the lists that name every part, or the others.</summary>
    public required bool Complete { get; init; }

    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        NarrativeFacts facts = NarrativeFacts.Of(index);
        foreach ((StatedFact whole, StatedFact[] parts) in Lists(facts))
        {
            string[] names = [.. parts.Select(part => part.Thing)];
            if (names.Distinct().Count() < names.Length || Partition.IsComplete(names) != Complete)
                continue;
            if (Complete)
                yield return SumRule.Of(this, StatedPrecision.Of(index), whole, parts);
            else if (Partition.IsExclusive(names))
                yield return AtMost(parts, whole);
            else
                foreach (StatedFact part in parts)
                    yield return AtMost([part], whole);
        }
    }

    private static IEnumerable<(StatedFact Whole, StatedFact[] Parts)> Lists(NarrativeFacts facts) =>
        from whole in facts.Firm
        where whole is { Kind: FactKind.Count, Figure: not null }
        from parts in PartLists.Of(facts, whole)
        where !SumRule.Added(facts, whole).Any(parts.Contains)
        select (whole, parts);

    private UpperBound AtMost(StatedFact[] parts, StatedFact whole) => new(this, [.. parts.Select(part => part.Figure!)], [whole.Figure!],
        () => Phrase.Join(Phrase.Same(" + "), parts.Select(FactWording.Of)) + Phrase.Same(" ≤ ") + FactWording.Of(whole), isCounted: true);
}
