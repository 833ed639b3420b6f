namespace Ingest.Pdf.Tables.Letters;

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

    private readonly List<int> _starts = [];

    private GlyphRows(Glyph[] sorted) => Glyphs = sorted;

    /// <summary>All letters, row after row.</summary>
    public Glyph[] Glyphs { get; }

    public int Count => _starts.Count;

    public ReadOnlySpan<Glyph> this[int row] =>
        Glyphs.AsSpan(_starts[row]..(row + 1 < _starts.Count ? _starts[row + 1] : Glyphs.Length));

    public static GlyphRows Of(ReadOnlySpan<Glyph> glyphs)
    {
        GlyphRows rows = new(SortedByBaseline(glyphs));
        rows.FindRows();
        for (int row = 0; row < rows.Count; row++)
            rows.SortByLeft(row);
        return rows;
    }

    private static Glyph[] SortedByBaseline(ReadOnlySpan<Glyph> glyphs)
    {
        float[] keys = new float[glyphs.Length];
        for (int i = 0; i < keys.Length; i++)
            keys[i] = -glyphs[i].BaseY;
        return Sorted(glyphs, keys);
    }

    private void FindRows()
    {
        for (int i = 0, first = 0; i < Glyphs.Length; i++)
        {
            float tolerance = BaselineTolerance * Math.Min(Glyphs[first].Size, Glyphs[i].Size);
            if (i == 0 || Glyphs[first].BaseY - Glyphs[i].BaseY > tolerance)
                _starts.Add(first = i);
        }
    }

    private void SortByLeft(int row)
    {
        int start = _starts[row];
        Span<Glyph> glyphs = Glyphs.AsSpan(start, this[row].Length);
        float[] keys = new float[glyphs.Length];
        bool ordered = true;
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = glyphs[i].Box.Left;
            ordered &= i == 0 || keys[i] >= keys[i - 1];
        }

        if (!ordered)
            Sorted(glyphs, keys).CopyTo(glyphs);
    }

    private static Glyph[] Sorted(ReadOnlySpan<Glyph> glyphs, float[] keys)
    {
        // Equal keys keep content order: 16 bits of a float's precision are not worth a random order.
        int[] order = new int[keys.Length];
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(keys, order);
        for (int from = 0; from < keys.Length;)
        {
            int to = from + 1;
            while (to < keys.Length && keys[to] == keys[from])
                to++;
            if (to - from > 1)
                Array.Sort(order, from, to - from);
            from = to;
        }

        Glyph[] sorted = new Glyph[order.Length];
        for (int i = 0; i < order.Length; i++)
            sorted[i] = glyphs[order[i]];
        return sorted;
    }
}
