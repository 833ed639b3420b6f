using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;

namespace Ingest.Tables.Letters;

/// <summary>Makes a <see cref="TextLine"/> of letters that stand side by side.</summary>
internal static class LineText
{
    // Gaps in ems. Between digits of one number there is no gap at all (advance widths abut), between two
    // numbers at least a space of a quarter em; Latin words are set apart by a space or as much.
    private const float NumberGap = 0.2f;
    private const float WordGap = 0.25f;
    private const float SpacedGap = 0.1f;

    /// <summary>Letters spread wider than this are not spread evenly but set apart.</summary>
    private const float WidestSpread = 0.5f;

    /// <summary>Characters for which the stack has room.</summary>
    private const int ShortLine = 256;

    /// <param name="glyphs">From left to right, spaces included; at least one that is not a space.</param>
    public static TextLine Of(ReadOnlySpan<Glyph> glyphs)
    {
        int room = 0;
        foreach (ref readonly Glyph glyph in glyphs)
            room += glyph.Text.Length + 1;
        Span<char> text = room <= ShortLine ? stackalloc char[ShortLine] : new char[room];
        int length = 0;
        float spread = Math.Min(EvenSpread(glyphs), WidestSpread);
        Box box = default;
        int previous = -1;
        bool spaced = false;
        for (int i = 0; i < glyphs.Length; i++)
        {
            ref readonly Glyph glyph = ref glyphs[i];
            if (glyph.IsSpace)
            {
                spaced = true;
                continue;
            }

            if (previous >= 0 && IsApart(glyphs[previous], glyph, spaced, spread))
                text[length++] = ' ';
            glyph.Text.CopyTo(text[length..]);
            length += glyph.Text.Length;
            box = previous < 0 ? glyph.Box : box.Union(glyph.Box);
            (previous, spaced) = (i, false);
        }

        (float baseline, float size) = Typical(glyphs);
        return new TextLine(new string(text[..length]), box, baseline, size);
    }

    /// <summary>
    /// The smallest gap between neighbours, in ems: above zero when the whole line is spread out, like
    /// the title "收 支 总 表". Zero for lines too short to tell.
    /// </summary>
    public static float EvenSpread(ReadOnlySpan<Glyph> glyphs)
    {
        float least = float.MaxValue;
        int letters = 0;
        int previous = -1;
        for (int i = 0; i < glyphs.Length; i++)
        {
            if (glyphs[i].IsSpace)
                continue;
            if (previous >= 0)
                least = Math.Min(least, GapInEms(glyphs[previous], glyphs[i]));
            previous = i;
            letters++;
        }

        return letters < 4 ? 0 : Math.Max(0, least);
    }

    public static float GapInEms(in Glyph left, in Glyph right) =>
        (right.Box.Left - left.Box.Right) / Math.Max(0.1f, Math.Min(left.Size, right.Size));

    /// <summary>Is a space due between two neighbours?</summary>
    private static bool IsApart(in Glyph left, in Glyph right, bool spaced, float spread)
    {
        // Strings over one another are two, even though nothing parts them.
        if (Chains.Cross(left, right) && left.IsNumeric && right.IsNumeric && left.Box != right.Box)
            return true;
        if (left.Class == GlyphClass.Cjk || right.Class == GlyphClass.Cjk)
            return false;
        float gap = GapInEms(left, right) - spread;
        return gap >= (spaced ? SpacedGap : left.IsNumeric && right.IsNumeric ? NumberGap : WordGap);
    }

    /// <summary>Baseline and size that most letters share.</summary>
    private static (float Baseline, float Size) Typical(ReadOnlySpan<Glyph> glyphs)
    {
        Span<(float Size, float Baseline, int Count)> kinds = stackalloc (float, float, int)[4];
        int used = 0;
        foreach (ref readonly Glyph glyph in glyphs)
        {
            if (glyph.IsSpace)
                continue;
            int kind = 0;
            while (kind < used && Math.Abs(kinds[kind].Size - glyph.Size) > 0.1f)
                kind++;
            if (kind == kinds.Length)
                continue;
            if (kind == used)
                kinds[used++] = (glyph.Size, glyph.BaseY, 0);
            kinds[kind].Count++;
        }

        int best = 0;
        for (int kind = 1; kind < used; kind++)
        {
            if (kinds[kind].Count > kinds[best].Count || (kinds[kind].Count == kinds[best].Count && kinds[kind].Size > kinds[best].Size))
                best = kind;
        }

        return (kinds[best].Baseline, kinds[best].Size);
    }
}
