using Ingest.Pdf.Syntax;

namespace Ingest.Pdf.Tests.Syntax;

public sealed class TextStringTests
{
    public static TheoryData<byte[], string> Encodings => new()
    {
        { [0xFE, 0xFF, 0x9A, 0x8F, 0x7F, 0x16], "骏编" },
        { [0xFE, 0xFF, 0x98, 0x84, 0x7B, 0x97], "预算" },
        { [0xFF, 0xFE, 0x84, 0x98, 0x97, 0x7B], "预算" },
        { [0xEF, 0xBB, 0xBF, 0xE9, 0xA2, 0x84], "预" },
        { [0x57, 0x50, 0x53], "WPS" },
        // PDFDocEncoding: bullet, euro, ogonek, e acute.
        { [0x80, 0xA0, 0x1D, 0xE9], "•€˛é" },
        { [], "" },
        { [0xFE, 0xFF], "" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_text_string_says_its_encoding_itself(byte[] bytes, string expected) =>
        Assert.Equal(expected, TextString.Decode(bytes));
}
