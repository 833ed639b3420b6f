using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Tables.Lattices;
using Ingest.Tables.Ruled;
using Ingest.Tables.Upright;
using Tabula;
using Tabula.Extractors;
using TabulaRuling = Tabula.Ruling;

namespace Ingest.Pdf.Tabula;

/// <summary>Tables whose cells have lines on all sides, as Tabula sees them.</summary>
internal static class SpreadsheetTables
{
    // The fullest printed page has some 2,000 crossings; Tabula compares each with each.
    private const long MostCrossings = 10_000;

    /// <param name="page">The page.</param>
    /// <param name="failed">There are too many lines, or Tabula lost its way among them.</param>
    public static List<Lattice> Find(UprightPage page, out bool failed)
    {
        (List<Line> horizontal, List<Line> vertical) = LinesOf(page);
        failed = (long)horizontal.Count * vertical.Count > MostCrossings;
        if (failed || horizontal.Count == 0 || vertical.Count == 0)
            return [];
        List<TabulaRuling> rulings =
        [
            .. horizontal.Select(line => TabulaPage.ToRuling(new Ruling(true, line.At, line.Start, line.End, 0))),
            .. vertical.Select(line => TabulaPage.ToRuling(new Ruling(false, line.At, line.Start, line.End, 0))),
        ];
        try
        {
            // Letters play no part in where the cells are, and Tabula would look for them cell by cell.
            IReadOnlyList<Table> tables = new SpreadsheetExtractionAlgorithm().Extract(TabulaPage.Of(page, [], rulings));
            return [.. tables.Where(table => table.Cells.Count > 1).Select(table => CellLattice.Of(table.Cells)).OfType<Lattice>()];
        }
        catch (Exception error) when (error is KeyNotFoundException or ArgumentException or InvalidOperationException)
        {
            failed = true;
            return [];
        }
    }

    /// <summary>Tabula takes the edges of filled rectangles for lines, so that shaded cells need no others.</summary>
    private static (List<Line> Horizontal, List<Line> Vertical) LinesOf(UprightPage page)
    {
        PageRules rules = PageRules.Of(page);
        List<Line> horizontal = [.. rules.Horizontal];
        List<Line> vertical = [.. rules.Vertical];
        foreach (Box shade in page.Shades.Where(shade => page.Visible.Contains(shade.Left, shade.Bottom) && page.Visible.Contains(shade.Right, shade.Top)))
        {
            horizontal.AddRange([new(shade.Bottom, shade.Left, shade.Right), new(shade.Top, shade.Left, shade.Right)]);
            vertical.AddRange([new(shade.Left, shade.Bottom, shade.Top), new(shade.Right, shade.Bottom, shade.Top)]);
        }

        // Where a shaded cell has lines too, they are its edges once more.
        return (LineJoiner.Join(horizontal, rules.Tolerance), LineJoiner.Join(vertical, rules.Tolerance));
    }
}
