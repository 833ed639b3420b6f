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
    /// <param name="spills">Numbers that reach over a border.</param>
    public static Grid Of(UprightPage page, Lattice lattice, CellSpans cells, int table, Place[] places, List<Spill> spills)
    {
        (Glyph[] sorted, int[] starts) = ByCell(cells.Cells.Count, table, page.Rows, places);
        ImmutableArray<TextLine>[] lines = new ImmutableArray<TextLine>[cells.Cells.Count];
        CellDoubts[] doubts = new CellDoubts[lines.Length];
        for (int cell = 0; cell < lines.Length; cell++)
            lines[cell] = CellLines.Of(sorted.AsSpan(starts[cell + 1]..starts[cell + 2]), lattice.Evidence == GridEvidence.Ruled, out doubts[cell]);
        foreach (Spill spill in spills)
        {
            if (spill.Table == table && (spill.Doubt != CellDoubts.Overprinted || HasTwoNumbers(sorted.AsSpan(starts[spill.To + 1]..starts[spill.To + 2]))))
                doubts[spill.From] |= spill.Doubt;
        }

        for (int cell = 0; cell < lines.Length; cell++)
        {
            if ((doubts[cell] & CellDoubts.Overprinted) != 0 && HasTwoNumbers(sorted.AsSpan(starts[cell + 1]..starts[cell + 2])))
                DoubtBlanksBeside(cells, cell, lattice, lines, doubts);
        }

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
            RowsToldByText = lattice.RowsToldByText,
            Unplaced = unplaced.DrainToImmutable(),
        };
    }

    /// <summary>One of two numbers over one another may be that of the cell beside, where none stands.</summary>
    private static void DoubtBlanksBeside(CellSpans cells, int cell, Lattice lattice, ImmutableArray<TextLine>[] lines, CellDoubts[] doubts)
    {
        CellSpan span = cells.Cells[cell];
        foreach (int column in (ReadOnlySpan<int>)[span.Column - 1, span.Column + span.ColumnSpan])
        {
            if (column >= 0 && column < lattice.Columns && cells[span.Row, column] is var beside && lines[beside].IsEmpty)
                doubts[beside] |= CellDoubts.Overprinted;
        }
    }

    /// <summary>Digits that were drawn apart: a number that came from beside stands over that of the cell itself, and one of them may be its neighbour's.</summary>
    private static bool HasTwoNumbers(ReadOnlySpan<Glyph> letters)
    {
        int chain = -1;
        foreach (ref readonly Glyph letter in letters)
        {
            if (letter.Class != GlyphClass.Digit)
                continue;
            if (chain >= 0 && letter.Chain != chain)
                return true;
            chain = letter.Chain;
        }

        return false;
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
