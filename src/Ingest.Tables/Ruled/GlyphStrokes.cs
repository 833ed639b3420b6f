using Ingest.Contract.Pages;
using Ingest.Tables.Letters;

namespace Ingest.Tables.Ruled;

/// <summary>
/// Tells strokes of letters that are drawn as shapes from the lines of tables. Some programs embolden a text by painting its
/// outlines over it: the bars of 表 are short straight lines too, and would make tables of a title.
/// </summary>
internal sealed class GlyphStrokes
{
    // The square that Chinese letters are drawn in, from its lower edge to its upper, in sizes of the text from the baseline.
    private const float Lowest = -0.15f;
    private const float Highest = 0.92f;

    /// <summary>Titles are hardly larger than this, in sizes of the page's text; a watermark is, and lies over lines that are none of its own.</summary>
    private const float LargestTitle = 2.5f;

    private readonly GlyphRows _rows;
    private readonly float _largest;

    /// <param name="rows">The letters of the page.</param>
    /// <param name="em">Size of most of them.</param>
    public GlyphStrokes(GlyphRows rows, float em) => (_rows, _largest) = (rows, LargestTitle * em);

    /// <summary>True for a line that lies within a single letter.</summary>
    public bool Contains(in Ruling ruling)
    {
        if (ruling.Length > _largest)
            return false;
        (float left, float bottom, float right, float top) = ruling.IsHorizontal
            ? (ruling.Start, ruling.At, ruling.End, ruling.At)
            : (ruling.At, ruling.Start, ruling.At, ruling.End);
        for (int row = RowSearch.FirstBelow(_rows, top + _largest); row < _rows.Count && _rows[row][0].BaseY >= bottom - _largest; row++)
            if (IsWithinOne(_rows[row], _largest, left, bottom, right, top))
                return true;
        return false;
    }

    private static bool IsWithinOne(ReadOnlySpan<Glyph> row, float largest, float left, float bottom, float right, float top)
    {
        // The last letter that begins left of the line; letters of one row rarely overlap.
        int low = 0;
        int high = row.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (row[middle].Box.Left <= left)
                low = middle + 1;
            else
                high = middle;
        }

        if (low == 0)
            return false;
        ref readonly Glyph glyph = ref row[low - 1];
        return glyph.Size <= largest && right <= glyph.Box.Right && bottom >= glyph.BaseY + (Lowest * glyph.Size) && top <= glyph.BaseY + (Highest * glyph.Size);
    }
}
