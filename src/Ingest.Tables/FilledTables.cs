using System.Collections.Immutable;
using Ingest.Contract.Grids;
using Ingest.Tables.Aligned;
using Ingest.Tables.Cells;
using Ingest.Tables.Lattices;
using Ingest.Tables.Letters;
using Ingest.Tables.Upright;

namespace Ingest.Tables;

/// <summary>The tables of a page with their letters, and the text that is in none of them.</summary>
internal sealed record FilledTables(ImmutableArray<Grid> Grids, ImmutableArray<TextLine> LinesOutside)
{
    /// <summary>Fills the tables; where their contents betray missing borders, once more with those.</summary>
    public static FilledTables Of(UprightPage page, List<Lattice> lattices, CancellationToken cancellation)
    {
        FilledTables filled = Fill(page, lattices, cancellation);
        bool supplied = false;
        for (int table = 0; table < lattices.Count; table++)
        {
            if (lattices[table].Evidence != GridEvidence.Ruled
                || MissingRules.Supply(lattices[table], filled.Grids[table], page.Rows, cancellation) is not { } finer)
            {
                continue;
            }

            finer.Alternatives = lattices[table].Alternatives;
            lattices[table] = finer;
            supplied = true;
        }

        filled = supplied ? Fill(page, lattices, cancellation) : filled;
        return filled with { Grids = [.. filled.Grids.Select((grid, table) => WithAlternatives(grid, page, lattices, table, cancellation))] };
    }

    /// <summary>The same table as each of its other lattices has it, beside the other tables of the page.</summary>
    private static Grid WithAlternatives(Grid grid, UprightPage page, List<Lattice> lattices, int table, CancellationToken cancellation)
    {
        if (lattices[table].Alternatives.Count == 0)
            return grid;
        ImmutableArray<Grid>.Builder others = ImmutableArray.CreateBuilder<Grid>();
        foreach (Lattice other in lattices[table].Alternatives)
        {
            List<Lattice> instead = [.. lattices];
            instead[table] = other;
            others.Add(Fill(page, instead, cancellation).Grids[table]);
        }

        return grid with { Alternatives = others.DrainToImmutable() };
    }

    private static FilledTables Fill(UprightPage page, List<Lattice> lattices, CancellationToken cancellation)
    {
        List<CellSpans> cells = lattices.ConvertAll(lattice => new CellSpans(lattice));
        LetterPlacer placer = new(cells, lattices.ConvertAll(lattice => lattice.Box), page.EmSize);
        Place[] places = placer.PlaceAll(page.Rows, cancellation);
        ImmutableArray<Grid>.Builder grids = ImmutableArray.CreateBuilder<Grid>(lattices.Count);
        for (int table = 0; table < lattices.Count; table++)
            grids.Add(GridBuilder.Of(page, lattices[table], cells[table], table, places, placer.Spills));
        return new FilledTables(grids.MoveToImmutable(), Outside(page.Rows, places));
    }

    private static ImmutableArray<TextLine> Outside(GlyphRows rows, Place[] places)
    {
        int count = 0;
        foreach (Place place in places)
            count += place.Table < 0 ? 1 : 0;
        if (count < places.Length)
            rows = GlyphRows.Of(Select(rows, places, count));
        ImmutableArray<TextLine>.Builder lines = ImmutableArray.CreateBuilder<TextLine>();
        PageLines.Add(rows, lines);
        return lines.DrainToImmutable();
    }

    private static List<Glyph> Select(GlyphRows rows, Place[] places, int count)
    {
        List<Glyph> outside = new(count);
        for (int i = 0; i < places.Length; i++)
        {
            if (places[i].Table < 0)
                outside.Add(rows.Glyphs[i]);
        }

        return outside;
    }
}
