using Ingest.Pdf.Fonts;
using Ingest.Pdf.Fonts.Programs;

namespace Ingest.Pdf.Tests.Fonts;

/// <summary>What ToUnicode says of the characters of numbers, held against the font that draws them.</summary>
public class GlyphEvidenceTests
{
    // Glyphs 0 to 5: none, a bar, a ring, three rings, one curve as tall as a digit, nothing drawn.
    private static readonly (string, byte[])[] _outlines = FontFiles.Outlines(
        (1, 0, 0, 500, 700), (1, 50, 250, 300, 330), (2, 40, 0, 500, 720), (3, 40, 0, 500, 720), (1, 40, 0, 500, 720), (0, 0, 0, 0, 0));

    [Theory]
    // The font's own map knows the minus that the file takes for a space, a digit, nothing or a private sign.
    [InlineData("-", "0020", "-")]
    [InlineData("-", "00A0", "-")]
    [InlineData("-", "200B", "-")]
    [InlineData("-", "0032", "-")]
    [InlineData("-", "F02D", "-")]
    [InlineData("-", "002D", "-")]
    // A minus by another name is one.
    [InlineData("-", "2212", "−")]
    // What no number holds is the file's to say.
    [InlineData("-", "90E8", "部")]
    public void The_map_of_the_font_tells_a_minus(string mapped, string said, string expected) =>
        Assert.Equal(expected, Font(mapped, 1, $"<0001> <{said}>").ReadHex("0001"));

    [Theory]
    [InlineData("8", 3, "0033", "8")]
    [InlineData("3", 3, "0038", "8")]
    [InlineData("0", 2, "004F", "0")]
    [InlineData("0", 2, "F030", "0")]
    // Outlines of 5 and 2 are both one curve: neither is believed.
    [InlineData("2", 4, "0035", "\uFFFD")]
    public void Of_two_digits_the_outline_decides(string mapped, int glyph, string said, string expected) =>
        Assert.Equal(expected, Font(mapped, glyph, $"<{glyph:X4}> <{said}>").ReadHex($"{glyph:X4}"));

    [Theory]
    [InlineData("0020", "0020", "-")]
    [InlineData("0032", "0032", "-")]
    public void Of_two_codes_for_one_character_each_has_to_look_like_it(string first, string second, string expected) =>
        Assert.Equal(expected, Font(null, 0, $"<0001> <{first}> <0002> <{second}>").ReadHex("0001"));

    [Fact]
    public void A_blank_that_nothing_is_drawn_for_is_one() =>
        Assert.Equal("  ", Font(null, 0, "<0005> <0020> <0006> <0020>").ReadHex("00050005"));

    [Theory]
    // Glyph 1 is a bar, 2 a ring, 3 has three rings.
    [InlineData("0001", "<0001> <0020> <0002> <0020>", "-")]
    [InlineData("0001", "<0001> <0032> <0002> <0032>", "-")]
    [InlineData("0003", "<0003> <0030> <0002> <0030>", "\uFFFD")]
    [InlineData("0002", "<0003> <0030> <0002> <0030>", "0")]
    public void Outlines_of_CFF_glyphs_tell_as_well(string code, string characters, string expected)
    {
        byte[] bar = FontFiles.Type2(50, 280, 200, 60);
        byte[] ring = FontFiles.Type2(40, 0, 400, 700, 100, 100, 200, 500);
        byte[] rings = FontFiles.Type2(40, 0, 400, 700, 100, 100, 200, 200, 100, 400, 200, 200);
        Font font = new FontObjects()
            .WithStream(1, FontFiles.Cff([1, 2, 3], charStrings: [bar, ring, rings]))
            .WithStream(2, $"2 beginbfchar {characters} endbfchar")
            .Font("""
                << /Subtype /Type0 /Encoding /Identity-H /ToUnicode 2 0 R
                   /DescendantFonts [<< /Subtype /CIDFontType0 /FontDescriptor << /FontFile3 1 0 R >> >>] >>
                """);

        Assert.Equal(expected, font.ReadHex(code));
    }

    [Theory]
    // Codes 1 and 2 draw a bar and a ring, 3 nothing.
    [InlineData("<01> <0020> <03> <0020>", "-", " ")]
    [InlineData("<01> <0030> <02> <0030>", "-", "\uFFFD")]
    public void Codes_of_one_byte_are_held_against_outlines_too(string characters, string first, string third)
    {
        byte[] map = FontFiles.CharacterMaps((1, 0, FontFiles.Format0((1, 1), (2, 2), (3, 5))));
        Font font = new FontObjects()
            .WithStream(1, FontFiles.Sfnt([("cmap", map), .. _outlines]))
            .WithStream(2, $"2 beginbfchar {characters} endbfchar")
            .Font("<< /Subtype /TrueType /ToUnicode 2 0 R /FontDescriptor << /Flags 4 /FontFile2 1 0 R >> >>");

        Assert.Equal((first, third), (font.ReadHex("01"), font.ReadHex("03")));
    }

