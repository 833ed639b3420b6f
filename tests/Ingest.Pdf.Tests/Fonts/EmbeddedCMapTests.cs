using Ingest.Pdf.Fonts;

namespace Ingest.Pdf.Tests.Fonts;

public class EmbeddedCMapTests
{
    private const string Gb1 = "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) >> /W [17 [480] 18 [490]]";

    // CIDs 940 and on are 啊 阿 埃 …; 1 and on are ASCII; see CharacterCollectionTests.
    private const string Map = """
        /WMode 1 def
        2 begincodespacerange <00> <80> <8140> <FEFE> endcodespacerange
        1 begincidrange <30> <39> 17 endcidrange
        2 begincidchar <8140> 940 <8150> 942 endcidchar
        1 beginnotdefrange <00> <1F> 1 endnotdefrange
        """;

    [Fact]
    public void Codes_become_CIDs_and_those_text_and_widths()
    {
        Font font = FontWith(Map);
        Assert.Equal("1啊埃\uFFFD", font.ReadHex("31814081508151"));
        Assert.Equal(490, font.GetGlyph('1').Width);
        Assert.True(font.IsVertical);
        Assert.Equal(" ", font.ReadHex("05"));
    }

    [Fact]
    public void The_dictionary_decides_the_writing_mode() =>
        Assert.False(FontWith(Map, "<< /WMode 0 >>").IsVertical);

    [Theory]
    [InlineData("/GBK-EUC-H usecmap 1 begincidchar <B2BF> 940 endcidchar", "<<>>")]
    [InlineData("1 begincidchar <B2BF> 940 endcidchar", "<< /UseCMap /GBK-EUC-H >>")]
    [InlineData("1 begincidchar <B2BF> 940 endcidchar", "<< /UseCMap 3 0 R >>")]
    public void What_a_used_CMap_says_holds_where_it_is_not_redefined(string map, string dictionary)
    {
        Font font = new FontObjects()
            .WithStream(2, map, dictionary)
            .WithStream(3, "/GBK-EUC-H usecmap")
            .Font($"<< /Subtype /Type0 /Encoding 2 0 R /DescendantFonts [<< {Gb1} >>] >>");
        Assert.Equal("啊门1", font.ReadHex("B2BFC3C531"));
    }

    [Fact]
    public void CMaps_that_use_themselves_come_to_an_end()
    {
        Font font = new FontObjects()
            .WithStream(2, Map, "<< /UseCMap 3 0 R >>")
            .WithStream(3, Map, "<< /UseCMap 2 0 R >>")
            .Font($"<< /Subtype /Type0 /Encoding 2 0 R /DescendantFonts [<< {Gb1} >>] >>");
        Assert.Equal("啊", font.ReadHex("8140"));
    }

    [Fact]
    public void Without_code_spaces_the_source_codes_tell_the_length()
    {
        Font font = FontWith("1 begincidrange <41> <42> 940 endcidrange");
        Assert.Equal("啊阿", font.ReadHex("4142"));
    }

    [Fact]
    public void Hostile_ranges_are_not_laid_out()
    {
        Font font = FontWith("1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange 2 begincidrange <00000000> <FFFFFFFF> 940 <00000005> <FFFFFFFF> 1 endcidrange");
        Assert.Equal("啊", font.ReadHex("00000000"));
        Assert.Equal(" ", font.ReadHex("00000005"));
        Assert.Equal("\uFFFD", font.ReadHex("FFFFFFFF"));
    }

    private static Font FontWith(string map, string dictionary = "<<>>") => new FontObjects()
        .WithStream(2, map, dictionary)
        .Font($"<< /Subtype /Type0 /Encoding 2 0 R /DescendantFonts [<< {Gb1} >>] >>");
}
