using System.Buffers.Binary;
using System.Text;

namespace Ingest.Pdf.Tests.Fonts;

/// <summary>Font files built table by table, with nothing in them but what text needs.</summary>
internal static class FontFiles
{
    public static byte[] Sfnt(params (string Tag, byte[] Data)[] tables)
    {
        var file = new List<byte> { 0, 1, 0, 0 };
        file.AddRange(Words(tables.Length, 0, 0, 0));
        int offset = 12 + (16 * tables.Length);
        foreach ((string tag, byte[] data) in tables)
        {
            file.AddRange(Encoding.ASCII.GetBytes(tag));
            file.AddRange([.. Long(0), .. Long(offset), .. Long(data.Length)]);
            offset += data.Length;
        }

        return [.. file, .. tables.SelectMany(table => table.Data)];
    }

    public static byte[] CharacterMaps(params (int Platform, int Encoding, byte[] Subtable)[] maps)
    {
        var table = new List<byte>(Words(0, maps.Length));
        int offset = 4 + (8 * maps.Length);
        foreach ((int platform, int encoding, byte[] subtable) in maps)
        {
            table.AddRange([.. Words(platform, encoding), .. Long(offset)]);
            offset += subtable.Length;
        }

        return [.. table, .. maps.SelectMany(map => map.Subtable)];
    }

    public static byte[] Format0(params (byte Code, byte Glyph)[] pairs)
    {
        var glyphs = new byte[256];
        foreach ((byte code, byte glyph) in pairs)
            glyphs[code] = glyph;
        return [.. Words(0, 262, 0), .. glyphs];
    }

    /// <summary>One segment by delta for each pair, and the closing one.</summary>
    public static byte[] Format4(params (char Code, int Glyph)[] pairs)
    {
        (int Code, int Glyph)[] segments = [.. pairs.Select(p => ((int)p.Code, p.Glyph)).OrderBy(p => p.Item1), (0xFFFF, 0)];
        int[] codes = [.. segments.Select(s => s.Code)];
        return
        [
            .. Words(4, 16 + (8 * segments.Length), 0, 2 * segments.Length, 0, 0, 0),
            .. Words(codes), .. Words(0), .. Words(codes),
            .. Words([.. segments.Select(s => (s.Glyph - s.Code) & 0xFFFF)]),
            .. Words(new int[segments.Length]),
        ];
    }

    public static byte[] Format6(int first, params int[] glyphs) =>
        [.. Words(6, 10 + (2 * glyphs.Length), 0, first, glyphs.Length), .. Words(glyphs)];

    public static byte[] Format12(params (int First, int Last, int Glyph)[] groups) =>
    [
        .. Words(12, 0), .. Long(16 + (12 * groups.Length)), .. Long(0), .. Long(groups.Length),
        .. groups.SelectMany(g => (byte[])[.. Long(g.First), .. Long(g.Last), .. Long(g.Glyph)]),
    ];

    /// <summary>A <c>post</c> table of format 2 whose glyphs all have names of their own.</summary>
    public static byte[] PostNames(params string[] names) =>
    [
        .. Long(0x20000), .. new byte[28], .. Words(names.Length), .. Words([.. names.Select((_, i) => 258 + i)]),
        .. names.SelectMany(Pascal),
    ];

    /// <summary>
    /// A CFF font of as many glyphs as the charset has entries, and .notdef. Names beyond the 391 standard
    /// ones are numbered from there.
    /// </summary>
    public static byte[] Cff(int[] charset, string[]? names = null, byte[]? encoding = null, bool isCidKeyed = false, byte[][]? charStrings = null)
    {
        // Offsets are written as five-byte numbers, so that the dictionary's length does not depend on them.
        byte[] head = [1, 0, 4, 1, .. Index([.. "Font"u8])];
        byte[] strings = Index([.. (names ?? []).Select(Encoding.ASCII.GetBytes)]);
        int topLength = (isCidKeyed ? 9 : 0) + (6 * (encoding is null ? 2 : 3));
        int charsetAt = head.Length + 2 + 1 + 2 + topLength + strings.Length + 2;
        byte[] charsetData = [0, .. Words(charset)];
        int encodingAt = charsetAt + charsetData.Length;
        byte[] encodingData = encoding ?? [];
        int charStringsAt = encodingAt + encodingData.Length;
        byte[] top =
        [
            .. isCidKeyed ? (byte[])[28, .. Words(391), 28, .. Words(392), 139, 12, 30] : [],
            29, .. Long(charsetAt), 15,
            .. encoding is null ? [] : (byte[])[29, .. Long(encodingAt), 16],
            29, .. Long(charStringsAt), 17,
        ];
        return [.. head, .. Index(top), .. strings, .. Words(0), .. charsetData, .. encodingData, .. Index([[14], .. charStrings ?? Enumerable.Repeat<byte[]>([14], charset.Length)])];
    }

    /// <summary>A charstring of rectangles: left, bottom, width and height of each, in thousandths of the em.</summary>
    public static byte[] Type2(params int[] rectangles)
    {
        var code = new List<byte>();
        (int X, int Y) pen = (0, 0);
        for (int i = 0; i < rectangles.Length; i += 4)
        {
            (int left, int bottom, int width, int height) = (rectangles[i], rectangles[i + 1], rectangles[i + 2], rectangles[i + 3]);
            code.AddRange([28, .. Words(left - pen.X), 28, .. Words(bottom - pen.Y), 21]);
            code.AddRange([28, .. Words(width), 28, .. Words(height), 28, .. Words(-width), 6]);
            pen = (left, bottom + height);
        }

        return [.. code, 14];
    }

    private static byte[] Index(params byte[][] items)
    {
        if (items.Length == 0)
            return Words(0);
        var offsets = new List<byte> { 1 };
        foreach (byte[] item in items)
            offsets.Add((byte)(offsets[^1] + item.Length));
        return [.. Words(items.Length), 1, .. offsets, .. items.SelectMany(item => item)];
    }

    /// <summary>Tables head, loca and glyf for glyphs of so many contours in such boxes, in thousandths of the em.</summary>
    public static (string Tag, byte[] Data)[] Outlines(params (int Contours, int Left, int Bottom, int Right, int Top)[] glyphs)
    {
        var head = new byte[54];
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(18), 1000);
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(50), 1);
        var loca = new List<byte>(Long(0));
        var glyf = new List<byte>();
        foreach ((int contours, int left, int bottom, int right, int top) in glyphs)
        {
            if (contours != 0)
                glyf.AddRange([.. Words(contours, left, bottom, right, top), 0, 0]);
            loca.AddRange(Long(glyf.Count));
        }

        return [("head", head), ("loca", loca.ToArray()), ("glyf", glyf.ToArray())];
    }

    private static byte[] Pascal(string text) => [(byte)text.Length, .. Encoding.ASCII.GetBytes(text)];

    private static byte[] Words(params int[] values)
    {
        var bytes = new byte[2 * values.Length];
        for (int i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2 * i), unchecked((ushort)values[i]));
        return bytes;
    }

    private static byte[] Long(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
