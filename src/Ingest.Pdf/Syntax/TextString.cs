using System.Text;

namespace Ingest.Pdf.Syntax;

/// <summary>Text strings of ISO 32000-2, 7.9.2.2: UTF-16 or UTF-8 with a byte order mark, otherwise PDFDocEncoding.</summary>
internal static class TextString
{
    // PDFDocEncoding where it differs from Latin-1 (annex D.2); '\uFFFD' where it defines nothing.
    private const string From18 = "\u02D8\u02C7\u02C6\u02D9\u02DD\u02DB\u02DA\u02DC";
    private const string From80 =
        "\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203A\u2212\u2030\u201E\u201C\u201D\u2018"
        + "\u2019\u201A\u2122\uFB01\uFB02\u0141\u0152\u0160\u0178\u017D\u0131\u0142\u0153\u0161\u017E\uFFFD\u20AC";

    public static string Decode(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes[2..]),
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes[2..]),
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes[3..]),
        _ => DecodeDocument(bytes),
    };

    private static string DecodeDocument(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (byte value in bytes)
        {
            text.Append(value switch
            {
                >= 0x18 and < 0x20 => From18[value - 0x18],
                >= 0x80 and <= 0xA0 => From80[value - 0x80],
                _ => (char)value,
            });
        }

        return text.ToString();
    }
}
