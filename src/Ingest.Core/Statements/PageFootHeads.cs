using System.Collections.Immutable;
using Ingest.Contract.Grids;
using Ingest.Core.Layouts;

namespace Ingest.Core.Statements;

/// <summary>
/// A page may end between the heading of a table and the table, or within its header: what stands at the foot of the page belongs
/// to the grid at the top of the next.
/// </summary>
internal sealed class PageFootHeads(HeadingReader headings, HeaderVocabulary vocabulary)
{
    /// <param name="last">The fragment before, or null.</param>
    /// <param name="before">The page before, or null.</param>
    public TableFragment Complete(TableFragment fragment, TableFragment? last, PageContent? before)
    {
        if (!fragment.IsFirstOnPage || fragment.Heading.Name is not null || fragment.Heading.Label is not null || before is null || before.Page.Number != fragment.Number - 1)
            return fragment;
        if (last is not null && last.Page == before && IsHeadOnly(last) && fragment.Heading.IsEmpty && fragment.Header.IsPresent && !fragment.Header.Repeats(last.Header))
            return fragment with
            {
                Heading = last.Heading,
                Header = fragment.Header.Completes(last.Header) ? fragment.Header : fragment.Header.Below(last.Header, last.Grid, fragment.Grid),
                Head = last,
            };
        ImmutableArray<TextLine> foot = before.Grids.IsEmpty ? before.Lines : LastLines(before);
        TableHeading heading = headings.Read(foot);
        return heading is { Name: not null, EndsTheLines: true }
            ? fragment with { Heading = heading with { Department = fragment.Heading.Department ?? heading.Department, Unit = fragment.Heading.Unit ?? heading.Unit } }
            : fragment;
    }

    private bool IsHeadOnly(TableFragment fragment) =>
        fragment.IsLastOnPage && fragment.Heading.Name is not null
        && (fragment.Header.IsPresent ? fragment.Header.DataRow >= fragment.View.Rows : HeaderRows.End(fragment.View, 0, vocabulary) >= fragment.View.Rows);

    private static ImmutableArray<TextLine> LastLines(PageContent page)
    {
        float bottom = page.Grids.Min(grid => grid.Box.Bottom);
        return [.. page.Lines.Where(line => line.Box.CenterY < bottom)];
    }
}
