using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>One figure told in two places is the same in both. Where a table prints it, that is compared instead.</summary>
internal sealed class RestatedFigureRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        NarrativeFacts facts = NarrativeFacts.Of(index);
        IEnumerable<IGrouping<string, StatedFact>> figures = facts.Firm
            .Where(told => told is { Kind: FactKind.Amount, Figure: not null } && !facts.IsOfOtherYear(told))
            .Select(told => (Stated: told, Key: Meaning.Of(index, told)))
            .Where(pair => pair.Key is not null)
            .GroupBy(pair => pair.Key!, pair => pair.Stated);
        foreach (IGrouping<string, StatedFact> same in figures)
        {
            StatedFact first = same.First();
            // Where the year of the document is not known, years are compared with each other.
            foreach (StatedFact other in same.Skip(1).Where(other => facts.IsOfOneYear(first, other)))
                yield return new LinearRelation(this, other.Figure!, [new Term(first.Figure!, 1)], Comparison.WithinRounding,
                    () => FactWording.Of(other) + Phrase.Same(" = ") + FactWording.Of(first));
        }
    }
}

/// <summary>
/// A second amount within an item that names nothing but "预算安排", or names the item again, is the amount of the item.
/// </summary>
internal sealed partial class RepeatedAmountRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        NarrativeFacts facts = NarrativeFacts.Of(index);
        foreach (IGrouping<(NarrativeSentence, string), StatedFact> same in facts.Firm
            .Where(told => told is { Kind: FactKind.Amount, Figure: not null } && !facts.IsOfOtherYear(told))
            .GroupBy(told => (told.Sentence, string.Join('/', told.Path))))
        {
            StatedFact first = same.First();
            foreach (StatedFact again in same.Skip(1).Where(told => Again(first, told)))
                yield return new LinearRelation(this, again.Figure!, [new Term(first.Figure!, 1)], Comparison.WithinRounding,
                    () => FactWording.Of(again) + Phrase.Same(" = ") + FactWording.Of(first));
        }
    }

    /// <summary>The words between say that it is the same figure: nothing but a measure, or its very name.</summary>
    private static bool Again(StatedFact first, StatedFact second)
    {
        string sentence = first.Sentence.Text;
        int from = sentence.IndexOf(first.Fact.Text, StringComparison.Ordinal);
        int to = from < 0 ? -1 : sentence.IndexOf(second.Fact.Text, from + first.Fact.Text.Length, StringComparison.Ordinal);
        if (to < 0)
            return false;
        string clause = sentence[(sentence.LastIndexOfAny(['，', '。', '；', '：', ','], to - 1) + 1)..to];
        return OnlyMeasure().IsMatch(clause) || StatedFact.Bare(clause) == first.Thing;
    }

    [GeneratedRegex(@"^(?:(?:19|20)\d{2}年度?|本年度?|当年)?(?:预算|支出预算)(?:安排|编列)?(?:数|金额|资金)?(?:为|是|共|合计)?$")]
    private static partial Regex OnlyMeasure();
}

/// <summary>The same figure rose by the same amount wherever the text tells it.</summary>
internal sealed partial class RestatedChangeRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        var told = StatedComparisons.Of(index).All
            .Where(comparison => comparison is { Change.Figure: not null, Now.Figure: { Value: not 0 } } && comparison.Change.IsMeasuredLike(comparison.Now))
            .Select(comparison => (Comparison: comparison, Key: KeyOf(comparison, !index.IsFinalAccounts)))
            .Where(pair => pair.Key is not null)
            .GroupBy(pair => pair.Key!, pair => pair.Comparison);
        foreach (IGrouping<string, StatedComparison> same in told)
            foreach ((StatedComparison before, StatedComparison next) in same.Zip(same.Skip(1)))
                yield return before.Direction == next.Direction ? Alike(before.Change!, next.Change!) : OtherWay(before.Change!, next.Change!);
    }

    /// <summary>Each with the one before it: of three the odd one is told by the two others.</summary>
    private LinearRelation Alike(StatedFact first, StatedFact other) => new(this, other.Figure!, [new Term(first.Figure!, 1)], Comparison.WithinRounding,
        () => FactWording.Of(other) + Phrase.Same(" = ") + FactWording.Of(first));

    private Observation OtherWay(StatedFact first, StatedFact other) => new(this, holds: false,
        FactWording.Of(first) + new Phrase("；", "; ") + FactWording.Of(other) + new Phrase("：同一数额的增减方向不一致", ": one figure rises here and falls there"))
    {
        Cells = [first.Reference, other.Reference],
    };

    /// <summary>The fund or total, its amount and what it is compared with; null where these are not known.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="oneMoney">Income and expenditure of the year are planned alike. What came in and what was spent need not have been equal the year before.</param>
    private static string? KeyOf(StatedComparison comparison, bool oneMoney)
    {
        StatedFact now = comparison.Now!;
        string? fund = Scope(comparison.Change!, oneMoney) ?? Scope(now, oneMoney);
        return fund is null || Scope(now, oneMoney) is { } other && other != fund || Base(comparison.Basis) is not { } basis ? null
            : string.Create(CultureInfo.InvariantCulture, $"{fund} {now.Figure!.Value * now.Figure.Unit} {basis}");
    }

    /// <summary>Income and expenditure of one fund are the same money.</summary>
    public static string? Scope(StatedFact told, bool oneMoney)
    {
        string? fund = told.Measure.Length > 0 ? null : Total().IsMatch(told.Core) ? "total" : Fiscal().IsMatch(told.Core) ? "fiscal" : General().IsMatch(told.Core) ? "general" : null;
        bool isOneSide = !told.Path[^1].Contains('总', StringComparison.Ordinal) && told.Core.Contains('收', StringComparison.Ordinal) != told.Core.Contains('支', StringComparison.Ordinal);
        return fund is null || oneMoney || !isOneSide ? fund : fund + (told.Core.Contains('收', StringComparison.Ordinal) ? " in" : " out");
    }

    /// <summary>上年 and 上年预算 may be told for each other only where nothing else is: the words are kept.</summary>
    public static string? Base(string? basis) => basis is null ? "" : basis.Contains("年初", StringComparison.Ordinal) ? null : LastYear().Replace(basis, "上年").TrimEnd('数', '度');

    [GeneratedRegex("^(?:收支|收入|支出)(?:总计)?$")]
    private static partial Regex Total();

    [GeneratedRegex("^财政拨款(?:收支|收入|支出)(?:总计)?$")]
    private static partial Regex Fiscal();

    [GeneratedRegex("^一般公共(?:财政)?(?:拨款)?(?:收入|支出|收支)?$")]
    private static partial Regex General();

    [GeneratedRegex(@"^(?:上一年|去年|20\d\d年)")]
    private static partial Regex LastYear();
}

/// <summary>What an amount in the text means, so that two of one meaning can be compared where no table prints it.</summary>
internal static class Meaning
{
    /// <summary>Null where it is not known, and where a printed cell is compared with.</summary>
    public static string? Of(FigureIndex index, StatedFact told)
    {
        if (CellOf.Find(index, told)?.Place.Figure is not null)
            return null;
        if (CellOf.BindingOf(index, told) is { } binding)
            return binding.IsSoft(index) ? null : binding.Meaning;
        // An account by its full path, with the fund that the section is about.
        ImmutableArray<string> account = CellOf.AccountPath(told);
        return account.Length == 3 && told.Topic is Topic.General or Topic.FiscalExpenditure or Topic.GovernmentFund or Topic.Preparation
            ? $"{told.Topic} {told.Measure} {string.Join('/', account.Select(Spelling.Key))}"
            : null;
    }
}
