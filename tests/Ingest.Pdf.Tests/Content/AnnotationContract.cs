using Ingest.Contract.Pages;

namespace Ingest.Pdf.Tests.Content;

public abstract class AnnotationContract(IPdfReader reader) : ContentContract(reader)
{
    private const string Appearance = "/Type /XObject /Subtype /Form /BBox [0 0 100 50] /Resources << /Font << /F1 3 0 R >> >>";

    private const string Shown = "BT /F1 10 Tf 10 20 Td (N) Tj ET";

    [Theory]
    [InlineData("/Subtype /FreeText /AP << /N 20 0 R >>", true)]
    [InlineData("/Subtype /Stamp /F 4 /AP << /N 20 0 R >>", true)]
    [InlineData("/Subtype /Widget /AS /On /AP << /N << /On 20 0 R /Off 21 0 R >> >>", true)]
    [InlineData("/Subtype /Widget /AS /Off /AP << /N << /On 20 0 R /Off 21 0 R >> >>", false)]
    [InlineData("/Subtype /Widget /AP << /N << /On 20 0 R >> >>", false)]
    [InlineData("/Subtype /FreeText /F 2 /AP << /N 20 0 R >>", false)]
    [InlineData("/Subtype /FreeText /F 32 /AP << /N 20 0 R >>", false)]
    [InlineData("/Subtype /Popup /AP << /N 20 0 R >>", false)]
    [InlineData("/Subtype /Link", false)]
    [InlineData("/Subtype /FreeText /OC 30 0 R /AP << /N 20 0 R >>", false)]
    public void Appearances_that_viewers_paint_are_read(string annotation, bool shown)
    {
        Page page = Annotated($"{annotation} /Rect [200 300 300 350]", Appearance);

        Assert.Equal(shown ? "textN" : "text", page.VisibleText());
    }

    [Theory]
    // Box 100 by 50 into a rectangle of 200 by 100 at (200, 300): twice as large.
    [InlineData("", "[200 300 400 400]", 220, 340, 20, 0)]
    [InlineData("", "[400 400 200 300]", 220, 340, 20, 0)]
    // Turned by 90°: the box is 50 by 100, from (−50, 0); (10, 20) is at (−20, 10) in it.
    [InlineData("/Matrix [0 1 -1 0 0 0]", "[200 300 250 400]", 230, 310, 10, 90)]
    [InlineData("/Matrix [1 0 0 1 500 500]", "[200 300 300 350]", 210, 320, 10, 0)]
    public void The_appearance_is_fitted_into_the_rectangle(string matrix, string rectangle, float x, float y, float size, float angle)
    {
        Letter letter = Annotated($"/Subtype /Stamp /Rect {rectangle} /AP << /N 20 0 R >>", $"{Appearance} {matrix}").Letters[^1];

        Assert.Equal(("N", x, y, size, angle), (letter.Text, letter.X, letter.Y, letter.Size, letter.Angle));
    }

    [Fact]
    public void A_highlight_that_multiplies_does_not_cover_the_text()
    {
        Page page = Annotated(
            "/Subtype /Highlight /Rect [90 690 200 720] /AP << /N 20 0 R >>",
            "/Type /XObject /Subtype /Form /BBox [0 0 100 50] /Group << /S /Transparency >> /Resources << /ExtGState << /G << /BM /Multiply >> >> >>",
            "/G gs 1 1 0 rg 0 0 100 50 re f");

        Assert.Equal("text", page.VisibleText());
    }

    private Page Annotated(string annotation, string appearance, string content = Shown)
    {
        var page = new ContentPage(Reader)
        {
            Catalog = "/OCProperties << /OCGs [30 0 R] /D << /OFF [30 0 R] >> >>",
            Entries = "/MediaBox [0 0 600 800] /Annots [null 22 0 R]",
        };
        page.With(30, "<< /Type /OCG >>").With(22, $"<< /Type /Annot {annotation} >>")
            .WithStream(20, appearance, content).WithStream(21, appearance, "");
        return page.Paint("5 0 0 5 0 0 cm 0.2 0 0 0.2 0 0 cm BT /F1 10 Tf 100 700 Td (text) Tj ET q q 7 0 0 7 0 0 cm 3 Tr 0 0 1 1 re W n /P BMC");
    }
}
