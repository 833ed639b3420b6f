using System.Text;
using Ingest.Pdf.Fonts.Encodings;

namespace Ingest.Pdf.Fonts.Programs;

/// <summary>The glyph names of a TrueType font's <c>post</c> table.</summary>
internal static class PostScriptNames
{
    private const uint Format1 = 0x0001_0000;
    private const uint Format2 = 0x0002_0000;

    /// <returns>Names by glyph; empty when the table has none.</returns>
    public static string?[] Read(ReadOnlyMemory<byte> table) => BigEndian.UInt32(table.Span, 0) switch
    {
        Format1 => StandardNames.Macintosh,
        Format2 => ReadFormat2(table.Span),
        _ => [],
    };

    private static string?[] ReadFormat2(ReadOnlySpan<byte> table)
    {
        const int Header = 34;
        int count = Math.Min(BigEndian.UInt16(table, 32), Math.Max(0, (table.Length - Header) / 2));
        string[] standard = StandardNames.Macintosh;
        List<string> own = ReadPascalStrings(table[Math.Min(table.Length, Header + (2 * count))..]);
        var names = new string?[count];
        for (int glyph = 0; glyph < count; glyph++)
        {
            int index = BigEndian.UInt16(table, Header + (2 * glyph));
            if (index < standard.Length)
                names[glyph] = standard[index];
            else if (index - standard.Length < own.Count)
                names[glyph] = own[index - standard.Length];
        }

        return names;
    }

    private static List<string> ReadPascalStrings(ReadOnlySpan<byte> bytes)
    {
        var strings = new List<string>();
        while (!bytes.IsEmpty && bytes[0] < bytes.Length)
        {
            strings.Add(Encoding.Latin1.GetString(bytes.Slice(1, bytes[0])));
            bytes = bytes[(1 + bytes[0])..];
        }

        return strings;
    }
}
