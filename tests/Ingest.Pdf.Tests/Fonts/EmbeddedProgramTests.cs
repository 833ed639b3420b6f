using System.Text;
using Ingest.Pdf.Fonts;

namespace Ingest.Pdf.Tests.Fonts;

/// <summary>Fonts without ToUnicode whose text only the embedded font file tells.</summary>
public class EmbeddedProgramTests
{
    private static readonly byte[] _ideographs = FontFiles.Format4(('部', 1), ('门', 2), ('\u2F00', 3), ('一', 3), ('1', 4));

    [Theory]
    [InlineData(3, 1)]
    [InlineData(0, 3)]
    [InlineData(3, 10)]
    public void Glyph_numbers_are_read_back_through_the_Unicode_map(int platform, int encoding) =>
        Assert.Equal("部门一1\uFFFD", CidFont(FontFiles.Sfnt(("cmap", FontFiles.CharacterMaps((platform, encoding, _ideographs)))))
            .ReadHex("00010002000300040005"));

    [Fact]
    public void Maps_of_every_usual_format_are_read()
    {
        byte[] file = FontFiles.Sfnt(("cmap", FontFiles.CharacterMaps(
            (0, 3, FontFiles.Format6('A', 1, 0, 2)),
            (3, 1, FontFiles.Format4(('B', 3))),
            (3, 10, FontFiles.Format12((0x20000, 0x20001, 4), (0x90E8, 0x90E8, 6))))));
        Assert.Equal("ACB\U00020000\U00020001部", CidFont(file).ReadHex("000100020003000400050006"));
    }

    [Fact]
    public void CIDToGIDMap_says_which_glyph_a_CID_shows()
    {
        FontObjects objects = new FontObjects()
            .WithStream(1, FontFiles.Sfnt(("cmap", FontFiles.CharacterMaps((3, 1, _ideographs)))))
            .WithStream(2, [0, 0, 0, 2, 0, 1]);
        Font font = objects.Font("""
            << /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< /Subtype /CIDFontType2 /CIDToGIDMap 2 0 R
               /FontDescriptor << /FontFile2 1 0 R >> >>] >>
            """);
        Assert.Equal("门部\uFFFD", font.ReadHex("000100020003"));
    }

    [Theory]
    // o, i, O, B and 8 look like themselves, or like anything else.
    [InlineData(2, "oiOB8é")]
    [InlineData(5, "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD")]
    public void CIDs_that_a_map_leads_to_glyphs_are_characters_when_the_outlines_agree(int rings, string text)
    {
        var map = new byte[2 * 0x100];
        (int Contours, int, int, int, int)[] outlines =
            [(1, 0, 0, 500, 700), (rings, 40, 0, 500, 520), (rings, 40, 0, 200, 720), (rings, 40, 0, 600, 720), (rings + 1, 40, 0, 500, 720), (rings + 1, 40, 0, 500, 720), (3, 40, 0, 500, 720)];
        foreach ((char character, int glyph) in "oiOB8é".Select((character, index) => (character, index + 1)))
            map[(2 * character) + 1] = (byte)glyph;
        Font font = new FontObjects()
            .WithStream(1, FontFiles.Sfnt(FontFiles.Outlines(outlines)))
            .WithStream(2, map)
            .Font("<< /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< /Subtype /CIDFontType2 /CIDToGIDMap 2 0 R /FontDescriptor << /FontFile2 1 0 R >> >>] >>");

        Assert.Equal(text, font.ReadHex("006F0069004F0042003800E9"));
    }

    [Fact]
    public void The_glyph_shown_counts_more_than_a_collection_wrongly_named()
    {
        FontObjects objects = new FontObjects().WithStream(1, FontFiles.Sfnt(("cmap", FontFiles.CharacterMaps((3, 1, _ideographs)))));
        Font font = objects.Font("""
            << /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< /Subtype /CIDFontType2 /CIDToGIDMap /Identity
               /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) >> /FontDescriptor << /FontFile2 1 0 R >> >>] >>
            """);
        Assert.Equal("部门", font.ReadHex("00010002"));
    }

    [Fact]
    public void Without_a_map_the_names_of_the_glyphs_tell() =>
        Assert.Equal("部1\uFFFD", CidFont(FontFiles.Sfnt(("post", FontFiles.PostNames(".notdef", "uni90E8", "one", "g3")))).ReadHex("000100020003"));

    [Fact]
    public void Private_use_characters_leave_the_glyph_to_its_name()
    {
        byte[] map = FontFiles.CharacterMaps((3, 1, FontFiles.Format4(('\uF021', 1), ('\uF022', 2))));
        byte[] file = FontFiles.Sfnt(("cmap", map), ("post", FontFiles.PostNames(".notdef", "one", "g2")));
        Assert.Equal("1\uFFFD", CidFont(file).ReadHex("00010002"));
    }

    [Theory]
    [InlineData(3, 0xF000)]
    [InlineData(3, 0)]
    public void Symbolic_fonts_find_glyphs_by_code_and_text_by_glyph(int platform, int row)
    {
        byte[] file = FontFiles.Sfnt(("cmap", FontFiles.CharacterMaps(
            (platform, 0, FontFiles.Format4(((char)(row + 0x21), 1), ((char)(row + 0x22), 2))),
            (0, 3, _ideographs))));
        Assert.Equal("部门\uFFFD", SimpleFont(file, "FontFile2").Read([0x21, 0x22, 0x23]));
    }

