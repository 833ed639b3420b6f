using System.Text;
using Ingest.Pdf.Fonts;

namespace Ingest.Pdf.Tests.Fonts;

/// <summary>Fonts without ToUnicode and without a font program: the codes say it all.</summary>
public class PredefinedCMapTests
{
    [Theory]
    [InlineData("GBK-EUC-H", "B2BFC3C531322E35", "部门12.5")]
    [InlineData("GBK-EUC-V", "B2BFC3C5", "部门")]
    [InlineData("GBKp-EUC-H", "81408141FE50A2AB", "丂丄⺁\uFFFD")]
    [InlineData("GBK-EUC-H", "A6D9AAA1", "，!")]
    [InlineData("GBK-EUC-H", "A3A8A2F7A1AA", "（Ⅶ—")]
    [InlineData("GBK2K-H", "B2BF8139EE39", "部㐀")]
    [InlineData("GB-EUC-H", "B2BFC3C541", "部门A")]
    [InlineData("GBpc-EUC-H", "B2BFFDC3C5FE", "部©门™")]
    [InlineData("UniGB-UCS2-H", "90E895E80041", "部门A")]
    [InlineData("UniGB-UCS2-V", "90E895E8", "部门")]
    [InlineData("UniGB-UTF16-H", "90E8D840DC0095E8", "部\U00020000门")]
    [InlineData("UniGB-UTF8-H", "E983A8E997A841", "部门A")]
    [InlineData("UniGB-UTF32-H", "000090E800020000", "部\U00020000")]
    [InlineData("UniCNS-UTF16-H", "90E89580", "部門")]
    [InlineData("UniJIS-UTF16-H", "90E89580", "部門")]
    [InlineData("UniJIS-UCS2-HW-H", "90E80041", "部A")]
    [InlineData("UniKS-UCS2-H", "BD80", "부")]
    [InlineData("ETen-B5-H", "B3A1AAF9", "部門")]
    [InlineData("90ms-RKSJ-H", "9594B1", "部ｱ")]
    [InlineData("EUC-H", "C9F48EB1", "部ｱ")]
    [InlineData("KSCms-UHC-H", "BACE", "부")]
    [InlineData("H", "34413B7A2122", "漢字、")]
    [InlineData("V", "34413B7A", "漢字")]
    [InlineData("78-H", "3441", "漢")]
    [InlineData("Ext-RKSJ-H", "8ABF", "漢")]
    [InlineData("90pv-RKSJ-H", "8ABFEB41EC9FED95", "漢、ぁヵ")]
    [InlineData("CNS-EUC-H", "C4A18EA2A1A141", "一乂A")]
    [InlineData("CNS1-H", "4421", "一")]
    [InlineData("CNS2-V", "2121", "乂")]
    [InlineData("HKgccs-B5-H", "B3A1", "部")]
    [InlineData("B5-H", "B3A1AAF941", "部門A")]
    [InlineData("RKSJ-V", "9594B1", "部ｱ")]
    [InlineData("GB-H", "323F4345", "部门")]
    [InlineData("KSC-H", "3A4E", "부")]
    [InlineData("KSC-Johab-H", "A68141", "부A")]
    // One byte for a character: kana where ASCII has its letters, and signs of word processors.
    [InlineData("Roman", "413132", "A12")]
    [InlineData("Katakana", "3132", "ｱｲ")]
    [InlineData("Hiragana", "3132", "あい")]
    [InlineData("Hankaku", "41B191", "Aｱあ")]
    [InlineData("WP-Symbol", "32", "（")]
    [InlineData("UniJISPro-UCS2-V", "90E8", "部")]
    public void Codes_are_read_by_what_they_mean(string cmap, string codes, string text) =>
        Assert.Equal(text, FontWith(cmap).ReadHex(codes));

    [Fact]
    public void Codes_that_mean_something_are_not_Unicode_because_ToUnicode_is_named_Identity()
    {
        Font font = new FontObjects().Font("<< /Subtype /Type0 /Encoding /GBK-EUC-H /ToUnicode /Identity-H /DescendantFonts [<<>>] >>");

        Assert.Equal("部门1", font.ReadHex("B2BFC3C531"));
    }

