using System.Runtime.InteropServices;

namespace Ingest.Tables.Letters;

/// <summary>
/// Letters sorted into rows of (nearly) one baseline, top to bottom, each from left to right. Order in
/// the file plays no part: some producers place every character on its own.
/// </summary>
internal sealed class GlyphRows
{
    /// <summary>
    /// Share of the smaller letter's size by which baselines in one row differ at most. Lines of text are
    /// at least a size apart.
    /// </summary>
    private const float BaselineTolerance = 0.35f;

    private readonly List<Glyph> _glyphs;
    private readonly List<int> _starts = [];

    private GlyphRows(List<Glyph> sorted) => _glyphs = sorted;

    /// <summary>All letters, row after row.</summary>
    public ReadOnlySpan<Glyph> Glyphs => CollectionsMarshal.AsSpan(_glyphs);

    public int Count => _starts.Count;

    public ReadOnlySpan<Glyph> this[int row] => Row(row);

    /// <summary>Place of a letter of a row in <see cref="Glyphs"/>.</summary>
    public int IndexOf(int row, int letter) => _starts[row] + letter;

    /// <param name="glyphs">Belongs to the rows from now on, which sort it.</param>
    public static GlyphRows Of(List<Glyph> glyphs)
    {
        GlyphSort.TopToBottom(CollectionsMarshal.AsSpan(glyphs));
        GlyphRows rows = new(glyphs);
        rows.FindRows();
        for (int row = 0; row < rows.Count; row++)
        {
            GlyphSort.LeftToRight(rows.Row(row));
            Chains.Separate(rows.Row(row));
        }

        return rows;
    }

    private Span<Glyph> Row(int row) =>
        CollectionsMarshal.AsSpan(_glyphs)[_starts[row]..(row + 1 < _starts.Count ? _starts[row + 1] : _glyphs.Count)];

    private void FindRows()
    {
        ReadOnlySpan<Glyph> glyphs = Glyphs;
        for (int i = 0, first = 0; i < glyphs.Length; i++)
        {
            float tolerance = BaselineTolerance * Math.Min(glyphs[first].Size, glyphs[i].Size);
            if (i == 0 || glyphs[first].BaseY - glyphs[i].BaseY > tolerance)
                _starts.Add(first = i);
        }
    }
}
