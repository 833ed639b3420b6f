using Ingest.Contract.Documents;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;
using Ingest.Core.Layouts;

namespace Ingest.Core.Identification;

/// <summary>
/// Whose document of which year it is: what the tables say, then the cover and the headings, then the
/// name of the file. Where they disagree the stronger wins and a diagnostic says so.
/// </summary>
internal static class DocumentIdentity
{
    public static Identity Find(
        IReadOnlyList<PageContent> pages,
        IReadOnlyList<Statement> statements,
        IReadOnlyList<UnboundTable> others,
        IEnumerable<Layout> layouts,
        string fileName,
        List<Diagnostic> diagnostics)
    {
        List<Mention> mentions =
        [
            .. Mentions.InTables(statements), .. Mentions.InTitles(others), .. Mentions.OnPages(pages), .. Mentions.InHeaders(statements), .. Mentions.InFileName(fileName),
        ];
        Mention? department = Strongest(mentions, mention => mention.Department);
        Mention? year = Strongest(mentions, mention => mention.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (Mention other in mentions)
        {
            if (department is not null && other.Department is not null && !BodyName.Same(department.Department!, other.Department) && other.Source != MentionSource.FileName)
                Disagree(diagnostics, "identity-department", Quoted(department.Department!), department, Quoted(other.Department), other);
            if (year is not null && other.Year is not null && other.Year != year.Year)
                Disagree(diagnostics, "identity-year", Phrase.Same($"{year.Year}"), year, Phrase.Same($"{other.Year}"), other);
        }
        Layout? used = layouts.CountBy(layout => layout).OrderByDescending(pair => pair.Value).Select(pair => pair.Key).FirstOrDefault();
        return new Identity
        {
            Department = department?.Department,
            FiscalYear = year?.Year,
            Kind = KindOf(statements, mentions),
            Level = LevelOfDocument.Find(pages, statements, others),
            Layout = used?.Id,
            PublishedOn = PublicationDate.Find(pages),
        };
    }

    /// <summary>By strength of source, then by number of mentions, then by order.</summary>
    private static Mention? Strongest(List<Mention> mentions, Func<Mention, string?> value) =>
        mentions.Where(mention => value(mention) is not null)
            .GroupBy(mention => (mention.Source, Value: value(mention)))
            .OrderBy(group => group.Key.Source)
            .ThenByDescending(group => group.Count())
            .Select(group => group.First())
            .FirstOrDefault();

    private static DocumentKind? KindOf(IReadOnlyList<Statement> statements, List<Mention> mentions)
    {
        int final = statements.Count(statement => statement.Id[0] == 'F');
        if (statements.Count > 0)
            return 2 * final > statements.Count ? DocumentKind.FinalAccounts : DocumentKind.Budget;
        return mentions.Select(mention => mention.Kind).FirstOrDefault(kind => kind is not null);
    }

    private static void Disagree(List<Diagnostic> diagnostics, string code, Phrase chosen, Mention by, Phrase otherwise, Mention other)
    {
        (Phrase here, Phrase there) = (Where(by), Where(other));
        var message = new Phrase(
            $"{here.Chinese}为{chosen.Chinese}，{there.Chinese}为{otherwise.Chinese}，采用前者。",
            $"{here.English} says {chosen.English}, {there.English} says {otherwise.English}; the former was used.");
        if (!diagnostics.Exists(known => known.Message == message))
            diagnostics.Add(new Diagnostic(code, Severity.Warning, message, other.Page));
    }

    private static Phrase Quoted(string name) => new($"“{name}”", $"\"{name}\"");

    private static Phrase Where(Mention mention) => mention.Source switch
    {
        MentionSource.Table => new("表头", "the heading of the tables"),
        MentionSource.Label => new("标注行", "a labelled line"),
        MentionSource.Cover => new("封面", "the cover"),
        MentionSource.Heading => new("标题", "a heading"),
        MentionSource.Header => new("栏目表头", "the head of a column"),
        _ => new("文件名", "the file name"),
    };
}
