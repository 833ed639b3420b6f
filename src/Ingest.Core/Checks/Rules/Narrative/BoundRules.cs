using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>小微 ≤ 中小 ≤ 采购总额, and what small suppliers won ≤ 采购总额.</summary>
internal sealed class ProcurementBoundRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        StatedFact[] told = [.. NarrativeFacts.Of(index).Firm.Where(fact => fact is { Topic: Topic.Procurement, Kind: FactKind.Amount })];
        StatedFact? total = Array.Find(told, fact => fact.Path.Length == 1 && fact.Thing.Contains("政府采购", StringComparison.Ordinal) && !Reserved(fact) && !Given(fact));
        StatedFact? small = Array.Find(told, fact => Reserved(fact) && Has(fact, "中小企业") && !Awarded(fact));
        StatedFact? micro = Array.Find(told, fact => (Has(fact, "小微") || Has(fact, "微型")) && !Awarded(fact));
        StatedFact[] awarded = [.. told.Where(fact => Awarded(fact) && Has(fact, "由中小企业"))];
        if (micro is not null && small is not null)
            yield return AtMost([micro], small);
        if (small is not null && total is not null)
            yield return AtMost([small], total);
        if (awarded.Length > 0 && total is not null)
            yield return AtMost(awarded, total);
        // 授予中小企业合同金额 …，其中：授予小微企业合同金额 ….
        StatedFact? given = Array.Find(told, fact => Given(fact) && fact.Thing.Contains("中小企业", StringComparison.Ordinal));
        StatedFact? givenMicro = Array.Find(told, fact => Given(fact) && !fact.Thing.Contains("中小", StringComparison.Ordinal)
            && (fact.Thing.Contains("小微", StringComparison.Ordinal) || fact.Thing.Contains("小型微型", StringComparison.Ordinal)));
        if (given is not null && total is not null)
            yield return AtMost([given], total);
        if (givenMicro is not null && (given ?? total) is { } cap && !givenMicro.IsPartOf(cap))
            yield return AtMost([givenMicro], cap);
    }

    private static bool Given(StatedFact fact) => fact.Thing.StartsWith("授予", StringComparison.Ordinal) && fact.Measure.Length == 0;

    private UpperBound AtMost(StatedFact[] parts, StatedFact cap) => new(
        this, [.. parts.Select(part => part.Figure!)], [cap.Figure!],
        () => Phrase.Join(Phrase.Same(" + "), parts.Select(FactWording.Of)) + Phrase.Same(" ≤ ") + FactWording.Of(cap));

    private static bool Reserved(StatedFact fact) => Has(fact, "预留") || Has(fact, "面向");

    private static bool Awarded(StatedFact fact) => Has(fact, "中标") || Has(fact, "成交");

    private static bool Has(StatedFact fact, string word) => fact.Path.Any(part => part.Contains(word, StringComparison.Ordinal));
}

/// <summary>采购总额 ≤ 公用经费 + 项目支出: what is bought is paid from these. Soft, for money of other years may be spent too.</summary>
internal sealed class ProcurementMoneyRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        StatedFact? total = NarrativeFacts.Of(index).Firm.FirstOrDefault(fact => fact is { Topic: Topic.Procurement, Kind: FactKind.Amount, Path.Length: 1, Thing: "政府采购预算" or "政府采购" });
        if (total?.Figure is not { } bought)
            yield break;
        Located operating = Operand.Total("T06", "operating").Locate(index);
        Located project = Operand.Total("T03", "project").Locate(index);
        if ((operating.Missing ?? project.Missing) is { } missing)
        {
            yield return new NotAssessable(this, missing);
            yield break;
        }
        ImmutableArray<Figure> cap = [.. ((Figure?[])[operating.Figure, project.Figure]).OfType<Figure>()];
        yield return new UpperBound(this, [bought], cap,
            () => FactWording.Of(total) + Phrase.Same(" ≤ ") + Phrase.Join(Phrase.Same(" + "), cap.Select(Wording.Of)));
    }
}

/// <summary>在职 ≤ 编制. Soft: a body may be over strength.</summary>
internal sealed class StrengthRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        StatedFact[] counts = [.. NarrativeFacts.Of(index).Firm.Where(fact => fact is { Topic: Topic.Body, Kind: FactKind.Count })];
        StatedFact? posts = Array.Find(counts, fact => fact.Thing is "编制" or "编制人" or "核定编制");
        StatedFact? active = Array.Find(counts, fact => fact.Thing is "在职" or "在职人员");
        if (posts?.Figure is { } cap && active?.Figure is { } staff)
            yield return new UpperBound(this, [staff], [cap],
                () => FactWording.Of(active) + Phrase.Same(" ≤ ") + FactWording.Of(posts));
    }
}

/// <summary>"整体支出纳入绩效目标管理，涉及资金1200万元；5个项目 …，涉及资金400万元": the projects are part of the whole.</summary>
internal sealed class ProjectsWithinBodyRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        foreach (IGrouping<NarrativeSection, StatedFact> section in NarrativeFacts.Of(index).Firm
            .Where(fact => fact is { Topic: Topic.Performance, Kind: FactKind.Amount, Measure: "涉及金额", Figure: not null }).GroupBy(fact => fact.Section))
        {
            StatedFact[] whole = [.. section.Where(fact => IsWhole(fact.Path[0]))];
            StatedFact[] projects = [.. section.Where(fact => !IsWhole(fact.Path[0]) && fact.Path is [var name, _] && name.Contains("项目", StringComparison.Ordinal))];
            if (whole is [var body])
                foreach (StatedFact project in projects)
                    yield return new UpperBound(this, [project.Figure!], [body.Figure!],
                        () => FactWording.Of(project) + Phrase.Same(" ≤ ") + FactWording.Of(body));
        }
    }

    private static bool IsWhole(string name) => name.Contains("整体", StringComparison.Ordinal) && !name.Contains("项目", StringComparison.Ordinal);
}
