namespace Ingest.Tables.Letters;

/// <summary>Sorts letters into <see cref="GlyphClass"/>.</summary>
internal static class GlyphClasses
{
    public static GlyphClass Of(string text)
    {
        if (text.Length == 0)
            return GlyphClass.Space;
        char c = text[0];
        if (c is >= '0' and <= '9' or >= '０' and <= '９')
            return GlyphClass.Digit;
        if (string.IsNullOrWhiteSpace(text) || c is '\u200B' or '\uFEFF')
            return GlyphClass.Space;
        if (".,-+%()−－．，％（）△▲‰\u00AD\u2010\u2011\u2012\u2013\u2043\u02D7\uFE63".Contains(c))
            return GlyphClass.NumberMark;
        return IsCjk(c) ? GlyphClass.Cjk : GlyphClass.Other;
    }

    // Radicals and Kangxi through unified ideographs, compatibility ideographs and forms, full-width
    // forms, the high surrogates of the supplementary ideographic planes (U+20000–U+3FFFF), and the
    // quotation marks, ellipsis and dashes that Chinese fonts set a full em wide.
    private static bool IsCjk(char c) =>
        c is >= '\u2E80' and <= '\uA4CF' or >= '\uF900' and <= '\uFAFF' or >= '\uFE30' and <= '\uFE4F'
            or >= '\uFF01' and <= '\uFFEF' or >= '\uD840' and <= '\uD8BF'
            or '“' or '”' or '‘' or '’' or '…' or '—' or '·' or '※';
}
