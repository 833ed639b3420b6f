using System.Collections.Immutable;
using System.Text;
using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;
using Ingest.Tables.Letters;
using Ingest.Tables.Upright;

namespace Ingest.Tables.Cells;

/// <summary>
/// Text that runs up or down in a cell of its own, like the narrow label beside a group of rows. A
/// watermark or a stamp runs across borders and is left out.
/// </summary>
internal static class CrosswiseText
{
    /// <summary>Letters of one run are at most this many ems apart, centre to centre.</summary>
    private const float LongestStep = 2.5f;

    /// <summary>A run larger than this, in sizes of the page's text, is a watermark even inside one cell.</summary>
    private const float LargestSize = 1.6f;

    /// <summary>Fills empty cells of a table.</summary>
    /// <param name="page">The page.</param>
    /// <param name="cells">The table's cells.</param>
    /// <param name="lines">Lines of each cell; changed where a run lies in an empty cell.</param>
    public static void Fill(UprightPage page, CellSpans cells, ImmutableArray<TextLine>[] lines)
    {
        ReadOnlySpan<Glyph> letters = page.Crosswise;
        for (int start = 0; start < letters.Length;)
        {
            int end = start + 1;
            while (end < letters.Length && IsNext(letters[end - 1], letters[end]))
                end++;
            if (letters[start].Size <= LargestSize * page.EmSize)
                Put(letters[start..end], cells, lines);
            start = end;
        }
    }

    private static bool IsNext(in Glyph last, in Glyph next) =>
        Math.Abs(last.Size - next.Size) < 0.1f
        && Math.Abs(last.Box.CenterX - next.Box.CenterX) + Math.Abs(last.Box.CenterY - next.Box.CenterY) <= LongestStep * last.Size;

    private static void Put(ReadOnlySpan<Glyph> run, CellSpans cells, ImmutableArray<TextLine>[] lines)
    {
        int cell = cells.At(run[0].Box.CenterX, run[0].Box.CenterY);
        if (cell < 0 || !lines[cell].IsEmpty)
            return;
        Box box = run[0].Box;
        StringBuilder text = new();
        foreach (ref readonly Glyph glyph in run)
        {
            if (cells.At(glyph.Box.CenterX, glyph.Box.CenterY) != cell)
                return;
            text.Append(glyph.IsSpace ? "" : glyph.Text);
            box = box.Union(glyph.Box);
        }

        if (text.Length > 0)
            lines[cell] = [new TextLine(text.ToString(), box, box.Bottom, run[0].Size)];
    }
}