    [Theory]
    // The map leads from 7 to the bar and from 8 to the three rings.
    [InlineData('-', 1, "0007", "0020", "-")]
    [InlineData('-', 1, "0007", "0032", "-")]
    [InlineData('8', 3, "0008", "0033", "8")]
    [InlineData('8', 3, "0008", "F038", "8")]
    public void A_map_from_codes_to_glyphs_is_followed_before_they_are_looked_at(char mapped, int glyph, string code, string said, string expected)
    {
        byte[] map = new byte[18];
        (map[15], map[17]) = (1, 3);
        Font font = new FontObjects()
            .WithStream(1, FontFiles.Sfnt([("cmap", FontFiles.CharacterMaps((3, 1, FontFiles.Format4((mapped, glyph))))), .. _outlines]))
            .WithStream(2, $"1 beginbfchar <{code}> <{said}> endbfchar")
            .WithStream(3, map)
            .Font("""
                << /Subtype /Type0 /Encoding /Identity-H /ToUnicode 2 0 R
                   /DescendantFonts [<< /Subtype /CIDFontType2 /CIDToGIDMap 3 0 R /FontDescriptor << /FontFile2 1 0 R >> >>] >>
                """);

        Assert.Equal(expected, font.ReadHex(code));
    }

    [Theory]
    // The encoding says a minus, an eight, a two.
    [InlineData('-', 1, "2D", "0020", "-")]
    [InlineData('-', 1, "2D", "0032", "-")]
    [InlineData('8', 3, "38", "0033", "8")]
    // The glyph of the eight is one curve: the map that says a three is right.
    [InlineData('8', 4, "38", "0033", "3")]
    // Outlines of 2 and 5 are both one curve.
    [InlineData('2', 4, "32", "0035", "\uFFFD")]
    [InlineData('2', 4, "32", "0032", "2")]
    public void An_encoding_and_a_map_that_differ_are_held_against_the_outline(char mapped, int glyph, string code, string said, string expected)
    {
        Font font = new FontObjects()
            .WithStream(1, FontFiles.Sfnt([("cmap", FontFiles.CharacterMaps((3, 1, FontFiles.Format4((mapped, glyph))))), .. _outlines]))
            .WithStream(2, $"1 beginbfchar <{code}> <{said}> endbfchar")
            .Font("<< /Subtype /TrueType /Encoding /WinAnsiEncoding /ToUnicode 2 0 R /FontDescriptor << /Flags 32 /FontFile2 1 0 R >> >>");

        Assert.Equal(expected, font.ReadHex(code));
    }

    [Fact]
    public void Names_lead_from_codes_of_one_byte_to_CFF_outlines()
    {
        // String ids 14 and 18 are hyphen and one; the map takes both for a one.
        Font font = new FontObjects()
            .WithStream(1, FontFiles.Cff([14, 18], charStrings: [FontFiles.Type2(50, 280, 200, 60), FontFiles.Type2(100, 0, 90, 700)]))
            .WithStream(2, "2 beginbfchar <01> <0031> <02> <0031> endbfchar")
            .Font("<< /Subtype /Type1 /ToUnicode 2 0 R /Encoding << /Differences [1 /hyphen /one] >> /FontDescriptor << /FontFile3 1 0 R >> >>");

        Assert.Equal("-1", font.ReadHex("0102"));
    }

    [Theory]
    // A bar of 200 by 60, by lines and with a curve for one of its sides.
    [InlineData("8B8B15" + "F75C06" + "C707" + "FB5C06" + "0E")]
    [InlineData("8BF7AC15" + "F75C8B8B8B8BC708" + "FB5C06" + "0E")]
    public void Charstrings_are_followed_as_the_pen_goes(string hex)
    {
        GlyphShape? shape = new Type2Outline(default, default).Follow(Convert.FromHexString(hex), perEm: 1000);

        Assert.Equal((1, 0.2, 0.06), (shape!.Value.Contours, Math.Round(shape.Value.Right - shape.Value.Left, 3), Math.Round(shape.Value.Top - shape.Value.Bottom, 3)));
    }

    [Theory]
    [InlineData("8B0A")]
    [InlineData("8B1D")]
    [InlineData("8B8B0C00")]
    [InlineData("1D1D1D1D")]
    public void Charstrings_that_cannot_be_followed_say_nothing(string hex) =>
        Assert.Null(new Type2Outline(default, default).Follow(Convert.FromHexString(hex), perEm: 1000));

    [Theory]
    [InlineData("1 beginbfrange <0000> <FFFF> <0000> endbfrange 1 beginbfchar <0041> <90E8> endbfchar")]
    [InlineData("1 beginbfchar <0041> <90E8> endbfchar 1 beginbfrange <0000> <FFFF> <0000> endbfrange")]
    // In pieces of a byte.
    [InlineData("1 beginbfchar <0041> <90E8> endbfchar 2 beginbfrange <0000> <00FF> <0000> <0100> <01FF> <0100> endbfrange")]
    [InlineData("1 beginbfrange <0000> <00FF> <0000> endbfrange 1 beginbfchar <0041> <90E8> endbfchar")]
    public void A_range_that_gives_every_code_its_own_number_says_less_than_any_other(string map) =>
        Assert.Equal("部B", new FontObjects().WithStream(1, map).Font(
            "<< /Subtype /Type0 /Encoding /Identity-H /ToUnicode 1 0 R /DescendantFonts [<< >>] >>").ReadHex("00410042"));

    private static Font Font(string? mapped, int glyph, string characters)
    {
        (string, byte[])[] tables = mapped is null ? _outlines
            : [("cmap", FontFiles.CharacterMaps((3, 1, FontFiles.Format4((mapped[0], glyph))))), .. _outlines];
        return new FontObjects()
            .WithStream(1, FontFiles.Sfnt(tables))
            .WithStream(2, $"2 beginbfchar {characters} endbfchar")
            .Font("""
                << /Subtype /Type0 /Encoding /Identity-H /ToUnicode 2 0 R
                   /DescendantFonts [<< /Subtype /CIDFontType2 /FontDescriptor << /FontFile2 1 0 R >> >>] >>
                """);
    }
}
