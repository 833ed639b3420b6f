using Ingest.Contract.Pages;

namespace Ingest.Pdf.Tests.Content;

public abstract class LayerContract(IPdfReader reader) : ContentContract(reader)
{
    private const string Groups = "/OCGs [30 0 R 31 0 R]";

    // Group 30 is off, group 31 is on.
    private const string Off30 = "/OCProperties << " + Groups + " /D << /OFF [30 0 R] >> >>";

    [Theory]
    [InlineData("30 0 R", Off30, false)]
    [InlineData("31 0 R", Off30, true)]
    [InlineData("30 0 R", "", true)]
    [InlineData("30 0 R", "/OCProperties << " + Groups + " /D << /BaseState /OFF /ON [31 0 R] >> >>", false)]
    [InlineData("31 0 R", "/OCProperties << " + Groups + " /D << /BaseState /OFF /ON [31 0 R] >> >>", true)]
    [InlineData("<< /Type /OCMD /OCGs 30 0 R >>", Off30, false)]
    [InlineData("<< /Type /OCMD /OCGs [30 0 R 31 0 R] >>", Off30, true)]
    [InlineData("<< /Type /OCMD /OCGs [30 0 R 31 0 R] /P /AnyOn >>", Off30, true)]
    [InlineData("<< /Type /OCMD /OCGs [30 0 R 31 0 R] /P /AllOn >>", Off30, false)]
    [InlineData("<< /Type /OCMD /OCGs [30 0 R 31 0 R] /P /AnyOff >>", Off30, true)]
    [InlineData("<< /Type /OCMD /OCGs [30 0 R 31 0 R] /P /AllOff >>", Off30, false)]
    [InlineData("<< /Type /OCMD /OCGs [30 0 R] /P /AllOff >>", Off30, true)]
    [InlineData("<< /Type /OCMD /OCGs [] >>", Off30, true)]
    [InlineData("<< /Type /OCMD /OCGs [null] /P /AllOn >>", Off30, true)]
    [InlineData("<< /Type /OCMD /VE [/And 30 0 R 31 0 R] /OCGs 31 0 R >>", Off30, false)]
    [InlineData("<< /Type /OCMD /VE [/Or 30 0 R 31 0 R] >>", Off30, true)]
    [InlineData("<< /Type /OCMD /VE [/Not 30 0 R] >>", Off30, true)]
    [InlineData("<< /Type /OCMD /VE [/And [/Not 30 0 R] [/Or 31 0 R]] >>", Off30, true)]
    [InlineData("40 0 R", Off30, true)]
    public void What_a_layer_holds_is_shown_as_the_default_configuration_says(string properties, string catalog, bool shown)
    {
        var page = new ContentPage(Reader)
        {
            Catalog = catalog,
            Resources = $"/Properties << /P {properties} >> /XObject << /X 20 0 R >>",
        };
        page.With(30, "<< /Type /OCG /Name (draft) >>").With(31, "<< /Type /OCG /Name (final) >>")
            .WithStream(20, $"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /OC {properties}", "BT /F1 10 Tf 100 500 Td (x) Tj ET 100 400 m 200 400 l S");

        Page read = page.Paint("/OC /P BDC BT /F1 10 Tf 100 700 Td (a) Tj ET 100 600 m 200 600 l S EMC /X Do BT /F1 10 Tf 100 300 Td (b) Tj ET");

        Assert.Equal(shown ? "axb" : "b", read.VisibleText());
        Assert.Equal(shown ? "" : "ax", read.HiddenText(Hidden.LayerOff));
        Assert.Equal(shown ? 2 : 0, read.Rulings.Length);
    }

    [Fact]
    public void Only_the_sequences_of_the_layer_itself_are_hidden()
    {
        var page = new ContentPage(Reader) { Catalog = Off30, Resources = "/Properties << /P 30 0 R >>" };
        page.With(30, "<< /Type /OCG /Name (draft) >>");

        Page read = page.Paint("BT /F1 10 Tf 100 700 Td /OC /P BDC (a) Tj /Span BMC (b) Tj EMC (c) Tj EMC (d) Tj /Other /P BDC (e) Tj EMC ET");

        Assert.Equal("de", read.VisibleText());
    }

    [Fact]
    public void Page_numbers_marked_as_artifacts_stay()
    {
        Assert.Equal("12", Read("/Artifact <</Type /Pagination>> BDC BT /F1 10 Tf 300 30 Td (12) Tj ET EMC").VisibleText());
    }

    [Fact]
    public void Membership_that_goes_round_in_circles_ends()
    {
        var page = new ContentPage(Reader) { Catalog = Off30, Resources = "/Properties << /P 32 0 R >>" };
        page.With(30, "<< /Type /OCG >>").With(32, "<< /Type /OCMD /OCGs [32 0 R] /VE [/Not 33 0 R] >>").With(33, "[/Not 33 0 R]");

        Assert.Single(page.Paint("/OC /P BDC BT /F1 10 Tf 100 700 Td (a) Tj ET EMC").Letters);
    }
}
