using System.Text.RegularExpressions;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Structural;

/// <summary>
/// STR-01: the tables, the headings of the text (关于某局2024年…的说明) and the department's performance table name the body of
/// the cover; 本级 may be added.
/// </summary>
public sealed partial class SameBodyRule : ObservingRule
{
    protected override IEnumerable<Check> Observe(FigureIndex index)
    {
        BudgetDocument document = index.Document;
        if (document.Identity.Department is not { Length: > 0 } body)
        {
            yield return new NotAssessable(this, new("编制部门", "the body"));
            yield break;
        }
        foreach (IndexedStatement table in index.Statements)
            if (table.Source.Department is { Length: > 0 } named)
                yield return Compare(body, named, Wording.Of(table) + new Phrase("的编制部门", ": the body"), new CellReference
                {
                    Statement = table.Id, Name = named, Page = table.Source.Pages.IsEmpty ? null : table.Source.Pages[0],
                });
        foreach (NarrativeSection section in document.Narrative)
            if (BodyOf(section.Heading) is { } named)
                yield return Compare(body, named, new Phrase($"第 {section.Page} 页标题“{section.Heading}”的单位", $"page {section.Page}, heading “{section.Heading}”: the body"), new CellReference
                {
                    Statement = CellId.Narrative, Name = named, Text = section.Heading, Page = section.Page,
                });
        foreach (PerformanceTable table in document.Performance)
            if (table is { Kind: PerformanceKind.Department, Department.Length: > 0 })
                yield return Compare(body, table.Department, new Phrase($"第 {table.Page} 页绩效目标表的部门", $"page {table.Page}, performance table: the body"), new CellReference
                {
                    Statement = CellId.Performance, Name = table.Department, Page = table.Page,
                });
    }

    private Observation Compare(string body, string named, Phrase where, CellReference cell) => Names.IsSameBody(body, named)
        ? Holds()
        : new(this, holds: false, where + new Phrase($"印作“{named}”，与封面“{body}”不同", $" is printed as “{named}”, on the cover as “{body}”"))
        {
            Cells = [cell],
        };

    /// <summary>The body that a heading is about; null where it names none by its name (本部门).</summary>
    private static string? BodyOf(string heading) => About().Match(heading) is { Success: true } match && !Itself().IsMatch(match.Groups["body"].Value)
        ? match.Groups["body"].Value : null;

    [GeneratedRegex("关于(?<body>[\\u4E00-\\u9FFF（）()·]{5,40}?)(?:20[0-9]{2}|二[〇○0零]).{0,2}年", RegexOptions.CultureInvariant)]
    private static partial Regex About();

    [GeneratedRegex("本部门|本单位|本级|我[局委办院厅单部]|部门预算|单位预算|预算|决算", RegexOptions.CultureInvariant)]
    private static partial Regex Itself();
}
