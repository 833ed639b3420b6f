using System.Text;
using Ingest.Pdf.Fonts;
using Ingest.Pdf.Fonts.Collections;

namespace Ingest.Pdf.Tests.Fonts;

public class CharacterCollectionTests
{
    // Beginnings, ends and odd places of the ranges in Adobe's own CID tables.
    [Theory]
    [InlineData("GB1", 1, " ")]
    [InlineData("GB1", 17, "0")]
    [InlineData("GB1", 95, "~")]
    [InlineData("GB1", 96, "\u3000")]
    [InlineData("GB1", 240, "㈠")]
    [InlineData("GB1", 814, "!")]
    [InlineData("GB1", 907, "~")]
    [InlineData("GB1", 940, "啊")]
    [InlineData("GB1", 4559, "中")]
    [InlineData("GB1", 4694, "座")]
    [InlineData("GB1", 4695, "亍")]
    [InlineData("GB1", 7702, "齄")]
    [InlineData("GB1", 7716, " ")]
    [InlineData("GB1", 7717, "皚")]
    [InlineData("GB1", 9896, "硃")]
    [InlineData("GB1", 10072, "丂")]
    [InlineData("GB1", 15513, "狜")]
    [InlineData("GB1", 22127, " ")]
    [InlineData("GB1", 22353, "€")]
    [InlineData("GB1", 22428, "⺀")]
    [InlineData("GB1", 22529, "㐀")]
    [InlineData("GB1", 29058, "䶵")]
    [InlineData("GB1", 30283, "\uA4C6")]
    [InlineData("CNS1", 595, "一")]
    [InlineData("CNS1", 13648, " ")]
    [InlineData("Japan1", 843, "あ")]
    [InlineData("Japan1", 1125, "亜")]
    [InlineData("Japan1", 4090, "弌")]
    [InlineData("Japan1", 7477, "瑤")]
    // Vertical forms, and what supplements have added.
    [InlineData("Japan1", 7891, "ー")]
    [InlineData("Japan1", 13706, "\U00020BB7")]
    [InlineData("Japan1", 16779, "佈")]
    [InlineData("CNS1", 14100, "︑")]
    [InlineData("CNS1", 17000, "鍢")]
    [InlineData("Korea1", 8197, "『")]
    [InlineData("Korea1", 1086, "가")]
    [InlineData("Korea1", 3436, "伽")]
    [InlineData("Korea1", 9333, "갂")]
    public void CIDs_stand_for_what_Adobe_defined(string ordering, int cid, string text) =>
        Assert.Equal(text, CharacterCollection.Find("Adobe", ordering)!.TextOf(cid));

    [Theory]
    [InlineData(0)]
    [InlineData(30284)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void Other_CIDs_stand_for_nothing(int cid) =>
        Assert.Null(CharacterCollection.Find("Adobe", "GB1")!.TextOf(cid));

    [Theory]
    [InlineData("Adobe", "Identity")]
    [InlineData("Adobe", "")]
    [InlineData("Founder", "GB1")]
    public void Other_collections_are_not_known(string registry, string ordering) =>
        Assert.Null(CharacterCollection.Find(registry, ordering));

    [Fact]
    public void Every_character_of_GBK_has_one_plain_CID_that_leads_back_to_it()
    {
        CharacterCollection collection = CharacterCollection.Find("Adobe", "GB1")!;
        Encoding gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;
        var seen = new HashSet<int>();
        for (int ideograph = 0x4E00; ideograph <= 0x9FA5; ideograph++)
        {
            string text = ((char)ideograph).ToString();
            Assert.Equal(2, gbk.GetByteCount(text));
            Assert.True(collection.TryGetCid(text, out int cid), text);
            Assert.Equal(text, collection.TextOf(cid));
            Assert.True(seen.Add(cid), text);
        }
    }

    [Fact]
    public void A_font_of_the_collection_reads_without_ToUnicode_and_without_a_program()
    {
        Font font = new FontObjects().Font("""
            << /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< /Subtype /CIDFontType0
               /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>] >>
            """);
        Assert.Equal("中", font.Read([4559 >> 8, 4559 & 0xFF]));
    }
}
