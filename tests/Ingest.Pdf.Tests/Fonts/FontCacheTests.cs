using Ingest.Contract.Text;
using Ingest.Pdf.Fonts;
using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Tests.Fonts;

public class FontCacheTests
{
    [Fact]
    public void One_font_is_made_of_one_dictionary()
    {
        FontObjects objects = new FontObjects().With(1, "<< /Subtype /Type1 >>").With(2, "1 0 R");
        var cache = new FontCache(objects);
        Font font = cache.Get(new PdfReference(1, 0));
        Assert.Same(font, cache.Get(new PdfReference(1, 0)));
        Assert.Same(font, cache.Get(objects.Resolve(new PdfReference(1, 0))));
        Assert.Same(font, cache.Get(new PdfReference(2, 0)));
    }

    [Fact]
    public void Fonts_that_take_too_much_room_are_forgotten_and_made_anew()
    {
        FontObjects objects = new FontObjects().With(1, "<< /Subtype /Type1 >>");
        var cache = new FontCache(objects);
        Font first = cache.Get(new PdfReference(1, 0));
        int before = cache.Tidy();
        Assert.Same(first, cache.Get(new PdfReference(1, 0)));

        objects.Budget.AddFont(200L << 20);

        Assert.NotEqual(before, cache.Tidy());
        Assert.NotSame(first, cache.Get(new PdfReference(1, 0)));
        Assert.Equal(cache.Tidy(), cache.Tidy());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("99 0 R")]
    [InlineData("(text)")]
    [InlineData("[1 2]")]
    public void What_is_no_font_is_reported_and_reads_as_Latin(string value)
    {
        var objects = new FontObjects();
        Assert.Equal("12.50", objects.Font(value).Read("12.50"u8));
        Assert.Equal("font-missing", Assert.Single(objects.Diagnostics).Code);
    }

    [Theory]
    [InlineData("<< /Subtype /Type0 /Encoding /Identity-H >>", "no descendant font")]
    [InlineData("<< /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [(x)] >>", "no descendant font")]
    [InlineData("<< /Subtype /Type0 /Encoding /Founder-H /DescendantFonts [<<>>] >>", "unknown encoding Founder-H")]
    [InlineData("<< /Subtype /Type0 /DescendantFonts [<<>>] >>", "unknown encoding (none)")]
    [InlineData("<< /Subtype /Type0 /BaseFont /#CB#CE#CC#E5#0A /Encoding /Identity-H >>", "the font ????? has no descendant font")]
    [InlineData("<< /Subtype /CIDFontType2 /BaseFont /SimSun >>", "the CID font SimSun")]
    public void Damaged_fonts_are_reported_and_still_read_codes(string font, string reason)
    {
        var objects = new FontObjects();
        Assert.Equal("\uFFFD\uFFFD", objects.Font(font).ReadHex("00010002"));
        Diagnostic diagnostic = Assert.Single(objects.Diagnostics);
        Assert.Equal("font-damaged", diagnostic.Code);
        Assert.Contains(reason, diagnostic.Message.English, StringComparison.Ordinal);
    }

    // With the collection of the font the codes would read as something, but hardly as what is shown.
    [Fact]
    public void Codes_of_an_unknown_encoding_are_not_taken_for_CIDs()
    {
        Font font = new FontObjects().WithStream(1, "1 beginbfchar <0012> <4E00> endbfchar").Font("""
            << /Subtype /Type0 /Encoding /Founder-V /ToUnicode 1 0 R /DescendantFonts [<< /W [17 [480]]
               /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) >> >>] >>
            """);
        Assert.Equal("\uFFFD一", font.ReadHex("00110012"));
        Assert.Equal(480, font.GetGlyph(17).Width);
        Assert.True(font.IsVertical);
    }

    [Fact]
    public void A_font_cancelled_on_first_use_reads_the_next_time()
    {
        var objects = new FontObjects().WithStream(1, FontFiles.Sfnt(("post", FontFiles.PostNames(".notdef", "one"))));
        Font font = objects.Font(
            "<< /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< /FontDescriptor << /FontFile2 1 0 R >> >>] >>");
        objects.CancelNextDecoding = true;
        Assert.Throws<OperationCanceledException>(() => font.ReadHex("0001"));
        Assert.Equal("1", font.ReadHex("0001"));
    }

    [Fact]
    public void A_missing_subtype_is_told_from_the_other_entries()
    {
        Assert.Equal(2, new FontObjects().Font("<< /Encoding /Identity-H /DescendantFonts [<<>>] >>").ReadCode([0, 1], out _));
        Assert.Equal(0.5f, new FontObjects().Font("<< /CharProcs <<>> /FontMatrix [0.5 0 0 0.5 0 0] >>").GlyphMatrix.M11);
        Assert.Equal("A", new FontObjects().Font("<<>>").Read("A"u8));
    }
}
