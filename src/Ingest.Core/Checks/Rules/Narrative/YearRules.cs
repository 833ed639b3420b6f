using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>
/// The headings of the text are of the document's year. Where nearly all say it, one that says another was left from an
/// earlier document.
/// </summary>
internal sealed partial class HeadingYearRule : ObservingRule
{
    /// <summary>So many headings and titles of the right year show that the other is a slip.</summary>
    private const int Enough = 3;

    protected override IEnumerable<Check> Observe(FigureIndex index)
    {
        if (index.Document.Identity.FiscalYear is not { } year)
            yield break;
        NarrativeSection[] headings = [.. index.Document.Narrative.Where(section => YearOf(section.Heading) is not null && !(OfAccounts(section.Heading) && !index.IsFinalAccounts))];
        int right = headings.Count(section => YearOf(section.Heading) == year) + index.Document.Statements.Count(statement => YearIn(statement.Title) == year);
        foreach (NarrativeSection section in headings)
        {
            bool holds = YearOf(section.Heading) == year;
            bool sure = right >= Enough && headings.Count(other => YearOf(other.Heading) == YearOf(section.Heading)) * Enough <= right;
            yield return holds ? Holds() : new Observation(this, holds: false, new(
                $"第 {section.Page} 页标题“{section.Heading}”写的是 {YearOf(section.Heading)} 年，本文件为 {year} 年", $"page {section.Page}: the heading “{section.Heading}” says {YearOf(section.Heading)} in a document of {year}"))
            {
                Cells = [new CellReference { Statement = CellId.Narrative, Name = section.Heading, Text = section.Heading, Page = section.Page }],
                InDoubt = !sure,
            };
        }
    }

    /// <summary>Null for a heading of another matter: what was done last year, plans over years.</summary>
    private static int? YearOf(string heading) => Subject().IsMatch(heading) && !OtherMatter().IsMatch(heading) ? YearIn(heading) : null;

    /// <summary>In a budget 2023年“三公”经费决算情况 is what was spent the year before.</summary>
    private static bool OfAccounts(string heading) => heading.Contains("决算", StringComparison.Ordinal) && !heading.Contains("预算", StringComparison.Ordinal);

    private static int? YearIn(string text) =>
        Year().Matches(text) is [{ } match] ? int.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"(?<!\d)(20\d\d)年")]
    private static partial Regex Year();

    [GeneratedRegex("(?:预算|决算).*(?:说明|情况|公开表?|编制|表)$")]
    private static partial Regex Subject();

    [GeneratedRegex("执行情况|完成情况|回顾|总结|规划|计划|任务|结转|上年|对比|变动|变化|《|关于印发")]
    private static partial Regex OtherMatter();
}

/// <summary>
/// 截至2023年12月31日: final accounts show what there is at the end of their year, a budget what there was at some day of
/// the year before it or earlier in its own.
/// </summary>
internal sealed partial class AsAtRule : ObservingRule
{
    protected override IEnumerable<Check> Observe(FigureIndex index)
    {
        if (index.Document.Identity.FiscalYear is not { } year)
            yield break;
        foreach (NarrativeSentence sentence in NarrativeFacts.Of(index).Firm.Where(told => told is { Topic: Topic.Assets or Topic.OfficialExpenses, Kind: FactKind.Count or FactKind.Amount }).Select(told => told.Sentence).Distinct())
            if (AsAt().Match(sentence.Text) is { Success: true } date)
                yield return Look(index, sentence, int.Parse(date.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture), year, date.Value);
    }

    private Observation Look(FigureIndex index, NarrativeSentence sentence, int printed, int year, string date)
    {
        bool holds = index.IsFinalAccounts ? printed == year : printed == year || printed == year - 1;
        return holds ? Holds() : new Observation(this, holds: false, new(
            $"第 {sentence.Page} 页正文写作“{date}”，本文件为 {year} 年{(index.IsFinalAccounts ? "决算" : "预算")}，疑为沿用以前年度文本",
            $"page {sentence.Page} says “{date}” in {(index.IsFinalAccounts ? "final accounts" : "a budget")} of {year}; it seems left from an earlier year"))
        {
            Cells = [new CellReference { Statement = CellId.Narrative, Text = sentence.Text, Name = date, Page = sentence.Page, Box = sentence.Box }],
            // A budget may be written long before it is published.
            InDoubt = !index.IsFinalAccounts || printed > year,
        };
    }

    [GeneratedRegex(@"截[至止](?<year>20\d\d)年(?:1?\d月(?:[123]?\d日)?|底|末)")]
    private static partial Regex AsAt();
}

/// <summary>The years of the sentences: this year's figures are told as this year's, and compared with last year's.</summary>
internal sealed class SentenceYearRule : ObservingRule
{
    /// <summary>So many comparisons with the year before show that another year is a slip.</summary>
    private const int Enough = 3;

    protected override IEnumerable<Check> Observe(FigureIndex index)
    {
        if (index.Document.Identity.FiscalYear is not { } year)
            return [];
        NarrativeFacts facts = NarrativeFacts.Of(index);
        return [.. Figures(index, facts, year), .. Comparisons(facts, year)];
    }

    /// <summary>An amount that is said to be of another year and is the very amount that the table prints for this one.</summary>
    private IEnumerable<Check> Figures(FigureIndex index, NarrativeFacts facts, int year)
    {
        foreach (StatedFact told in facts.Firm.Where(told => told is { Kind: FactKind.Amount, Figure.Value: not 0, Fact.Basis: null } && told.Fact.Year is not null))
            if (told.Fact.Year == year)
                yield return Holds();
            else if (CellOf.Find(index, told) is { Soft: false, Place.Figure: { IsPrinted: true } cell } && cell.Value * cell.Unit == told.Figure!.Value * told.Figure.Unit)
                yield return Slip(told, year, new($"，数额却是 {year} 年表中数", $", yet its amount is that of the table of {year}"), [told.Reference, cell.Reference], sure: true);
    }

    private IEnumerable<Check> Comparisons(NarrativeFacts facts, int year)
    {
        StatedFact[] compared = [.. facts.Firm.Where(told => told.Kind is FactKind.Change or FactKind.Prior && told.Fact is { Basis: not null, Year: not null })];
        int usual = compared.Count(told => told.Fact.Year == year - 1);
        foreach (StatedFact told in compared)
            yield return told.Fact.Year == year - 1 || told.Fact.Year == year ? Holds()
                : Slip(told, year, new($"，其余各处均与 {year - 1} 年相比", $", while the others compare with {year - 1}"), [told.Reference],
                    sure: usual >= Enough && compared.Count(other => other.Fact.Year == told.Fact.Year) == 1 && told.Fact.Year == year - 2);
    }

    private Observation Slip(StatedFact told, int year, Phrase why, CellReference[] cells, bool sure) => new(this, holds: false,
        FactWording.Of(told) + new Phrase($"写作 {told.Fact.Year} 年，本文件为 {year} 年", $" is said to be of {told.Fact.Year} in a document of {year}") + why)
    {
        Cells = [.. cells],
        Suspect = told.Reference,
        InDoubt = !sure,
    };
}
