namespace Ingest.Tables.Letters;

/// <summary>Whether letters side by side read as one printed number; what it is worth is not asked here.</summary>
internal static class NumberShape
{
    /// <summary>
    /// Digits with well-placed thousands separators, at most one decimal point, and around them at most a
    /// sign or brackets and a percent sign.
    /// </summary>
    public static bool IsNumber(ReadOnlySpan<Glyph> glyphs)
    {
        int start = 0;
        int end = glyphs.Length;
        while (start < end && IsAny(glyphs[start], "-+−－(（△▲\u00AD\u2010\u2011\u2012\u2013\u2043\u02D7\uFE63"))
            start++;
        while (end > start && IsAny(glyphs[end - 1], ")）%％‰"))
            end--;
        return start <= 2 && glyphs.Length - end <= 2 && IsDigitsWithPoint(glyphs[start..end]);
    }

    private static bool IsDigitsWithPoint(ReadOnlySpan<Glyph> glyphs)
    {
        int point = glyphs.Length;
        for (int i = 0; i < glyphs.Length; i++)
        {
            if (IsAny(glyphs[i], ".．"))
                (point, i) = (i, glyphs.Length);
        }

        return IsGrouped(glyphs[..point])
            && (point == glyphs.Length || (point + 1 < glyphs.Length && AreDigits(glyphs[(point + 1)..])));
    }

    /// <summary>Digits, either without separators or in groups of three after the first.</summary>
    private static bool IsGrouped(ReadOnlySpan<Glyph> glyphs)
    {
        int first = 0;
        while (first < glyphs.Length && glyphs[first].Class == GlyphClass.Digit)
            first++;
        if (first == 0 || (first < glyphs.Length && first > 3))
            return false;
        for (int i = first; i < glyphs.Length; i += 4)
        {
            if (!IsAny(glyphs[i], ",，") || i + 4 > glyphs.Length || !AreDigits(glyphs[(i + 1)..(i + 4)]))
                return false;
        }

        return true;
    }

    private static bool AreDigits(ReadOnlySpan<Glyph> glyphs)
    {
        foreach (ref readonly Glyph glyph in glyphs)
        {
            if (glyph.Class != GlyphClass.Digit)
                return false;
        }

        return true;
    }

    private static bool IsAny(in Glyph glyph, string characters) =>
        glyph.Text.Length == 1 && characters.Contains(glyph.Text[0]);
}
