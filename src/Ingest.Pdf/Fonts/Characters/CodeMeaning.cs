using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Ingest.Pdf.Fonts.Characters;

/// <summary>
/// The character encoding behind a predefined CMap: GBK codes are code page 936 (here in its superset
/// GB 18030), Uni* codes are Unicode.
/// </summary>
internal sealed class CodeMeaning
{
    private readonly Encoding _encoding;

    // Codes of UTF-32 always have four bytes, of UCS-2 and UTF-16 two or four; of the others as many as they need.
    private readonly int _unitLength;

    private readonly bool _isCodePage;

    // Bits that make a code of the encoding out of a code of seven bits.
    private readonly int _raised;

    private CodeMeaning(Encoding encoding, int unitLength, bool isCodePage = false, int raised = 0)
    {
        _raised = raised;
        _encoding = encoding;
        _unitLength = unitLength;
        _isCodePage = isCodePage;
    }

    /// <param name="name">
    /// A code page number, or <c>utf8</c>, <c>utf16</c>, <c>utf32</c>; <c>jis</c>, <c>gb7</c>, <c>ksc7</c> for JIS X 0208, GB 2312 and KS X 1001 in seven bits; <c>ascii</c>
    /// where only the CIDs tell the rest.
    /// </param>
    public static CodeMeaning Of(string name) => name switch
    {
        "utf8" => new CodeMeaning(Encoding.UTF8, 1),
        "utf16" => new CodeMeaning(Encoding.BigEndianUnicode, 2),
        "utf32" => new CodeMeaning(new UTF32Encoding(bigEndian: true, byteOrderMark: false), 4),
        "jis" => new CodeMeaning(OfCodePage(51932), 2, isCodePage: true, raised: 0x8080),
        "gb7" => new CodeMeaning(OfCodePage(54936), 2, isCodePage: true, raised: 0x8080),
        "ksc7" => new CodeMeaning(OfCodePage(51949), 2, isCodePage: true, raised: 0x8080),
        "ascii" => new CodeMeaning(Encoding.GetEncoding("us-ascii", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback(Unicode.Unknown)), 1),
        _ => new CodeMeaning(OfCodePage(int.Parse(name, CultureInfo.InvariantCulture)), 1, isCodePage: true),
    };

    public static Encoding OfCodePage(int codePage) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback(Unicode.Unknown))
        ?? throw new NotSupportedException($"The framework lacks code page {codePage}.");

    /// <summary>The text, or null when the code has no meaning in this encoding.</summary>
    public string? TextOf(int code)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, code | _raised);
        int length = Math.Max(LengthOf(unchecked((uint)code)), _unitLength);
        Span<char> text = stackalloc char[8];
        int count = _encoding.GetChars(bytes[^length..], text);
        // Code pages decode what they leave undefined to private use, which means nothing.
        if (_isCodePage && text[0] is >= '\uE000' and <= '\uF8FF')
            return null;
        return UnicodeTarget.FromUnits(text[..count]).TextAt(0);
    }

    private static int LengthOf(uint code) => code switch
    {
        <= 0xFF => 1,
        <= 0xFFFF => 2,
        <= 0xFFFFFF => 3,
        _ => 4,
    };
}
