using Ingest.Pdf.Fonts;

namespace Ingest.Pdf.Tests.Fonts;

public class SimpleFontTests
{
    // ISO 32000-1, annex D: codes at which the encodings differ.
    [Theory]
    [InlineData("/WinAnsiEncoding", 0x80, "€")]
    [InlineData("/WinAnsiEncoding", 0x95, "•")]
    [InlineData("/WinAnsiEncoding", 0x81, "•")]
    [InlineData("/WinAnsiEncoding", 0xAD, "-")]
    [InlineData("/WinAnsiEncoding", 0xE9, "é")]
    [InlineData("/MacRomanEncoding", 0x8E, "é")]
    [InlineData("/MacRomanEncoding", 0xDE, "ﬁ")]
    [InlineData("/StandardEncoding", 0x27, "’")]
    [InlineData("/StandardEncoding", 0xAE, "ﬁ")]
    [InlineData("/StandardEncoding", 0x80, "\uFFFD")]
    [InlineData("/MacExpertEncoding", 0x31, "1")]
    [InlineData("/MacExpertEncoding", 0x47, "¼")]
    [InlineData("/MacExpertEncoding", 0x59, "ﬃ")]
    [InlineData("/NoSuchEncoding", 0x41, "A")]
    public void Base_encodings_are_read(string encoding, byte code, string text) =>
        Assert.Equal(text, new FontObjects().Font($"<< /Subtype /Type1 /BaseFont /Helvetica /Encoding {encoding} >>").Read([code]));

    [Theory]
    [InlineData("Symbol", 0x61, "α")]
    [InlineData("Symbol", 0xA5, "∞")]
    [InlineData("Symbol", 0xE6, "⎛")]
    [InlineData("ZapfDingbats", 0x34, "✔")]
    [InlineData("ZapfDingbats", 0xAC, "①")]
    [InlineData("Times-Roman", 0x41, "A")]
    [InlineData("SimSun", 0x31, "1")]
    public void Fonts_that_are_not_embedded_have_the_encoding_of_their_name(string baseFont, byte code, string text) =>
        Assert.Equal(text, new FontObjects().Font($"<< /Subtype /TrueType /BaseFont /{baseFont} >>").Read([code]));

    [Theory]
    [InlineData("/space", " ")]
    [InlineData("/one", "1")]
    [InlineData("/one.oldstyle", "1")]
    [InlineData("/oneoldstyle", "1")]
    [InlineData("/uni90E8", "部")]
    [InlineData("/uni90E895E8", "部门")]
    [InlineData("/u20000", "\U00020000")]
    [InlineData("/f_f_i", "ffi")]
    [InlineData("/Euro", "€")]
    [InlineData("/afii10017", "А")]
    [InlineData("/alpha", "α")]
    [InlineData("/uni91d1", "金")]
    [InlineData("/Abreve", "Ă")]
    public void Glyph_names_say_what_they_stand_for(string name, string text) =>
        Assert.Equal(text, FontWithName(name).Read("A"u8));

    [Theory]
    [InlineData("/.notdef")]
    [InlineData("/g17")]
    [InlineData("/cid1234")]
    [InlineData("/G41")]
    [InlineData("/uniD840")]
    [InlineData("/u91d1")]
    [InlineData("/a19")]
    [InlineData("/a49")]
    [InlineData("/a19_a20")]
    [InlineData("/u110000")]
    [InlineData("/f_g17")]
    [InlineData("/_")]
    [InlineData("/")]
    public void Names_that_only_number_glyphs_say_nothing(string name) =>
        Assert.Equal("\uFFFD", FontWithName(name).Read("A"u8));

    [Fact]
    public void Names_of_Dingbats_are_names_in_their_font_alone()
    {
        Assert.Equal("✓", new FontObjects().Font(
            "<< /Subtype /Type1 /BaseFont /ABCDEF+ZapfDingbats /Encoding << /Differences [65 /a19] >> >>").Read("A"u8));
    }

    // Ghostscript numbers the glyphs of bitmap fonts, and when it reads its own file again it writes Dingbats into ToUnicode.
    [Theory]
    [InlineData("/a49", "2730", "\uFFFD")]
    [InlineData("/a49", "0037", "7")]
    [InlineData("/g49", "2730", "✰")]
    public void A_map_made_of_numbers_taken_for_Dingbats_says_nothing(string name, string target, string text)
    {
        Font font = new FontObjects().WithStream(1, $"1 beginbfchar <41> <{target}> endbfchar")
            .Font($"<< /Subtype /Type3 /FontMatrix [1 0 0 1 0 0] /CharProcs <<>> /Encoding << /Differences [65 {name}] >> /ToUnicode 1 0 R >>");

        Assert.Equal(text, font.Read("A"u8));
    }

    [Fact]
    public void An_embedded_font_of_Dingbats_is_read_by_its_own_encoding()
    {
        Font font = new FontObjects().WithStream(1, "%!PS no encoding")
            .Font("<< /Subtype /Type1 /BaseFont /ABCDEF+ZapfDingbats /FontDescriptor << /FontFile 1 0 R >> >>");

        Assert.Equal("✔", font.Read("4"u8));
    }

    [Fact]
    public void Differences_go_over_the_base_encoding_from_each_number_on()
    {
        Font font = new FontObjects().With(1, "/two").Font("""
            << /Subtype /Type1 /BaseFont /Helvetica
               /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [65 /one 1 0 R 255 /three /four 900 /five 67 (x) /six] >> >>
            """);
        Assert.Equal("12", font.Read("AB"u8));
        Assert.Equal("6D", font.Read("CD"u8));
        Assert.Equal("3", font.Read([255]));
    }

    [Fact]
    public void Type3_fonts_bring_their_own_units()
    {
        Font font = new FontObjects().Font("""
            << /Subtype /Type3 /FontMatrix [0.01 0 0 0.01 0 0] /FontBBox [0 -20 100 90] /FirstChar 1 /Widths [50]
               /CharProcs << /one 1 0 R >> /Encoding << /Differences [1 /one] >> >>
            """);
        Assert.Equal("1", font.Read([1]));
        Assert.Equal(50, font.GetGlyph(1).Advance);
        Assert.Equal(0.01f, font.GlyphMatrix.M11);
        Assert.Equal((900, -200), (font.Ascent, font.Descent));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/FontMatrix [0 0 0 0 0 0]")]
    [InlineData("/FontMatrix [1 (x)]")]
    [InlineData("/FontMatrix [0.001 0 0 0.001 0 0] /FontBBox [0 0 0 0]")]
    public void Type3_fonts_without_matrix_or_encoding_are_still_fonts(string entries)
    {
        Font font = new FontObjects().Font($"<< /Subtype /Type3 /Widths [50] {entries} >>");
        Assert.Equal("\uFFFD", font.Read([1]));
        Assert.Equal(0.001f, font.GlyphMatrix.M11);
        Assert.Equal((880, -120), (font.Ascent, font.Descent));
    }

    [Fact]
    public void Each_code_has_one_glyph_and_texts_are_shared()
    {
        Font font = FontWithName("/A");
        Assert.Same(font.GetGlyph('A'), font.GetGlyph('A'));
        Assert.Same(font.GetGlyph('A').Text, new FontObjects().Font("<< /Subtype /Type1 >>").GetGlyph('A').Text);
        Assert.True(font.GetGlyph(' ').IsSpace);
    }

    private static Font FontWithName(string name) => new FontObjects().Font(
        $"<< /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Differences [65 {name} ] >> >>");
}
