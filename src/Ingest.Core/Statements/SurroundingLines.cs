using Ingest.Contract.Grids;

namespace Ingest.Core.Statements;

/// <summary>Where a note to a table may stand: below it, or above everything on the next page.</summary>
internal sealed class SurroundingLines(IReadOnlyList<PageContent> pages, IReadOnlyList<TableFragment> fragments)
{
    /// <summary>On a page of prose only its first lines can be a note that ran over.</summary>
    private const int LinesOfNextPage = 4;

    public IEnumerable<TextLine> Below(TableFragment last)
    {
        if (!last.IsLastOnPage)
            return last.After;
        PageContent? next = pages.FirstOrDefault(page => page.Page.Number == last.Number + 1);
        if (next is null)
            return last.After;
        TableFragment? first = fragments.FirstOrDefault(fragment => fragment.Page == next);
        return last.After.Concat(first is null ? next.Lines.Take(LinesOfNextPage) : first.Before.Take(LinesOfNextPage));
    }
}