    [Fact]
    public void Macintosh_maps_of_symbolic_fonts_are_read()
    {
        byte[] file = FontFiles.Sfnt(
            ("cmap", FontFiles.CharacterMaps((1, 0, FontFiles.Format0((1, 1), (2, 2))))),
            ("post", FontFiles.PostNames(".notdef", "one", "two")));
        Assert.Equal("12\uFFFD", SimpleFont(file, "FontFile2").Read([1, 2, 3]));
    }

    // SIDs 18 and 19 are "one" and "two"; glyph 3 has the name after the standard ones.
    [Fact]
    public void Names_of_CFF_glyphs_tell_their_text()
    {
        byte[] file = FontFiles.Cff([18, 19, 391], ["uni90E8"]);
        Assert.Equal("12部\uFFFD", CidFont(file, "FontFile3").ReadHex("0001000200030004"));
        Assert.Equal("12", SimpleFont(file, "FontFile3").Read("12"u8));
    }

    [Fact]
    public void CFF_fonts_may_bring_an_encoding()
    {
        // Format 1: one range of three codes from 0x41 on; then a supplement: code 0x61 is "two".
        byte[] file = FontFiles.Cff([18, 19, 391], ["uni90E8"], encoding: [0x81, 1, 0x41, 2, 1, 0x61, 0, 19]);
        Assert.Equal("12部2\uFFFD", SimpleFont(file, "FontFile3").Read("ABCaD"u8));
    }

    [Fact]
    public void CID_keyed_CFF_names_the_collection_that_the_dictionary_does_not()
    {
        byte[] file = FontFiles.Cff([940, 4559], ["Adobe", "GB1"], isCidKeyed: true);
        Assert.Equal("啊中", CidFont(file, "FontFile3", "CIDFontType0").Read([940 >> 8, 940 & 0xFF, 4559 >> 8, 4559 & 0xFF]));
    }

    [Fact]
    public void OpenType_around_CID_keyed_CFF_goes_by_its_charset_to_the_glyph()
    {
        byte[] cff = FontFiles.Cff([100, 200], ["Adobe", "Identity"], isCidKeyed: true);
        byte[] file = FontFiles.Sfnt(("CFF ", cff), ("cmap", FontFiles.CharacterMaps((3, 1, _ideographs))));
        Assert.Equal("部门", CidFont(file, "FontFile3", "CIDFontType0").ReadHex("006400C8"));
    }

    [Theory]
    [InlineData("/Encoding StandardEncoding def", "A", "A")]
    [InlineData("/Encoding 256 array 0 1 255 {1 index exch /.notdef put} for dup 65 /one put dup 66 /uni90E8 put readonly def", "AB", "1部")]
    [InlineData("/Encoding 256 array dup 65 /one put dup 999 /two put dup 66/three put", "AB", "13")]
    [InlineData("/FontName /X def", "A", "\uFFFD")]
    public void Type1_fonts_bring_an_encoding_in_clear_text(string encoding, string codes, string text)
    {
        byte[] file = Encoding.ASCII.GetBytes($"%!PS-AdobeFont-1.0: X\n{encoding}\ncurrentfile eexec dup 65 /two put");
        Assert.Equal(text, SimpleFont(file, "FontFile").Read(Encoding.ASCII.GetBytes(codes)));
    }

    [Fact]
    public void The_file_is_not_decoded_while_ToUnicode_answers()
    {
        FontObjects objects = new FontObjects()
            .WithStream(1, FontFiles.Sfnt(("cmap", FontFiles.CharacterMaps((3, 1, _ideographs)))))
            .WithStream(2, "1 beginbfchar <0001> <90E8> endbfchar");
        Font font = objects.Font("""
            << /Subtype /Type0 /Encoding /Identity-H /ToUnicode 2 0 R
               /DescendantFonts [<< /Subtype /CIDFontType2 /FontDescriptor << /FontFile2 1 0 R >> >>] >>
            """);
        font.ReadHex("00010001");
        Assert.Equal(1, objects.Decoded);
        Assert.Equal("门", font.ReadHex("0002"));
        Assert.Equal(2, objects.Decoded);
    }

    [Fact]
    public void A_map_that_claims_all_of_Unicode_again_and_again_comes_to_an_end()
    {
        var groups = Enumerable.Repeat((0, 0x10FFFF, 1), 10_000).ToArray();
        byte[] file = FontFiles.Sfnt(("cmap", FontFiles.CharacterMaps((3, 10, FontFiles.Format12(groups)))));
        Assert.Equal("!", CidFont(file).ReadHex("0022"));
    }

    private static Font CidFont(byte[] file, string key = "FontFile2", string subtype = "CIDFontType2") =>
        new FontObjects().WithStream(1, file).Font(
            $"<< /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< /Subtype /{subtype} /FontDescriptor << /{key} 1 0 R >> >>] >>");

    private static Font SimpleFont(byte[] file, string key) =>
        new FontObjects().WithStream(1, file).Font($"<< /Subtype /TrueType /FontDescriptor << /Flags 4 /{key} 1 0 R >> >>");
}
