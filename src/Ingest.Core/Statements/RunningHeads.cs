using Ingest.Contract.Grids;
using Ingest.Contract.Text;
using Ingest.Core.Layouts;

namespace Ingest.Core.Statements;

/// <summary>
/// The line that a document prints above everything on its pages. Where nothing is drawn around a table that goes on at the top of
/// a page, it looks like the table's first row.
/// </summary>
internal sealed class RunningHeads
{
    /// <summary>Points; a running head stands in one place.</summary>
    private const float SamePlace = 4;

    /// <summary>Share of the page; what stands lower is no running head.</summary>
    private const float Zone = 0.15f;

    /// <summary>Twice is a coincidence.</summary>
    private const int LeastPages = 3;

    private readonly HashSet<(string Text, int Place)> _heads;

    public RunningHeads(IReadOnlyList<PageContent> pages) => _heads =
    [
        .. pages.SelectMany(page => Tops(page).Distinct()).CountBy(top => top).Where(top => top.Value >= LeastPages).Select(top => top.Key),
    ];

    /// <summary>True when nothing but the running head stands in the first row of a grid.</summary>
    public bool IsFirstRow(PageContent page, GridView view) =>
        AloneInFirstRow(view) is { } cell && view.Rows > 1 && cell.Lines.All(line => _heads.Contains(Top(page, line)));

    private static IEnumerable<(string Text, int Place)> Tops(PageContent page)
    {
        IEnumerable<TextLine> lines = page.Lines;
        if (page.Grids is [var first, ..] && GridView.Over(first) is { } view && AloneInFirstRow(view) is { } cell)
            lines = lines.Concat(cell.Lines);
        return lines.Where(line => page.Height - line.Box.CenterY < Zone * page.Height).Select(line => Top(page, line));
    }

    private static (string Text, int Place) Top(PageContent page, TextLine line) =>
        (PrintedText.Compact(line.Text), (int)MathF.Round((page.Height - line.Box.CenterY) / SamePlace));

    private static GridCell? AloneInFirstRow(GridView view)
    {
        int[] printed = [.. view.PrintedIn(0)];
        return printed is [var only] && !view.Cell(only).Lines.IsEmpty ? view.Cell(only) : null;
    }
}
