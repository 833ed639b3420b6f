using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>“三公”经费比上年增加 … 其中 …, 财政拨款支出预算 … 一般公共预算 …: the changes of the parts add up to that of the whole.</summary>
internal sealed class ChangeSumRule : Rule
{
    private static readonly (Topic Topic, Predicate<string> Whole, Predicate<string>[] Parts)[] _known =
    [
        (Topic.OfficialExpenses, thing => Has(thing, "三公"),
            [thing => Has(thing, "出国"), thing => Has(thing, "购置") && !Has(thing, "运行"), thing => Has(thing, "运行") && !Has(thing, "购置"), thing => Has(thing, "接待")]),
        (Topic.OfficialExpenses, thing => Has(thing, "三公"),
            [thing => Has(thing, "出国"), thing => Has(thing, "购置") && Has(thing, "运行"), thing => Has(thing, "接待")]),
        (Topic.OfficialExpenses, thing => Has(thing, "购置") && Has(thing, "运行"),
            [thing => Has(thing, "购置") && !Has(thing, "运行"), thing => Has(thing, "运行") && !Has(thing, "购置")]),
        (Topic.Preparation, thing => thing.StartsWith("财政拨款支出", StringComparison.Ordinal),
            [thing => thing.StartsWith("一般公共预算", StringComparison.Ordinal), thing => thing.StartsWith("政府性基金", StringComparison.Ordinal), thing => thing.StartsWith("国有资本", StringComparison.Ordinal)]),
        (Topic.Overall, IsTotal,
            [thing => thing.StartsWith("基本支出", StringComparison.Ordinal), thing => thing.StartsWith("项目支出", StringComparison.Ordinal), thing => Has(thing, "机动经费")]),
        (Topic.Overall, IsTotal,
            [thing => thing.StartsWith("财政拨款收入", StringComparison.Ordinal) || thing.StartsWith("一般公共预算", StringComparison.Ordinal), thing => thing.StartsWith("其他资金", StringComparison.Ordinal)]),
    ];

    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        NarrativeFacts facts = NarrativeFacts.Of(index);
        foreach ((Topic topic, Predicate<string> whole, Predicate<string>[] parts) in _known)
            foreach (IGrouping<NarrativeSection, StatedFact> section in facts.Firm.Where(told => told.Topic == topic && told.Kind == FactKind.Change).GroupBy(told => told.Section))
            {
                if (section.FirstOrDefault(told => whole(told.Thing)) is not { Figure: { } change } total)
                    continue;
                StatedFact?[] found = [.. parts.Select(part => section.FirstOrDefault(told => told != total && part(told.Thing)))];
                if (topic == Topic.Overall)
                    found = [.. found, .. Beside(section, total, found)];
                if (Array.TrueForAll(found, part => part is not null && CanBeAdded(facts, total, part)))
                    yield return new LinearRelation(this, change, Terms(total, found!), Comparison.WithinRounding,
                        () => FactWording.Of(total) + Phrase.Same(" = ") + Phrase.Join(Phrase.Same(" ± "), found.Select(part => FactWording.Of(part!))));
            }
    }

    /// <summary>上年结转, 政府性基金 and other money of the same side that the section tells a change of; what 财政拨款收入 holds is not counted twice.</summary>
    private static IEnumerable<StatedFact> Beside(IEnumerable<StatedFact> section, StatedFact total, StatedFact?[] found)
    {
        bool income = found.Any(part => part is not null && Has(part.Thing, "其他资金"));
        bool fiscal = found.Any(part => part is not null && part.Thing.StartsWith("财政拨款收入", StringComparison.Ordinal));
        string[] words = !income ? ["结转下年", "年终结转", "年末结转"] : fiscal ? _ownMoney : [.. _ownMoney, "政府性基金", "国有资本经营"];
        return section.Where(told => told != total && told.Fact.Direction is not (null or 0) && Array.IndexOf(found, told) < 0 && words.Any(word => told.Thing.StartsWith(word, StringComparison.Ordinal)));
    }

    private static readonly string[] _ownMoney = ["上年结转", "财政专户", "事业收入", "事业单位经营收入", "经营收入"];

    /// <summary>A part that rose by nobody knows how much, or against something else, adds to no sum.</summary>
    private static bool CanBeAdded(NarrativeFacts facts, StatedFact total, StatedFact part) =>
        (part.Figure is not null || part.Fact.Direction == 0) && part.Measure == total.Measure && (part.Figure is null || part.IsMeasuredLike(total))
        && (part.Fact.Basis is null || total.Fact.Basis is null || part.Fact.Basis.TrimEnd('数') == total.Fact.Basis.TrimEnd('数') || IsNothing(facts, part));

    /// <summary>What is nothing and has not changed was nothing, whatever it is compared with.</summary>
    private static bool IsNothing(NarrativeFacts facts, StatedFact part) =>
        part is { Figure: null, Fact.Direction: 0 } && facts.Near(part, FactKind.Amount) is { Figure.Value: 0 };

    private static bool IsTotal(string thing) => StatedFact.CoreOf(thing) is "收支" or "收入" or "支出";

    private static bool Has(string thing, string word) => thing.Contains(word, StringComparison.Ordinal);

    /// <summary>持平 adds nothing; a fall counts against a rise.</summary>
    private static ImmutableArray<Term> Terms(StatedFact total, IEnumerable<StatedFact> parts)
    {
        int sign = total.Fact.Direction < 0 ? -1 : 1;
        return [.. parts.Where(part => part.Figure is not null).Select(part => new Term(part.Figure!, sign * (part.Fact.Direction ?? 1)))];
    }
}
