using System.Text.RegularExpressions;
using Ingest.Contract.Documents;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;

namespace Ingest.Core.Identification;

/// <summary>
/// Whether a document is the budget of a department with its units or of one unit. Both carry the name of the same body; what tells
/// them apart are the titles of the tables (部门收支总表, 单位收支总表), then the cover and the headings, then the words before the
/// body's name (编制部门：, 预算单位：).
/// </summary>
internal static partial class LevelOfDocument
{
    private const int CoverPages = 2;

    /// <summary>Null where the document does not say or says both alike.</summary>
    public static DocumentLevel? Find(IReadOnlyList<PageContent> pages, IEnumerable<Statement> statements, IEnumerable<UnboundTable> others)
    {
        IEnumerable<string> titles = statements.Select(statement => statement.Title).Concat(others.Select(table => table.Title ?? ""));
        return Most(titles.Select(title => InTitle().Match(title)))
            ?? Most(Lines(pages, isCover: true).Select(line => OfDocument().Match(line)))
            ?? Most(Lines(pages, isCover: false).Select(line => OfDocument().Match(line)))
            ?? Most(Lines(pages, isCover: null).Select(line => BeforeName().Match(line)));
    }

    /// <param name="isCover">The first pages, the headings of parts, or every line.</param>
    private static IEnumerable<string> Lines(IReadOnlyList<PageContent> pages, bool? isCover)
    {
        for (int i = 0; i < pages.Count; i++)
            foreach (TextLine line in pages[i].Lines)
                if (PrintedText.Compact(line.Text) is { Length: > 1 and <= 60 } text
                    && (isCover switch { true => i < CoverPages && !text.StartsWith('第'), false => text.StartsWith('第') && text.Contains("部分", StringComparison.Ordinal), null => true }))
                    yield return text;
    }

    private static DocumentLevel? Most(IEnumerable<Match> matches)
    {
        int units = 0, departments = 0;
        foreach (Match match in matches)
            if (match.Success)
                (units, departments) = match.Groups["unit"].Success ? (units + 1, departments) : (units, departments + 1);
        return units == departments ? null : units > departments ? DocumentLevel.Unit : DocumentLevel.Department;
    }

    /// <summary>部门收支总表, 2025年预算单位收入预算总表; not 部门预算经济分类, which is a classification, nor 各部门.</summary>
    [GeneratedRegex("(?<![各本所下])(?:(?<unit>预算单位|单位)|部门)(?:财务)?(?:收支|收入|支出|财政拨款|一般公共预算|政府性基金|国有资本|整体|“三公”|三公)", RegexOptions.ExplicitCapture)]
    private static partial Regex InTitle();

    /// <summary>2025年部门预算, 区级单位预算, 单位决算公开.</summary>
    [GeneratedRegex("(?<![各本所下])(?:(?<unit>单位)|部门)(?:预算|决算)(?!经济|编制|草案编制)", RegexOptions.ExplicitCapture)]
    private static partial Regex OfDocument();

    /// <summary>编制部门：, 部门：, 预算单位：, 预算主管部门：; 单位： alone is the unit of money.</summary>
    [GeneratedRegex("^(?:(?<unit>(?:编制|编报|填报|预算|公开)单位)|(?:编制|编报|填报|预算|公开|预算主管|主管)?部门)[:：]", RegexOptions.ExplicitCapture)]
    private static partial Regex BeforeName();
}
