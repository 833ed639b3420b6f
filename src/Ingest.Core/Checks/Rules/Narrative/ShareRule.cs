using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>占 x%: the share of the printed amount in the printed whole, and 完成预算的 x%.</summary>
internal sealed partial class ShareRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        NarrativeFacts facts = NarrativeFacts.Of(index);
        foreach (IGrouping<NarrativeSection, StatedFact> section in facts.Firm.Where(told => told.Kind == FactKind.Share).GroupBy(told => told.Section))
        {
            decimal adjustment = Adjustment(section);
            foreach (StatedFact share in section)
                yield return Check(index, facts, share, adjustment);
        }
    }

    private Check Check(FigureIndex index, NarrativeFacts facts, StatedFact share, decimal adjustment)
    {
        StatedFact? told = Part(facts, share);
        Figure? part = told?.Figure;
        ImmutableArray<Figure> whole = IsCompletion(share) ? Just(Planned(index, facts, share)) : Whole(index, facts, share, told?.Kind ?? FactKind.Amount);
        // Whatever it is a part of, it is no more than that.
        if (whole.IsEmpty && share.Figure!.Value - (2 * share.Figure.HalfUnit) > 100 && IsPart(share))
            return new Observation(this, false, FactWording.Of(share) + new Phrase("，部分占整体的比重不应超过100%", ": a part is no more than its whole")) { Cells = [share.Reference], Suspect = share.Reference };
        if (part is null || whole.IsEmpty)
            return new NotAssessable(this, part is null
                ? new($"第 {share.Fact.Page} 页占比 {share.Fact.Text}% 的金额", $"the amount of the share {share.Fact.Text}% on page {share.Fact.Page}")
                : new($"第 {share.Fact.Page} 页占比 {share.Fact.Text}% 的总额", $"the whole of the share {share.Fact.Text}% on page {share.Fact.Page}"));
        return new ShareRelation(this, share.Figure!, part, whole, Shown(index, told!, share), () => Words(share, part, whole))
        {
            Precision = StatedPrecision.Of(index),
            Adjustment = IsCompletion(share) ? 0 : adjustment,
        };
    }

    /// <summary>A part of a list, or of what the words call a total: 占上年的120% and 支出占收入的102% are of other things.</summary>
    private static bool IsPart(StatedFact share) => !IsCompletion(share) && share.Figure!.Value < Rate && (share.Fact.Basis is null ? share.Topic is Topic.General or Topic.GovernmentFund or Topic.Income or Topic.Expenditure or Topic.OfficialExpenses : OfTotal().IsMatch(share.Fact.Basis));

    /// <summary>What is more is a number that was read wrongly rather than a share.</summary>
    private const decimal Rate = 1000;

    [GeneratedRegex("合同金额$|采购(?:预算|支出)(?:总额|金额)$|(?:货物|工程|服务)(?:采购)?支出(?:金额|总额)?$|(?:基本|项目)支出(?:总额|合计)$|^(?:三公|“三公”)经费")]
    private static partial Regex OfTotal();

    private static Phrase Words(StatedFact share, Figure part, ImmutableArray<Figure> whole)
    {
        Phrase sum = Phrase.Join(Phrase.Same(" + "), whole.Select(FactWording.Of));
        return FactWording.Of(share) + Phrase.Same(" = ") + FactWording.Of(part) + Phrase.Same(" ÷ ")
            + (whole.Length == 1 ? sum : Phrase.Same("(") + sum + Phrase.Same(")"));
    }

    private static ImmutableArray<Figure> Just(Figure? figure) => figure is null ? [] : [figure];

    private static IEnumerable<Figure> Shown(FigureIndex index, StatedFact part, StatedFact share)
    {
        if (CellOf.Find(index, part)?.Place.Figure is { } cell)
            yield return cell;
        if (!IsCompletion(share) && Total(index, share) is { } total)
            yield return total;
    }

    private static StatedFact? Part(NarrativeFacts facts, StatedFact share) => facts.Before(share, FactKind.Amount, FactKind.Count)
        // 其中基本支出占58.33%，为700万元.
        ?? (share.Order + 1 < facts.All.Count && facts.All[share.Order + 1] is { Kind: FactKind.Amount, Fact.Aside: false } next
            && ReferenceEquals(next.Sentence, share.Sentence) && next.Path.SequenceEqual(share.Path) ? next : null)
        // 与年初预算1000万元相比，完成 … may be a sentence of its own.
        ?? (IsCompletion(share) ? facts.OfPath(share, share.Path) : null);

    /// <summary>完成年初预算的, and no 占支出预算的.</summary>
    public static bool IsCompletion(StatedFact share) => share.Fact.Basis is { } basis && Plan().IsMatch(basis);

    [GeneratedRegex("^(?:年初|全年|调整后?的?|当年|本年)?(?:部门)?预算数?$")]
    private static partial Regex Plan();

    private static Figure? Planned(FigureIndex index, NarrativeFacts facts, StatedFact share)
    {
        string basis = share.Fact.Basis!.TrimEnd('数');
        StatedFact? planned = facts.Firm.LastOrDefault(told => told.Order < share.Order && ReferenceEquals(told.Section, share.Section)
            && told.Kind == FactKind.Amount && Key(told) == Key(share) && (IsPlan(told.Measure, basis) || IsUncalledPlan(told, share)));
        if (planned is not null)
            return planned.Figure;
        return CellOf.Find(index, share.About([share.Thing, "年初预算"]))?.Place.Figure;
    }

    /// <summary>财政拨款支出 and 财政拨款 are one thing of which a plan and an outturn are told.</summary>
    private static string Key(StatedFact told) => told.Thing.EndsWith("支出", StringComparison.Ordinal) && told.Thing.Length > 4 ? told.Thing[..^2] : told.Thing;

    /// <summary>预算数100万元，执行数95万元: what is called nothing but 预算数 is the plan of what was spent.</summary>
    private static bool IsUncalledPlan(StatedFact told, StatedFact share) =>
        told.Measure.Length == 0 && share.Measure is "执行" or "预算执行" && told.Path.SequenceEqual(share.ThingPath);

    /// <summary>完成预算的 … may mean any plan that is told, and a plan that is called nothing else any 完成 ….</summary>
    private static bool IsPlan(string measure, string basis) => measure == basis
        || (basis == "预算" && measure is "年初预算" or "全年预算" or "调整预算")
        || (basis is "调整后预算" or "调整后的预算" && measure is "调整预算" or "预算")
        || (basis is "调整预算" or "全年预算" && measure == "预算");

    /// <summary>The whole that is named, else that of the list, else what the section is about.</summary>
    private static ImmutableArray<Figure> Whole(FigureIndex index, NarrativeFacts facts, StatedFact share, FactKind kind)
    {
        if (share.Fact.Basis is { } basis)
            return Inline(facts, share) is { } told ? [told.Figure!] : ShareBase.Find(index, facts, share, basis);
        ImmutableArray<string> measure = share.Measure.Length > 0 ? share.Path[^1..] : [];
        ImmutableArray<string> thing = share.Path[..^measure.Length];
        if (thing.Length > 1 && (facts.OfPath(share, [.. thing[..^1], .. measure], kind) ?? facts.OfPath(share, thing[..^1], kind)) is { } whole)
            return Just(whole.Figure);
        if (kind == FactKind.Count)
            return [];
        return share.Topic == Topic.OfficialExpenses ? ShareBase.Expenses(index, facts, share)
            : (Total(index, share) ?? FundClasses.WholeOf(facts, share)) is { } total ? [total] : ShareBase.OfList(facts, share);
    }

    /// <summary>占政府采购支出总额300万元的80%: the figure directly before it.</summary>
    private static StatedFact? Inline(NarrativeFacts facts, StatedFact share) => share.Order > 0 && facts.All[share.Order - 1] is { Figure: not null, Kind: FactKind.Amount or FactKind.Count } before
        && ReferenceEquals(before.Sentence, share.Sentence) && before.Path is [.., var name] && name == share.Fact.Basis ? before : null;

    /// <summary>The total of the table that the section is about.</summary>
    private static Figure? Total(FigureIndex index, StatedFact share)
    {
        Operand? total = share.Topic switch
        {
            Topic.General => Operand.Total(index.IsFinalAccounts ? "F05" : "T05"),
            Topic.Income => index.IsFinalAccounts ? Operand.Total("F02") : Operand.Total("T01", side: RowSide.Income),
            Topic.Expenditure => index.IsFinalAccounts ? Operand.Total("F03") : Operand.Total("T01", side: RowSide.Expenditure),
            _ => null,
        };
        return total?.Locate(index).Figure;
    }

    /// <summary>One unit of the last digit where the section's shares add up to 100 exactly.</summary>
    private static decimal Adjustment(IEnumerable<StatedFact> section)
    {
        StatedFact[] shares = [.. section.Where(share => !IsCompletion(share) && share.Fact.Basis is null)];
        return shares.Length > 1 && shares.Sum(share => share.Fact.Value) == 100 ? 2 * shares[0].Figure!.HalfUnit : 0;
    }
}
