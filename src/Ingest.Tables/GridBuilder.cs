using System.Collections.Immutable;
using Ingest.Contract.Grids;
using Ingest.Tables.Cells;
using Ingest.Tables.Lattices;
using Ingest.Tables.Letters;
using Ingest.Tables.Upright;

namespace Ingest.Tables;

/// <summary>Turns one table's lattice and the letters placed in it into a <see cref="Grid"/>.</summary>
internal static class GridBuilder
{
    /// <param name="page">The page.</param>
    /// <param name="lattice">The skeleton.</param>
    /// <param name="cells">Its cells.</param>
    /// <param name="table">Index of the table in <paramref name="places"/>.</param>
    /// <param name="places">Where each letter of the page belongs.</param>
    public static Grid Of(UprightPage page, Lattice lattice, CellSpans cells, int table, Place[] places)
    {
        (Glyph[] sorted, int[] starts) = ByCell(cells.Cells.Count, table, page.Rows, places);
        ImmutableArray<TextLine>[] lines = new ImmutableArray<TextLine>[cells.Cells.Count];
        CellDoubts[] doubts = new CellDoubts[lines.Length];
        for (int cell = 0; cell < lines.Length; cell++)
            lines[cell] = CellLines.Of(sorted.AsSpan(starts[cell + 1]..starts[cell + 2]), lattice.Evidence == GridEvidence.Ruled, out doubts[cell]);
        CrosswiseText.Fill(page, cells, lines);
        var traces = new CellTraces(page, lattice, cells);
        traces.AddTo(doubts, lines);

        ImmutableArray<TextLine>.Builder unplaced = ImmutableArray.CreateBuilder<TextLine>();
        if (starts[1] > 0)
            PageLines.Add(GlyphRows.Of([.. sorted.AsSpan(0, starts[1])]), unplaced);
        return new Grid
        {
            Page = page.Number,
            Box = lattice.Box,
            Evidence = lattice.Evidence,
            ColumnEdges = [.. lattice.X],
            RowEdges = [.. lattice.Y],
            Cells = CellsOf(cells, lines, doubts),
            IsCutOff = traces.IsCutOff,
            Unplaced = unplaced.DrainToImmutable(),
        };
    }

    /// <summary>
    /// The table's letters cell by cell, within a cell in page order: those of cell n lie between
    /// <c>starts[n + 1]</c> and <c>starts[n + 2]</c>, before them those without a certain cell.
    /// </summary>
    private static (Glyph[] Sorted, int[] Starts) ByCell(int cellCount, int table, GlyphRows rows, Place[] places)
    {
        // Bucket 0 holds the uncertain ones (cell −1), the last bound ends the last cell.
        int[] starts = new int[cellCount + 2];
        foreach (Place place in places)
        {
            if (place.Table == table)
                starts[place.Cell + 1]++;
        }

        int total = 0;
        for (int bucket = 0; bucket < starts.Length; bucket++)
            (starts[bucket], total) = (total, total + starts[bucket]);

        Glyph[] sorted = new Glyph[total];
        int[] next = [.. starts];
        ReadOnlySpan<Glyph> glyphs = rows.Glyphs;
        for (int i = 0; i < places.Length; i++)
        {
            if (places[i].Table == table)
                sorted[next[places[i].Cell + 1]++] = glyphs[i];
        }

        return (sorted, starts);
    }

    private static ImmutableArray<GridCell> CellsOf(CellSpans cells, ImmutableArray<TextLine>[] lines, CellDoubts[] doubts)
    {
        ImmutableArray<GridCell>.Builder built = ImmutableArray.CreateBuilder<GridCell>(lines.Length);
        for (int cell = 0; cell < lines.Length; cell++)
        {
            CellSpan span = cells.Cells[cell];
            built.Add(new GridCell
            {
                Row = span.Row,
                Column = span.Column,
                RowSpan = span.RowSpan,
                ColumnSpan = span.ColumnSpan,
                Box = cells.BoxOf(cell),
                Lines = lines[cell],
                Doubts = doubts[cell],
            });
        }

        return built.MoveToImmutable();
    }
}
