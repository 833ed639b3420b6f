using System.Text;

namespace Ingest.Pdf.Reading.Content;

/// <summary>Text strings of ISO 32000-2, 7.9.2.2.</summary>
internal static class TextString
{
    public static string Decode(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFE, 0xFF, .. var text] => Encoding.BigEndianUnicode.GetString(text),
        [0xFF, 0xFE, .. var text] => Encoding.Unicode.GetString(text),
        [0xEF, 0xBB, 0xBF, .. var text] => Encoding.UTF8.GetString(text),
        // PDFDocEncoding is Latin-1 but for some punctuation that stands for no letter or digit.
        _ => Encoding.Latin1.GetString(bytes),
    };
}
