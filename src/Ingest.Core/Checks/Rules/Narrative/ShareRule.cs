using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>占 x%: the share of the printed amount in the printed whole, and 完成预算的 x%.</summary>
internal sealed class ShareRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        Story story = Story.Of(index);
        foreach (IGrouping<NarrativeSection, Told> section in story.Firm.Where(told => told.Kind == FactKind.Share).GroupBy(told => told.Section))
        {
            decimal adjustment = Adjustment(section);
            foreach (Told share in section)
                yield return Check(index, story, share, adjustment);
        }
    }

    private Check Check(FigureIndex index, Story story, Told share, decimal adjustment)
    {
        Told? told = Part(story, share);
        Figure? part = told?.Figure;
        Figure? whole = IsCompletion(share) ? Planned(index, story, share) : Whole(index, story, share);
        if (part is null || whole is null)
            return new NotAssessable(this, part is null
                ? new($"第 {share.Fact.Page} 页占比 {share.Fact.Text}% 的金额", $"the amount of the share {share.Fact.Text}% on page {share.Fact.Page}")
                : new($"第 {share.Fact.Page} 页占比 {share.Fact.Text}% 的总额", $"the whole of the share {share.Fact.Text}% on page {share.Fact.Page}"));
        return new ShareRelation(this, share.Figure!, part, whole, Shown(index, told!, share), () => Words(share, part, whole))
        {
            Adjustment = IsCompletion(share) ? 0 : adjustment,
        };
    }

    private static Phrase Words(Told share, Figure part, Figure whole) =>
        Telling.Of(share) + Phrase.Same(" = ") + Telling.Of(part) + Phrase.Same(" ÷ ") + Telling.Of(whole);

    private static IEnumerable<Figure> Shown(FigureIndex index, Told part, Told share)
    {
        if (CellOf.Find(index, part)?.Place.Figure is { } cell)
            yield return cell;
        if (!IsCompletion(share) && Total(index, share) is { } total)
            yield return total;
    }

    private static Told? Part(Story story, Told share) => story.Before(share, FactKind.Amount, FactKind.Count);

    private static bool IsCompletion(Told share) =>
        share.Fact.Basis is { } basis && basis.TrimEnd('数').EndsWith("预算", StringComparison.Ordinal);

    private static Figure? Planned(FigureIndex index, Story story, Told share)
    {
        string basis = share.Fact.Basis!.TrimEnd('数');
        Told? planned = story.Firm.LastOrDefault(told => told.Order < share.Order && ReferenceEquals(told.Section, share.Section)
            && told.Kind == FactKind.Amount && told.Thing == share.Thing && IsPlan(told.Measure, basis));
        if (planned is not null)
            return planned.Figure;
        return CellOf.Find(index, share with { Fact = share.Fact with { Subject = [share.Thing, "年初预算"] } })?.Place.Figure;
    }

    private static bool IsPlan(string measure, string basis) =>
        measure == basis || (basis == "预算" && measure is "年初预算" or "全年预算" or "调整预算");

    /// <summary>The whole that is named, else that of the list, else what the section is about.</summary>
    private static Figure? Whole(FigureIndex index, Story story, Told share)
    {
        if (share.Fact.Basis is { } basis)
            return Named(index, basis);
        if (share.Path.Length > 1 && story.OfPath(share, share.Path[..^1]) is { } whole)
            return whole.Figure;
        return Total(index, share);
    }

    /// <summary>The total of the table that the section is about.</summary>
    private static Figure? Total(FigureIndex index, Told share)
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

    private static Figure? Named(FigureIndex index, string basis)
    {
        Operand? total = Told.Bare(basis) switch
        {
            "本年支出" => Operand.Total(index.IsFinalAccounts ? "F03" : "T03"),
            "本年收入" => Operand.Total(index.IsFinalAccounts ? "F02" : "T02"),
            "总支出" or "支出" or "支出预算" or "预算支出" or "总预算" => index.IsFinalAccounts ? Operand.Total("F03") : Operand.Total("T01", side: RowSide.Expenditure),
            "总收入" or "收入" or "收入预算" or "预算收入" => index.IsFinalAccounts ? Operand.Total("F02") : Operand.Total("T01", side: RowSide.Income),
            _ => null,
        };
        return total?.Locate(index).Figure;
    }

    /// <summary>One unit of the last digit where the section's shares add up to 100 exactly.</summary>
    private static decimal Adjustment(IEnumerable<Told> section)
    {
        Told[] shares = [.. section.Where(share => !IsCompletion(share) && share.Fact.Basis is null)];
        return shares.Length > 2 && shares.Sum(share => share.Fact.Value) == 100 ? 2 * shares[0].Figure!.HalfUnit : 0;
    }
}