    [Theory]
    [InlineData("GBK-EUC-H", "41", 1)]
    [InlineData("GBK-EUC-H", "B2BF", 2)]
    [InlineData("GBK-EUC-H", "B220", 2)]
    [InlineData("GBK-EUC-H", "B2", 1)]
    [InlineData("GBK-EUC-H", "FF41", 1)]
    [InlineData("GBK2K-H", "8139EE39", 4)]
    [InlineData("GBK2K-H", "8140EE39", 2)]
    [InlineData("GBpc-EUC-H", "FD41", 1)]
    [InlineData("UniGB-UTF16-H", "D840DC00", 4)]
    [InlineData("UniGB-UTF8-H", "E983A8", 3)]
    [InlineData("90ms-RKSJ-H", "B141", 1)]
    public void Codes_are_as_long_as_the_code_space_says(string cmap, string codes, int length) =>
        Assert.Equal(length, FontWith(cmap).ReadCode(Convert.FromHexString(codes), out _));

    [Theory]
    [InlineData("UniGB-UCS2-H", "004142", "A\uFFFD")]
    [InlineData("GBK-EUC-H", "41B2", "A\uFFFD")]
    [InlineData("GBK2K-H", "418139EE", "A\uFFFD")]
    public void A_code_cut_off_by_the_end_is_no_character(string cmap, string codes, string text) =>
        Assert.Equal(text, FontWith(cmap).ReadHex(codes));

    [Theory]
    [InlineData("GBK-EUC-H", false)]
    [InlineData("GBK-EUC-V", true)]
    [InlineData("Identity-H", false)]
    [InlineData("Identity-V", true)]
    public void The_V_form_writes_downwards(string cmap, bool isVertical) =>
        Assert.Equal(isVertical, FontWith(cmap).IsVertical);

    [Fact]
    public void Half_width_digits_of_GBK_have_the_widths_of_their_own_CIDs()
    {
        Font font = FontWith("GBK-EUC-H", "/W [814 907 500 7716 [250]]");
        font.ReadCode("5"u8, out int digit);
        font.ReadCode(" "u8, out int space);
        font.ReadCode([0xB2, 0xBF], out int hanzi);
        Assert.Equal(500, font.GetGlyph(digit).Advance);
        Assert.Equal(250, font.GetGlyph(space).Advance);
        Assert.Equal(1000, font.GetGlyph(hanzi).Advance);
    }

    [Fact]
    public void Proportional_digits_have_the_widths_of_CIDs_from_1()
    {
        // CID 17 is the digit 0 of Adobe-GB1; CID 4559 is 中 (GB 2312 row 54, cell 48).
        Font font = FontWith("GBKp-EUC-H", "/W [17 [480] 4559 [900]]");
        Assert.Equal(480, font.GetGlyph('0').Advance);
        Assert.Equal(900, font.GetGlyph(0xD6D0).Advance);
    }

    [Fact]
    public void Only_the_single_byte_32_takes_word_spacing()
    {
        Assert.True(FontWith("GBK-EUC-H").GetGlyph(' ').IsSpace);
        Assert.False(FontWith("Identity-H").GetGlyph(' ').IsSpace);
        Assert.False(FontWith("UniGB-UCS2-H").GetGlyph(' ').IsSpace);
    }

    [Fact]
    public void All_of_GB_2312_reads_as_code_page_936()
    {
        Font font = FontWith("GBK-EUC-H");
        Encoding gb2312 = CodePagesEncodingProvider.Instance.GetEncoding(936)!;
        for (byte row = 0xB0; row <= 0xF7; row++)
        {
            for (byte cell = 0xA1; cell <= (row == 0xD7 ? 0xF9 : 0xFE); cell++)
                Assert.Equal(gb2312.GetString([row, cell]), font.Read([row, cell]));
        }
    }

    private static Font FontWith(string cmap, string widths = "") => new FontObjects().Font(
        $"<< /Subtype /Type0 /BaseFont /STSong-Light /Encoding /{cmap} /DescendantFonts [<< /Subtype /CIDFontType0 {widths} >>] >>");
}
