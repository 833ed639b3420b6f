namespace Ingest.Pdf.Fonts.Programs;

/// <summary>
/// The formats of <c>cmap</c> subtables that fonts in PDF files use, as pairs of character and glyph; glyph
/// 0 is none. A subtable may claim far more pairs than it has bytes: take no more than needed.
/// </summary>
internal static class CharacterMapFormat
{
    public static IEnumerable<(int Character, int Glyph)> Read(ReadOnlyMemory<byte> table) => BigEndian.UInt16(table.Span, 0) switch
    {
        0 => Format0(table),
        2 => Format2(table),
        4 => Format4(table),
        6 => Trimmed(table, first: BigEndian.UInt16(table.Span, 6), count: BigEndian.UInt16(table.Span, 8), glyphs: 10),
        10 => Trimmed(table, BigEndian.UInt32(table.Span, 12), BigEndian.UInt32(table.Span, 16), glyphs: 20),
        12 => Groups(table, step: 1),
        13 => Groups(table, step: 0),
        _ => [],
    };

    /// <summary>The glyph of one character without going through all of them; 0 where there is none or the format is a rare one.</summary>
    public static int GlyphOf(ReadOnlyMemory<byte> table, int character) => BigEndian.UInt16(table.Span, 0) switch
    {
        4 => GlyphOfFormat4(table.Span, character),
        6 when character - BigEndian.UInt16(table.Span, 6) is >= 0 and var at && at < BigEndian.UInt16(table.Span, 8) => BigEndian.UInt16(table.Span, 10 + (2 * at)),
        12 => GlyphOfFormat12(table.Span, character),
        _ => 0,
    };

    private static int GlyphOfFormat4(ReadOnlySpan<byte> table, int character)
    {
        int segments = BigEndian.UInt16(table, 6) / 2;
        int starts = 14 + (2 * segments) + 2;
        int low = 0;
        int high = segments;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (BigEndian.UInt16(table, 14 + (2 * middle)) < character)
                low = middle + 1;
            else
                high = middle;
        }

        int first = BigEndian.UInt16(table, starts + (2 * low));
        if (low == segments || character < first || character >= 0xFFFF)
            return 0;
        int delta = BigEndian.UInt16(table, starts + (2 * segments) + (2 * low));
        int offsetAt = starts + (4 * segments) + (2 * low);
        int offset = BigEndian.UInt16(table, offsetAt);
        int glyph = offset is 0 or 0xFFFF ? character : BigEndian.UInt16(table, offsetAt + offset + (2 * (character - first)));
        return offset != 0 && glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
    }

    private static int GlyphOfFormat12(ReadOnlySpan<byte> table, int character)
    {
        long groups = Math.Min(BigEndian.UInt32(table, 12), (table.Length - 16) / 12);
        long low = 0;
        long high = groups;
        while (low < high)
        {
            long middle = (low + high) / 2;
            if (BigEndian.UInt32(table, 16 + (12 * middle) + 4) < character)
                low = middle + 1;
            else
                high = middle;
        }

        long at = 16 + (12 * low);
        long first = BigEndian.UInt32(table, at);
        return low == groups || character < first ? 0 : (int)((BigEndian.UInt32(table, at + 8) + character - first) & 0xFFFF);
    }

    private static IEnumerable<(int, int)> Format0(ReadOnlyMemory<byte> table)
    {
        for (int code = 0; code < 256; code++)
            yield return (code, BigEndian.Byte(table.Span, 6 + code));
    }

    // High bytes select a subheader; subheader 0 is for single bytes.
    private static IEnumerable<(int, int)> Format2(ReadOnlyMemory<byte> table)
    {
        const int SubHeaders = 6 + 512;
        for (int high = 0; high < 256; high++)
        {
            int subHeader = SubHeaders + BigEndian.UInt16(table.Span, 6 + (2 * high));
            int first = BigEndian.UInt16(table.Span, subHeader);
            int count = subHeader == SubHeaders ? 0 : Math.Min(BigEndian.UInt16(table.Span, subHeader + 2), 256);
            int delta = BigEndian.UInt16(table.Span, subHeader + 4);
            int glyphs = subHeader + 6 + BigEndian.UInt16(table.Span, subHeader + 6);
            for (int i = 0; i < count; i++)
                yield return ((high << 8) + first + i, Shift(BigEndian.UInt16(table.Span, glyphs + (2 * i)), delta));
        }
    }

    private static IEnumerable<(int, int)> Format4(ReadOnlyMemory<byte> table)
    {
        int segments = BigEndian.UInt16(table.Span, 6) / 2;
        int ends = 14;
        int starts = ends + (2 * segments) + 2;
        int deltas = starts + (2 * segments);
        int offsets = deltas + (2 * segments);
        for (int i = 0; i < segments && offsets + (2 * i) < table.Length; i++)
        {
            int first = BigEndian.UInt16(table.Span, starts + (2 * i));
            int last = BigEndian.UInt16(table.Span, ends + (2 * i));
            int delta = BigEndian.UInt16(table.Span, deltas + (2 * i));
            int offsetAt = offsets + (2 * i);
            int offset = BigEndian.UInt16(table.Span, offsetAt);
            for (int code = first; code <= last && code != 0xFFFF; code++)
            {
                int glyph = offset is 0 or 0xFFFF ? code : BigEndian.UInt16(table.Span, offsetAt + offset + (2 * (code - first)));
                yield return (code, offset != 0 && glyph == 0 ? 0 : (glyph + delta) & 0xFFFF);
            }
        }
    }

    private static IEnumerable<(int, int)> Trimmed(ReadOnlyMemory<byte> table, long first, long count, int glyphs)
    {
        for (long i = 0; i < count && glyphs + (2 * i) < table.Length && first + i <= 0x10FFFF; i++)
            yield return ((int)(first + i), BigEndian.UInt16(table.Span, glyphs + (2 * i)));
    }

    private static IEnumerable<(int, int)> Groups(ReadOnlyMemory<byte> table, int step)
    {
        uint groups = BigEndian.UInt32(table.Span, 12);
        for (long at = 16; groups > 0 && at + 12 <= table.Length; at += 12, groups--)
        {
            long first = BigEndian.UInt32(table.Span, at);
            long last = Math.Min(BigEndian.UInt32(table.Span, at + 4), 0x10FFFF);
            long glyph = BigEndian.UInt32(table.Span, at + 8);
            for (long code = first; code <= last && glyph <= 0xFFFF; code++, glyph += step)
            {
                yield return ((int)code, (int)glyph);
            }
        }
    }

    private static int Shift(int glyph, int delta) => glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
}
