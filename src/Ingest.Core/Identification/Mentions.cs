using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Contract.Documents;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;

namespace Ingest.Core.Identification;

/// <summary>Collects the places that name the body, the year and the kind of a document.</summary>
internal static partial class Mentions
{
    private const int CoverPages = 2;

    public static IEnumerable<Mention> InTables(IEnumerable<Statement> statements)
    {
        foreach (Statement statement in statements)
            if (statement.Department is not null || YearIn(statement.Title) is not null)
                yield return new Mention(MentionSource.Table, statement.Department, YearIn(statement.Title), null, statement.Pages[0]);
    }

    /// <summary>Years in the titles of tables that are no statements: every table of a document is of its year.</summary>
    public static IEnumerable<Mention> InTitles(IEnumerable<UnboundTable> tables)
    {
        foreach (UnboundTable table in tables)
            if (table.Title is { } title && YearIn(title) is { } year)
                yield return new Mention(MentionSource.Table, null, year, null, table.Page);
    }

    /// <summary>Years over the columns of this year's budget: 2026年预算数, the later one where the prior year's stands beside it.</summary>
    public static IEnumerable<Mention> InHeaders(IEnumerable<Statement> statements)
    {
        foreach (Statement statement in statements)
        {
            int[] years = [.. statement.Columns.SelectMany(column => column.Header).Select(header => YearOfColumn().Match(header)).Where(match => match.Success).Select(YearOf)];
            if (years.Length > 0)
                yield return new Mention(MentionSource.Header, null, years.Max(), null, statement.Pages[0]);
        }
    }

    public static IEnumerable<Mention> OnPages(IReadOnlyList<PageContent> pages)
    {
        for (int i = 0; i < pages.Count; i++)
        {
            bool isCover = i < CoverPages;
            string before = "";
            if (isCover)
                foreach (Mention mention in CoverNames.Read(pages[i]))
                    yield return mention;
            foreach (TextLine line in pages[i].Lines)
            {
                if (!isCover && !line.Text.AsSpan().TrimStart().StartsWith("第"))
                    continue;
                string text = PrintedText.Compact(line.Text);
                Mention? mention = (isCover ? OnCover(text, before, pages[i].Page.Number) : null) ?? InHeading(text, isCover, pages[i].Page.Number);
                if (mention is not null)
                    yield return mention;
                before = text;
            }
        }
    }

    public static IEnumerable<Mention> InFileName(string fileName)
    {
        string stem = PrintedText.Compact(Path.GetFileNameWithoutExtension(fileName));
        if (Parse(stem, MentionSource.FileName, null) is { } mention)
            yield return mention;
    }

    private static Mention? OnCover(string text, string before, int page)
    {
        Match label = Labelled().Match(text);
        if (label.Success && BodyName.IsPlausible(label.Groups["name"].Value))
            return new Mention(MentionSource.Label, label.Groups["name"].Value, null, null, page);
        Match year = YearAlone().Match(text);
        if (!year.Success)
            return null;
        return new Mention(MentionSource.Cover, BodyName.IsPlausible(before) ? before : null, YearOf(year), KindOf(year), page);
    }

    private static Mention? InHeading(string text, bool isCover, int page)
    {
        bool isPart = text.StartsWith('第') && Part().IsMatch(text);
        if (text.Length > 60 || (!isCover && !isPart) || text.Contains('，', StringComparison.Ordinal))
            return null;
        return Parse(Part().Replace(text, ""), isCover && !isPart ? MentionSource.Cover : MentionSource.Heading, page);
    }

    private static Mention? Parse(string text, MentionSource source, int? page)
    {
        Match match = NameThenYear().Match(text);
        if (!match.Success)
            match = YearThenName().Match(text);
        if (!match.Success)
            return null;
        string name = match.Groups["name"].Value;
        return new Mention(source, BodyName.IsPlausible(name) ? name : null, YearOf(match), KindOf(match), page);
    }

    private static int? YearIn(string title) => YearInTitle().Match(title) is { Success: true } match ? YearOf(match) : null;

    private static int YearOf(Match match) => int.Parse(match.Groups["year"].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    private static DocumentKind? KindOf(Match match) => match.Groups["kind"].Value switch
    {
        "预算" => DocumentKind.Budget,
        "决算" => DocumentKind.FinalAccounts,
        _ => null,
    };

    [GeneratedRegex(@"^(?:预算主管部门|主管部门|预算部门|预算单位|编制部门|编制单位|部门名称|单位名称|部门|单位)(?:[（(][^）)]*[）)])?[:：](?<name>.+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"^(?<year>20\d\d)年度?(?:.{0,6}?)(?:部门|单位)?(?<kind>预算|决算)", RegexOptions.ExplicitCapture)]
    private static partial Regex YearAlone();

    [GeneratedRegex(@"^(?<name>[^\d]{3,50}?)(?<year>20\d\d)年度?.{0,6}?(?:部门|单位)?(?<kind>预算|决算)", RegexOptions.ExplicitCapture)]
    private static partial Regex NameThenYear();

    [GeneratedRegex(@"^(?<year>20\d\d)年度?(?<name>[^\d]{3,50}?)?(?:部门|单位)?(?:(?<kind>预算|决算)|概况)", RegexOptions.ExplicitCapture)]
    private static partial Regex YearThenName();

    [GeneratedRegex(@"(?<year>20\d\d)年", RegexOptions.ExplicitCapture)]
    private static partial Regex YearInTitle();

    [GeneratedRegex(@"(?<year>20\d\d)年度?(?:部门|单位)?(?:预算|决算)", RegexOptions.ExplicitCapture)]
    private static partial Regex YearOfColumn();

    [GeneratedRegex(@"^第[一二三四五六]部分[:：]?")]
    private static partial Regex Part();
}
