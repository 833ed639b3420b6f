using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Structural;

/// <summary>
/// STR-03: titles and the 目录 speak of the document's year. Headings and sentences have rules of their own: they may speak of any
/// year (上年, 截至…, 〔2023〕, 《…》).
/// </summary>
public sealed partial class BudgetYearRule : ObservingRule
{
    protected override IEnumerable<Check> Observe(FigureIndex index)
    {
        if (index.Document.Identity.FiscalYear is not { } year)
        {
            yield return new NotAssessable(this, new("预算年度", "the budget year"));
            yield break;
        }
        foreach (Statement statement in index.Document.Statements)
            if (YearOf(statement.Title) is { } printed)
                yield return Compare(year, printed, statement.Id, statement.Title, statement.Pages.IsEmpty ? null : statement.Pages[0]);
        foreach (ContentsEntry entry in index.Document.Contents)
            if (YearOf(entry.Text) is { } printed)
                yield return Compare(year, printed, CellId.Contents, entry.Text, entry.Page);
    }

    private Observation Compare(int year, int printed, string where, string text, int? page) => printed == year
        ? Holds()
        : new(this, holds: false, new(
            $"“{text}”写的是 {printed} 年，本文件为 {year} 年", $"“{text}” says {printed} in a document of {year}"))
        {
            Cells = [new CellReference { Statement = where, Name = text, Page = page }],
        };

    private static int? YearOf(string text) =>
        Year().Match(text) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"(?<!\d)(20[0-9]{2})年", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Year();
}
