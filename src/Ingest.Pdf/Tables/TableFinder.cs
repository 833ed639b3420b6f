using System.Collections.Immutable;
using Ingest.Pdf.Tables.Aligned;
using Ingest.Pdf.Tables.Letters;
using Ingest.Pdf.Tables.Ruled;

namespace Ingest.Pdf.Tables;

/// <summary>
/// The built-in table finder. Ruled tables come first, then those with lines in one direction or shading
/// only, then blocks of aligned columns; what is left is text.
/// </summary>
/// <remarks>
/// Work is bounded whatever the page holds: a page with more crossings, tables or slots than any printed
/// page can have is taken for a drawing, and its letters are all in <see cref="PageContent.Lines"/>.
/// </remarks>
public sealed class TableFinder : ITableFinder
{
    /// <summary>More boxes side by side than this are a drawing, not tables.</summary>
    private const int MaximumTables = 200;

    public string Id => "builtin-1";

    public PageContent Find(Page page, CancellationToken cancellation = default)
    {
        UprightPage upright = UprightPage.Of(page);
        List<LineGroup> unused = [];
        PageRules rules = PageRules.Of(upright);
        List<Lattice> lattices = RuledTables.Find(upright, rules, unused, cancellation);
        if (lattices.Count > MaximumTables || lattices.Sum(lattice => (long)lattice.Slots) > Lattice.MaximumSlots)
            lattices.Clear();
        GlyphRows rows = GlyphRows.Of(upright.Glyphs);
        lattices.AddRange(AlignedTables.Find(upright, rows, lattices, unused, rules.Tolerance, cancellation));
        return Assemble(page, upright, lattices, rows, cancellation);
    }

    private static PageContent Assemble(
        Page page, UprightPage upright, List<Lattice> lattices, GlyphRows rows, CancellationToken cancellation)
    {
        lattices.Sort(static (a, b) => a.Y[0] != b.Y[0] ? b.Y[0].CompareTo(a.Y[0]) : a.X[0].CompareTo(b.X[0]));
        List<CellSpans> cells = [.. lattices.Select(lattice => new CellSpans(lattice))];
        LetterPlacer placer = new(cells, [.. lattices.Select(lattice => lattice.Box)], upright.EmSize);
        Place[] places = placer.PlaceAll(rows, cancellation);

        ImmutableArray<Grid>.Builder grids = ImmutableArray.CreateBuilder<Grid>(lattices.Count);
        for (int table = 0; table < lattices.Count; table++)
            grids.Add(GridBuilder.Of(upright, lattices[table], cells[table], table, rows, places));
        return new PageContent
        {
            Page = page,
            QuarterTurns = upright.QuarterTurns,
            Width = upright.Width,
            Height = upright.Height,
            Grids = grids.MoveToImmutable(),
            Lines = LinesOutside(rows, places),
        };
    }

    private static ImmutableArray<TextLine> LinesOutside(GlyphRows rows, Place[] places)
    {
        List<Glyph> outside = [];
        for (int i = 0; i < places.Length; i++)
        {
            if (places[i].Table < 0)
                outside.Add(rows.Glyphs[i]);
        }

        ImmutableArray<TextLine>.Builder lines = ImmutableArray.CreateBuilder<TextLine>();
        PageLines.Add(GlyphRows.Of([.. outside]), lines);
        return lines.DrainToImmutable();
    }
}
