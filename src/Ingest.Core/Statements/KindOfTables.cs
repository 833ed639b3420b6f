using Ingest.Contract.Documents;
using Ingest.Contract.Grids;
using Ingest.Core.Identification;
using Ingest.Core.Layouts;

namespace Ingest.Core.Statements;

/// <summary>
/// Whether the tables of a document are those of a budget or of final accounts: most of their titles say so; where none has a
/// title, the cover and the headings do.
/// </summary>
internal static class KindOfTables
{
    public static DocumentKind? Find(LayoutCatalog layouts, IEnumerable<TableFragment> fragments, IReadOnlyList<PageContent> pages, string fileName)
    {
        int budget = 0, final = 0;
        foreach (TableFragment fragment in fragments.Where(fragment => fragment.Heading.Title is not null))
        {
            var printed = new PrintedTitle(fragment.Heading.MatchedTitle);
            StatementLayout[] known = [.. layouts.Layouts.SelectMany(layout => layout.Statements).Where(statement => statement.Titles.Any(title => title.Match(printed) > 0))];
            budget += known.Any(statement => statement.Kind == DocumentKind.Budget) ? 1 : 0;
            final += known.Any(statement => statement.Kind == DocumentKind.FinalAccounts) ? 1 : 0;
        }

        if (budget != final)
            return budget > final ? DocumentKind.Budget : DocumentKind.FinalAccounts;
        return Mentions.OnPages(pages).Concat(Mentions.InFileName(fileName)).Select(mention => mention.Kind).FirstOrDefault(kind => kind is not null);
    }
}
