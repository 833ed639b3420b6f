using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>"支出比上年增加100万元，其中：基本支出增加60万元，项目支出增加40万元": the changes of all kinds there are, told without their amounts.</summary>
internal sealed class PartedChangeRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        NarrativeFacts facts = NarrativeFacts.Of(index);
        foreach (StatedFact total in facts.Firm.Where(told => told is { Kind: FactKind.Change, Figure: not null, Fact.Direction: 1 or -1 } && told.Topic is not (Topic.OfficialExpenses or Topic.Preparation or Topic.Overall)))
            if (Parts(facts, total) is { Length: > 1 } parts)
                yield return ListChangeRule.Sum(this, total, parts);
    }

    /// <summary>"比2023年预算4700万元增加300万元，其中：基本支出比2023年增加100万元": the shorter words in one sentence are of the same year.</summary>
    private static bool IsInWords(StatedFact total, StatedFact part) => (part.Figure is not null || part.Fact.Direction == 0)
        && (total.Fact.Basis is null || ListChangeRule.Base(total)!.StartsWith("上年", StringComparison.Ordinal)) && ListChangeRule.Base(part) == "上年";

    private static StatedFact[] Parts(NarrativeFacts facts, StatedFact total)
    {
        StatedFact[] parts = [.. facts.Firm.Where(told => told.Kind == FactKind.Change && told.Order > total.Order && ReferenceEquals(told.Sentence, total.Sentence)
            && told.Path.Length == total.Path.Length + 1 && told.Path.AsSpan(0, total.Path.Length).SequenceEqual(total.Path.AsSpan()))];
        string[] names = [.. parts.Select(part => part.Thing)];
        return names.Distinct().Count() == names.Length && Partition.IsComplete(names) && Array.TrueForAll(parts, part => (ListChangeRule.IsAdded(total, part) || IsInWords(total, part)) && facts.Before(part, FactKind.Amount) is null) ? parts : [];
    }
}
