using Ingest.Pdf.Fonts;

namespace Ingest.Pdf.Tests.Fonts;

public class WidthTests
{
    // ISO 32000-1, 9.7.4.3, the example for W: 120 [400 325 500] 7080 8032 1000, DW left at its default.
    [Theory]
    [InlineData(119, 1000)]
    [InlineData(120, 400)]
    [InlineData(121, 325)]
    [InlineData(122, 500)]
    [InlineData(123, 1000)]
    [InlineData(7080, 700)]
    [InlineData(8032, 700)]
    [InlineData(8033, 1000)]
    public void Both_forms_of_W_are_read(int cid, float width) =>
        Assert.Equal(width, CidFont("/W [120 [400 325 500] 7080 8032 700]").GetGlyph(cid).Advance);

    [Theory]
    [InlineData("/DW 600", 600)]
    [InlineData("/DW (x)", 1000)]
    [InlineData("/DW 600 /W [1 9]", 600)]
    [InlineData("/DW 600 /W [7 (x) 7 [250]]", 250)]
    [InlineData("/DW 600 /W [7 [250] 7 [300]]", 300)]
    [InlineData("/DW 600 /W [0 99999999999 250]", 250)]
    [InlineData("/DW 600 /W [9 7 250]", 600)]
    [InlineData("/DW 600 /W [-3 [1] 7 7 250]", 250)]
    [InlineData("/DW 600 /W 7", 600)]
    [InlineData("/DW 600 /W [7 [99999999999]]", 1_000_000)]
    public void Damaged_widths_leave_what_can_be_read(string entries, float width) =>
        Assert.Equal(width, CidFont(entries).GetGlyph(7).Advance);

    [Fact]
    public void Widths_may_be_references() =>
        Assert.Equal(250, new FontObjects().With(1, "[7 2 0 R]").With(2, "[3 0 R]").With(3, "250").Font(
            "<< /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< /W 1 0 R >>] >>").GetGlyph(7).Advance);

    [Fact]
    public void Vertical_metrics_default_to_the_middle_of_the_glyph()
    {
        FontGlyph glyph = VerticalFont("/W [7 [600]]").GetGlyph(7);
        Assert.Equal((-1000, 300, 880, 600), (glyph.Advance, glyph.OriginX, glyph.OriginY, glyph.Width));
    }

    // ISO 32000-1, 9.7.4.3, the example for W2: 120 [−1000 250 772] 7080 8032 −500 900 800 (here by analogy).
    [Theory]
    [InlineData(120, -1000, 250, 772)]
    [InlineData(121, -900, 240, 760)]
    [InlineData(7090, -500, 450, 800)]
    [InlineData(1, -800, 500, 700)]
    public void Both_forms_of_W2_and_DW2_are_read(int cid, float advance, float originX, float originY)
    {
        FontGlyph glyph = VerticalFont("/DW2 [700 -800] /W2 [120 [-1000 250 772 -900 240 760] 7080 8032 -500 450 800]").GetGlyph(cid);
        Assert.Equal((advance, originX, originY), (glyph.Advance, glyph.OriginX, glyph.OriginY));
    }

    [Theory]
    [InlineData('A', 700)]
    [InlineData('B', 300)]
    [InlineData('C', 300)]
    [InlineData('@', 300)]
    [InlineData(0, 300)]
    public void Simple_fonts_take_MissingWidth_where_Widths_has_nothing(int code, float width) =>
        Assert.Equal(width, new FontObjects().Font(
            "<< /Subtype /TrueType /FirstChar 65 /Widths [700 /x] /FontDescriptor << /MissingWidth 300 >> >>").GetGlyph(code).Advance);

    // Adobe's Core 14 metrics.
    [Theory]
    [InlineData("Helvetica", '1', 556)]
    [InlineData("Helvetica-Bold", 'A', 722)]
    [InlineData("Helvetica-Oblique", 'i', 222)]
    [InlineData("Times-Roman", '1', 500)]
    [InlineData("Times-BoldItalic", 'A', 667)]
    [InlineData("Times-Italic", 'W', 833)]
    [InlineData("Courier-Bold", 'i', 600)]
    [InlineData("Symbol", 'a', 631)]
    [InlineData("ZapfDingbats", '3', 755)]
    [InlineData("ArialMT", '1', 556)]
    [InlineData("ABCDEF+TimesNewRomanPS-BoldMT", 'A', 722)]
    public void Fonts_without_widths_have_those_of_the_standard_fonts(string baseFont, char code, float width) =>
        Assert.Equal(width, new FontObjects().Font($"<< /Subtype /Type1 /BaseFont /{baseFont} >>").GetGlyph(code).Advance);

    [Theory]
    [InlineData("/Ascent 859 /Descent -141", 859, -141)]
    [InlineData("/Ascent 859 /Descent 141", 859, -141)]
    [InlineData("/Ascent 0 /Descent 0", 880, -120)]
    [InlineData("/Ascent 32767 /Descent -32768", 880, -120)]
    [InlineData("", 880, -120)]
    public void Ascent_and_descent_no_font_can_have_are_replaced(string entries, float ascent, float descent)
    {
        Font simple = new FontObjects().Font($"<< /Subtype /TrueType /FontDescriptor << {entries} >> >>");
        Font composite = CidFont($"/FontDescriptor << {entries} >>");
        Assert.Equal((ascent, descent), (simple.Ascent, simple.Descent));
        Assert.Equal((ascent, descent), (composite.Ascent, composite.Descent));
    }

    private static Font CidFont(string entries) => new FontObjects().Font(
        $"<< /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< /Subtype /CIDFontType2 {entries} >>] >>");

    private static Font VerticalFont(string entries) => new FontObjects().Font(
        $"<< /Subtype /Type0 /Encoding /Identity-V /DescendantFonts [<< /Subtype /CIDFontType2 {entries} >>] >>");
}
