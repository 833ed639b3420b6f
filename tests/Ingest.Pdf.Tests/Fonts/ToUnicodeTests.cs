using Ingest.Pdf.Fonts;

namespace Ingest.Pdf.Tests.Fonts;

public class ToUnicodeTests
{
    // ISO 32000-1, 9.10.3, example 1: the CMap of a Type 0 font for codes of two bytes.
    private const string SpecificationExample = """
        /CIDInit /ProcSet findresource begin
        12 dict begin
        begincmap
        /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
        /CMapName /Adobe-Identity-UCS def
        /CMapType 2 def
        1 begincodespacerange
        <0000> <FFFF>
        endcodespacerange
        2 beginbfrange
        <0000> <005E> <0020>
        <005F> <0061> [<00660066> <00660069> <00660066006C>]
        endbfrange
        1 beginbfchar
        <3A51> <D840DC3E>
        endbfchar
        endcmap
        CMapName currentdict /CMap defineresource pop
        end
        end
        """;

    [Theory]
    [InlineData("0000", " ")]
    [InlineData("0021", "A")]
    [InlineData("005E", "~")]
    [InlineData("005F", "ff")]
    [InlineData("0060", "fi")]
    [InlineData("0061", "ffl")]
    [InlineData("3A51", "\U0002003E")]
    [InlineData("0062", "\uFFFD")]
    public void The_example_of_the_specification_is_read(string code, string text) =>
        Assert.Equal(text, FontWith(SpecificationExample).ReadHex(code));

    [Theory]
    [InlineData("1 beginbfchar <41> <4E00> endbfchar", "4E00 for a two-byte code written with one", "一")]
    [InlineData("1 beginbfchar <041> <4E00> endbfchar", "odd number of digits in the code", "一")]
    [InlineData("1 beginbfchar <0041> <58> endbfchar", "one byte for the text", "X")]
    [InlineData("1 beginbfchar <0041> /Xi endbfchar", "a glyph name for the text", "Ξ")]
    [InlineData("1 beginbfchar <00 41> < 4E 00 >", "white space in the digits, section not closed", "一")]
    [InlineData("1 beginbfchar <0041> <4E00> <0042> endbfchar 1 beginbfrange <0050> <0050> <4E01> endbfrange", "tuple cut short", "一")]
    [InlineData("1 beginbfchar <0041> <4E00> 1 beginbfchar <0050> <4E01>", "sections not closed", "一")]
    [InlineData("1 beginbfrange <0041> <FFFFFFFF> <4E00> endbfrange", "range far too wide", "一")]
    [InlineData("1 beginbfrange <0000> <FFFF> <0000> <0041> <0041> <4E00> endbfrange", "overlapped by a later range", "一")]
    [InlineData("1 beginbfrange <0041> <0042> [<4E00>] endbfrange", "array too short", "一")]
    [InlineData("1 beginbfrange <0041> <0041> [<4E00> <4E01>] <0050> <0050> <4E01> endbfrange", "array too long", "一")]
    public void Careless_maps_are_read(string section, string what, string text) =>
        Assert.True(FontWith(section).ReadHex("0041") == text, what);

    [Theory]
    [InlineData("1 beginbfchar <0041> <> endbfchar")]
    [InlineData("1 beginbfchar <0041> <0000> endbfchar")]
    [InlineData("1 beginbfchar <0041> <FFFD> endbfchar")]
    [InlineData("1 beginbfchar <0041> <FFFF> endbfchar")]
    [InlineData("1 beginbfchar <0041> <D840> endbfchar")]
    [InlineData("1 beginbfchar <0041> <0001> endbfchar")]
    [InlineData("1 beginbfchar <0041> <0092> endbfchar")]
    [InlineData("1 beginbfrange <0040> <0041> <> endbfrange")]
    [InlineData("1 beginbfrange <0000> <0041> <> endbfrange")]
    [InlineData("1 beginbfrange <0042> <0040> <4E00> endbfrange")]
    [InlineData("1 beginbfrange <0040> <0042> <0010FFFF> endbfrange")]
    [InlineData("")]
    public void Entries_that_say_nothing_leave_the_code_to_the_next_source(string section)
    {
        Font font = new FontObjects().WithStream(1, section).Font(
            "<< /Type /Font /Subtype /TrueType /Encoding /WinAnsiEncoding /ToUnicode 1 0 R >>");
        Assert.Equal("A", font.Read("A"u8));
        Assert.Equal("\uFFFD", FontWith(section).ReadHex("0041"));
    }

    [Fact]
    public void Ranges_count_up_the_last_character_also_beyond_the_basic_plane()
    {
        Font font = FontWith("2 beginbfrange <0001> <0003> <D840DC00> <0010> <0012> <00660069> endbfrange");
        Assert.Equal("\U00020000\U00020002", font.ReadHex("00010003"));
        Assert.Equal("fifk", font.ReadHex("00100012"));
    }

    [Fact]
    public void The_name_of_an_identity_map_says_that_codes_are_Unicode() =>
        Assert.Equal("部门", new FontObjects().Font(
            "<< /Subtype /Type0 /Encoding /Identity-H /ToUnicode /Identity-H /DescendantFonts [<< /Subtype /CIDFontType2 >>] >>")
            .ReadHex("90E895E8"));

    [Fact]
    public void The_map_is_decoded_once()
    {
        var objects = new FontObjects().WithStream(1, SpecificationExample);
        Font font = objects.Font("<< /Subtype /Type0 /Encoding /Identity-H /ToUnicode 1 0 R /DescendantFonts [<<>>] >>");
        Assert.Equal(0, objects.Decoded);
        font.ReadHex("002100220023");
        Assert.Equal(1, objects.Decoded);
    }

    private static Font FontWith(string map) => new FontObjects().WithStream(1, map).Font(
        "<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode 1 0 R /DescendantFonts [<< /Subtype /CIDFontType2 >>] >>");
}
