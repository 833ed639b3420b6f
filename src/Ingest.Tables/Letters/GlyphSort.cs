using System.Buffers;

namespace Ingest.Tables.Letters;

/// <summary>
/// Sorts letters in place. Those of equal keys keep their order: the last bits of a float are not worth a
/// random one.
/// </summary>
internal static class GlyphSort
{
    /// <summary>Letters of a cell or a line; those of a page borrow the room for their keys.</summary>
    private const int Few = 128;

    private delegate float Key(in Glyph glyph);

    public static void LeftToRight(Span<Glyph> glyphs) => By(glyphs, static (in Glyph glyph) => glyph.Box.Left);

    /// <summary>By baseline.</summary>
    public static void TopToBottom(Span<Glyph> glyphs) => By(glyphs, static (in Glyph glyph) => -glyph.BaseY);

    private static void By(Span<Glyph> glyphs, Key key)
    {
        if (glyphs.Length <= Few)
        {
            By(glyphs, key, stackalloc float[Few], stackalloc int[Few]);
            return;
        }

        float[] keys = ArrayPool<float>.Shared.Rent(glyphs.Length);
        int[] order = ArrayPool<int>.Shared.Rent(glyphs.Length);
        By(glyphs, key, keys, order);
        ArrayPool<float>.Shared.Return(keys);
        ArrayPool<int>.Shared.Return(order);
    }

    private static void By(Span<Glyph> glyphs, Key key, Span<float> keys, Span<int> order)
    {
        keys = keys[..glyphs.Length];
        order = order[..glyphs.Length];
        bool ordered = true;
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = key(glyphs[i]);
            ordered &= i == 0 || keys[i] >= keys[i - 1];
        }

        if (ordered)
            return;
        Sort(keys, order);
        Apply(order, glyphs);
    }

    private static void Sort(Span<float> keys, Span<int> order)
    {
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        keys.Sort(order);
        for (int from = 0; from < keys.Length;)
        {
            int to = from + 1;
            while (to < keys.Length && keys[to] == keys[from])
                to++;
            order[from..to].Sort();
            from = to;
        }
    }

    /// <summary>Moves each letter once, round the cycles of the order.</summary>
    private static void Apply(Span<int> order, Span<Glyph> glyphs)
    {
        for (int start = 0; start < order.Length; start++)
        {
            Glyph first = glyphs[start];
            int to = start;
            for (int from = order[to]; from != start; from = order[to])
            {
                glyphs[to] = glyphs[from];
                order[to] = to;
                to = from;
            }

            glyphs[to] = first;
            order[to] = to;
        }
    }
}
