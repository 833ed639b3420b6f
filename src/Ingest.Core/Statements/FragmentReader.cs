using System.Collections.Immutable;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;
using Ingest.Core.Layouts;

namespace Ingest.Core.Statements;

/// <summary>Takes the pages of a document apart into table fragments.</summary>
internal sealed class FragmentReader(LayoutCatalog layouts)
{
    private readonly HeadingReader _headings = new(layouts.Titles);

    public List<TableFragment> Read(IReadOnlyList<PageContent> pages, List<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var fragments = new List<TableFragment>();
        var heads = new PageFootHeads(_headings, layouts.Vocabulary);
        var running = new RunningHeads(pages);
        PageContent? before = null;
        foreach (PageContent page in pages)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int i = 0; i < page.Grids.Length; i++)
                if (GridView.Over(page.Grids[i]) is not { } view)
                    diagnostics.Add(new Diagnostic(
                        "limit-table", Severity.Warning,
                        new Phrase(
                            $"表格有{page.Grids[i].Rows}行、{page.Grids[i].Columns}列，超过任何表式，未读取。",
                            $"A grid of {page.Grids[i].Rows} rows and {page.Grids[i].Columns} columns is larger than any form and was not read."),
                        page.Grids[i].Page));
                else
                    fragments.Add(heads.Complete(Read(page, i, view, running), fragments.LastOrDefault(), before));
            before = page;
        }
        return fragments;
    }

    private TableFragment Read(PageContent page, int onPage, GridView view, RunningHeads running)
    {
        ImmutableArray<TextLine> above = PageNeighbours.Above(page, onPage);
        (int firstRow, ImmutableArray<TextLine> inside) = InnerHeading(view, onPage == 0 && running.IsFirstRow(page, view) ? 1 : 0);
        TableHeading heading = _headings.Read([.. above, .. inside]);
        return new TableFragment
        {
            Page = page,
            View = view,
            OnPage = onPage,
            Heading = heading,
            Header = TableHeader.Find(view, firstRow, layouts.Vocabulary),
            Before = [.. above.Where(line => !heading.Lines.Contains(line))],
            After = PageNeighbours.Below(page, onPage),
        };
    }

    /// <summary>
    /// Spreadsheets print title, body and unit as rows of the table: leading rows that hold a title or nothing but heading lines.
    /// </summary>
    /// <param name="view">The grid.</param>
    /// <param name="firstRow">What stands above is no part of it.</param>
    private (int FirstRow, ImmutableArray<TextLine> Lines) InnerHeading(GridView view, int firstRow)
    {
        var lines = ImmutableArray.CreateBuilder<TextLine>();
        int row = firstRow;
        for (; row < view.Rows - 1; row++)
        {
            int[] printed = [.. view.PrintedIn(row)];
            bool heading = printed.Any(index => IsHeading(view.Text(index)))
                && printed.All(index => IsHeading(view.Text(index)) || view.Cell(index).ColumnSpan * 2 > view.Columns);
            heading |= printed is [var only] && view.Columns > 1 && view.Cell(only).ColumnSpan == view.Columns && TableTitle.IsIn(view.Cell(only));
            if (!heading && printed.Length > 0)
                break;
            foreach (int index in printed)
                lines.AddRange(view.Cell(index).Lines);
        }
        return lines.Count == 0 ? (firstRow, []) : (row, lines.ToImmutable());
    }

    private bool IsHeading(string text) =>
        layouts.Titles.Best(TitleLine.Parse(text, null).Folded).Score > 0 && !layouts.Vocabulary.Contains(PrintedText.Fold(text))
        || HeadingLine.IsUnitLine(text) || HeadingLine.DepartmentIn(text) is not null || HeadingLine.LabelAlone(text) is not null;
}
