using System.Text;
using Ingest.Pdf.Fonts;

namespace Ingest.Pdf.Tests.Fonts;

/// <summary>Simple fonts whose encoding says nothing by the rules: numbered names, symbol maps, Chinese in single bytes.</summary>
public class UnnamedGlyphTests
{
    [Theory]
    [InlineData("65 /a65 /a66 48 /a48", "AB0")]
    [InlineData("65 /G41 /G42 48 /G30", "AB0")]
    [InlineData("65 /x41 /x42 48 /x30", "AB0")]
    [InlineData("65 /65 /66 48 /48", "AB0")]
    [InlineData("48 /a48 65 /a65 /a66 192 /a192 /a193 199 /a199 /a200 /a201 /a202 224 /a224", "AB0")]
    // Counted from the first glyph on: agrees as well, and means nothing.
    [InlineData("0 /a0 /a1 /a2 /a3 /a4 /a5", "\uFFFD\uFFFD\uFFFD")]
    // The numbers are not the codes.
    [InlineData("1 /a1 48 /a48 65 /a65 /a66 192 /a192 /a193 199 /a199 /a200 /a201 /a202 224 /a224", "\uFFFD\uFFFD\uFFFD")]
    [InlineData("65 /a1 /a2 48 /a3", "\uFFFD\uFFFD\uFFFD")]
    [InlineData("65 /a65 /a67 48 /a48", "\uFFFD\uFFFD\uFFFD")]
    public void Numbers_for_names_of_Type_3_glyphs_are_codes_where_all_agree(string differences, string text) =>
        Assert.Equal(text, new FontObjects().Font(
            $"<< /Subtype /Type3 /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << >> /Encoding << /Differences [{differences}] >> >>").Read("AB0"u8));

    [Theory]
    [InlineData(1, 0x00, "o1i8")]
    [InlineData(3, 0xF000, "o1i8")]
    public void Symbol_maps_lead_to_characters_when_the_outlines_agree(int platform, int row, string text) =>
        Assert.Equal(text, SymbolFont(platform, row, rings: 2).Read("o1i8"u8));

    [Theory]
    [InlineData(1, 0x00)]
    [InlineData(3, 0xF000)]
    public void Symbol_maps_of_glyphs_numbered_anew_say_nothing(int platform, int row) =>
        Assert.Equal("\uFFFD\uFFFD", SymbolFont(platform, row, rings: 5).Read("o8"u8));

    [Theory]
    [InlineData("仿宋体")]
    [InlineData("方正小标宋简体")]
    public void Chinese_names_of_fonts_without_a_program_make_GBK_of_their_bytes(string name)
    {
        byte[] gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!.GetBytes(name);
        string written = string.Concat(gbk.Select(value => $"#{value:X2}"));
        Font font = new FontObjects().Font($"<< /Subtype /TrueType /BaseFont /{written} /Encoding /WinAnsiEncoding /FirstChar 0 /Widths [{string.Join(' ', Enumerable.Repeat("500", 256))}] >>");

        Assert.Equal("部门12.5", font.Read([0xB2, 0xBF, 0xC3, 0xC5, .. "12.5"u8]));
        Assert.Equal(1000, font.GetGlyph(0xB2BF).Advance);
    }

    [Fact]
    public void Latin_fonts_keep_their_accents()
    {
        Font font = new FontObjects().Font("<< /Subtype /TrueType /BaseFont /Arial /Encoding /WinAnsiEncoding >>");

        Assert.Equal("éà1", font.Read([0xE9, 0xE0, (byte)'1']));
    }

    [Fact]
    public void Widths_that_are_all_zero_are_not_given()
    {
        Font font = new FontObjects().Font("<< /Subtype /Type1 /BaseFont /Helvetica /FirstChar 108 /Widths [0 0] >>");

        Assert.Equal(222, font.GetGlyph('l').Advance);
    }

    private static Font SymbolFont(int platform, int row, int rings)
    {
        (char Code, int Glyph)[] pairs = [((char)(row + 'o'), 1), ((char)(row + '1'), 2), ((char)(row + 'i'), 3), ((char)(row + '8'), 4)];
        byte[] map = platform == 1
            ? FontFiles.Format0([.. pairs.Select(pair => ((byte)pair.Code, (byte)pair.Glyph))])
            : FontFiles.Format4(pairs);
        (string, byte[])[] outlines = FontFiles.Outlines(
            (1, 0, 0, 500, 700), (rings, 40, 0, 500, 520), (rings - 1, 40, 0, 300, 720), (rings, 40, 0, 200, 720), (rings + 1, 40, 0, 500, 720));
        return new FontObjects().WithStream(1, FontFiles.Sfnt([("cmap", FontFiles.CharacterMaps((platform, 0, map))), .. outlines]))
            .Font("<< /Subtype /TrueType /FontDescriptor << /Flags 4 /FontFile2 1 0 R >> >>");
    }
}
