using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;

namespace Ingest.Pdf.Tests.Content;

public abstract class ImageContract(IPdfReader reader) : ContentContract(reader)
{
    private const string Photo = "/Type /XObject /Subtype /Image /Width 100 /Height 100 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode";

    private const string Letter = "BT /F1 10 Tf 100 700 Td (A) Tj ET";

    [Theory]
    [InlineData("q 600 0 0 800 0 0 cm /I Do Q", true)]
    [InlineData("q 600 0 0 400 0 400 cm /I Do Q q 600 0 0 390 0 0 cm /I Do Q", true)]
    // The recognised text of a scan lies invisibly below or above the picture.
    [InlineData("q 600 0 0 800 0 0 cm /I Do Q BT 3 Tr /F1 10 Tf 100 700 Td (A) Tj ET", true)]
    [InlineData(Letter + " q 600 0 0 800 0 0 cm /I Do Q", true)]
    [InlineData("q 600 0 0 800 0 0 cm /I Do Q BT /F1 10 Tf 100 700 Td ( ) Tj ET", true)]
    [InlineData("q 600 0 0 800 0 0 cm /I Do Q " + Letter, false)]
    [InlineData("q 200 0 0 200 0 0 cm /I Do Q", false)]
    // Most of the picture is off the page.
    [InlineData("q 600 0 0 800 0 -700 cm /I Do Q", false)]
    [InlineData("", false)]
    public void A_scan_is_reported_as_an_image(string content, bool imageOnly)
    {
        var page = new ContentPage(Reader) { Resources = "/XObject << /I 20 0 R >>" };
        page.WithStream(20, Photo, "");

        Page read = page.Paint(content);

        Assert.Equal(imageOnly, read.ImageOnly);
        Assert.Equal(imageOnly ? ["image-only"] : [], read.Codes());
    }

    [Fact]
    public void Images_are_boxed_where_they_are_painted()
    {
        var page = new ContentPage(Reader) { Resources = "/XObject << /I 20 0 R >>" };
        page.WithStream(20, Photo, "");

        Page read = page.Paint("q 0 100 -50 0 300 200 cm /I Do Q q 50 0 0 50 580 0 cm /I Do Q q 50 0 0 50 700 0 cm /I Do Q");

        Assert.Equal([new Box(250, 200, 300, 300), new Box(580, 0, 600, 50)], read.Images.ToArray());
    }

    [Fact]
    public void Shapes_with_curves_are_boxed_where_they_are_painted()
    {
        Page read = Read("100 100 m 100 120 110 120 110 100 c f 200 100 m 200 110 220 110 220 100 c S 300 100 20 10 re f 400 100 m 410 110 l S " + Letter);

        Assert.Equal([new Box(100, 100, 110, 120), new Box(200, 100, 220, 110)], read.Shapes.ToArray());
    }

    [Fact]
    public void Text_turned_into_outlines_is_not_an_empty_page()
    {
        string glyphs = string.Concat(Enumerable.Range(0, 200).Select(i => $"{i} 100 m {i} 110 {i + 5} 110 {i + 5} 100 c f "));

        Assert.Equal(["outlines-only"], Read(glyphs).Codes());
        Assert.Empty(Read(glyphs + Letter).Diagnostics);
    }

    [Theory]
    // 3 by 2 grey pixels of 8 bits: six bytes, one of which looks like an end.
    [InlineData("BI /W 3 /H 2 /CS /G /BPC 8 ID \u0001 EI \u0003 EI ")]
    [InlineData("BI /Width 3 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 ID (((((( EI ")]
    [InlineData("BI /W 16 /H 2 /IM true /D [1 0] ID <<\u0000] EI ")]
    [InlineData("BI /W 2 /H 1 /CS /RGB /BPC 8 ID BT BT \nEI\n")]
    // Filtered data has no known length.
    [InlineData("BI /W 9 /H 9 /CS /G /BPC 8 /F /AHx ID 00 EI 00> EI ")]
    [InlineData("BI /W 9 /H 9 /CS /G /BPC 8 /F [/Fl] ID x\u009c\u0002\u0000 EI \u0080\u0001\u0002( EI\n")]
    // A length that lies.
    [InlineData("BI /W 1000 /H 1000 /CS /G /BPC 8 ID abc EI ")]
    public void Inline_images_are_passed_over_to_their_end(string image)
    {
        Page page = Read($"q 10 0 0 10 0 0 cm {image}Q {Letter}");

        Letter letter = Assert.Single(page.Letters);
        Assert.Equal(("A", 100f), (letter.Text, letter.X));
        Assert.Equal(new Box(0, 0, 10, 10), Assert.Single(page.Images));
    }

    [Fact]
    public void An_inline_image_without_end_ends_with_the_content()
    {
        Assert.Equal("A", Read(Letter + " BI /W 10 /H 10 /F /Fl ID \u0001\u0002\u0003(((").VisibleText());
    }
}
