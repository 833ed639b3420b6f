using Ingest.Contract.Grids;
using Ingest.Contract.Text;

namespace Ingest.Core.Narrative.Prose;

/// <summary>The printed lines of a document in reading order, without furniture and table captions.</summary>
internal static class LineSource
{
    public static IEnumerable<PrintedLine> Read(IReadOnlyList<PageContent> pages, CancellationToken cancellation)
    {
        PageFurniture furniture = PageFurniture.Find(pages);
        bool table = false;
        bool contents = false;
        foreach (PageContent page in pages)
        {
            cancellation.ThrowIfCancellationRequested();
            int above = 0;
            PrintedLine? pending = null;
            contents = Contents.IsPage(page, afterContents: contents);
            foreach (TextLine line in page.Lines)
            {
                if (furniture.Contains(page, line))
                    continue;
                int grids = page.Grids.Count(grid => grid.Box.CenterY > line.Box.CenterY);
                table |= grids > above;
                above = Math.Max(above, grids);
                // A list of the tables is no table, however much its entries look like captions.
                if (!contents && IsCaption(line))
                {
                    table = true;
                    continue;
                }
                if (pending is not null && !table && Continues(pending, line))
                {
                    pending = pending with { Text = pending.Text + " " + line.Text, Upright = pending.Upright.Union(line.Box) };
                    continue;
                }
                if (pending is not null)
                    yield return pending;
                pending = new PrintedLine(page, line.Text, line.Box, line.Size, table, contents);
                table = false;
            }
            if (pending is not null)
                yield return pending;
            table |= page.Grids.Length > above;
        }
    }

    private static bool IsCaption(TextLine line) => TableCaption.Is(PrintedText.Clause(PrintedText.Compact(line.Text)));

    /// <summary>A wide gap within one printed line, as justified text has it, ends no line.</summary>
    private static bool Continues(PrintedLine line, TextLine next) =>
        Math.Abs(line.Upright.CenterY - next.Box.CenterY) < next.Size * 0.3f && next.Box.Left >= line.Upright.Right - next.Size * 0.3f;
}
