using Ingest.Contract.Pages;

namespace Ingest.Pdf.Tests.Content;

public sealed class BuiltInActualTextTests() : ActualTextContract(new BuiltInPdfReader());

public sealed class ClippingTextTests
{
    private const string Clip = "q BT 7 Tr /F1 10 Tf 100 700 Td (7) Tj ET ";

    [Theory]
    [InlineData(Clip + "90 690 50 50 re f Q", Hidden.No)]
    [InlineData(Clip + "/Sh sh Q", Hidden.No)]
    [InlineData(Clip + "q 90 690 50 50 re f Q Q", Hidden.No)]
    [InlineData(Clip + "Q 200 690 50 50 re f", Hidden.Invisible)]
    [InlineData(Clip + "90 690 m 140 690 l S Q", Hidden.Invisible)]
    // White on a gradient, over all of the page or within a path.
    [InlineData("/Sh sh 1 g BT /F1 10 Tf 100 700 Td (7) Tj ET", Hidden.No)]
    [InlineData("q 90 690 50 50 re W n /Sh sh Q 1 g BT /F1 10 Tf 100 700 Td (7) Tj ET", Hidden.No)]
    [InlineData("/Pattern cs /P scn 90 690 50 50 re f 1 g BT /F1 10 Tf 100 700 Td (7) Tj ET", Hidden.No)]
    public void Paint_shows_through_text_that_clips_and_below_white_text(string content, Hidden expected)
    {
        var page = new ContentPage(new BuiltInPdfReader())
        {
            Resources = "/Shading << /Sh 20 0 R >> /Pattern << /P << /PatternType 2 /Shading 20 0 R >> >>",
        }.With(20, "<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 600 0] /Function << /FunctionType 2 /Domain [0 1] /C0 [0 0 0.5] /C1 [0.2 0.2 1] /N 1 >> >>");

        Assert.Equal(expected, Assert.Single(page.Paint(content).Letters).Hidden);
    }
}

public sealed class BuiltInAnnotationTests() : AnnotationContract(new BuiltInPdfReader())
{
    [Theory]
    [InlineData("/FT /Tx /V (12.50)", "12.50")]
    [InlineData("/FT /Tx /V <FEFF91D1989D>", "金额")]
    [InlineData("/Parent 23 0 R", "7.00")]
    [InlineData("/FT /Tx", "")]
    [InlineData("/FT /Tx /V ()", "")]
    // A password and a button.
    [InlineData("/FT /Tx /Ff 8192 /V (secret)", "")]
    [InlineData("/FT /Btn /V /Yes", "")]
    [InlineData("/FT /Ch /V (b)", "b")]
    [InlineData("/FT /Ch /Opt [(a) [(b) (Second)]] /V (b)", "Second")]
    [InlineData("/FT /Ch /Opt [[(a) (One)] [(b) (Two)]] /V [(a) (b)]", "One Two")]
    // Hidden fields and those with an appearance, even an empty one.
    [InlineData("/FT /Tx /V (12.50) /F 2", "")]
    [InlineData("/FT /Tx /V (12.50) /AP << /N 21 0 R >>", "")]
    public void Fields_without_an_appearance_show_what_was_typed_into_them(string field, string text)
    {
        Page page = Written($"/Subtype /Widget /Rect [200 300 300 320] {field}");

        Assert.Equal("text" + text, page.VisibleText());
    }

    [Fact]
    public void Text_boxes_without_an_appearance_are_written_in_lines()
    {
        Page page = Written("/Subtype /FreeText /Rect [200 300 244 400] /DA (/Helv 10 Tf 0 g) /Contents (12345678901\\rab)");

        // The box holds 40 points of text, eight letters of five; the baselines are 10, 22 and 34 points and the margin below the top.
        Assert.Equal("text12345678901ab", page.VisibleText());
        Assert.Equal(
            [("1", 202, 388), ("9", 202, 376), ("a", 202, 364)],
            page.Letters.Where(letter => letter.Text is "9" or "a" || (letter.Text == "1" && letter.Y == 388 && letter.X == 202))
                .Select(letter => (letter.Text, (int)letter.X, (int)letter.Y)));
    }

    // 20 points high: letters of 10 stand 5 + 2.2 above the edge; the text is 25 wide between margins of 2.
    [Theory]
    [InlineData("", 202, 307.2f, 0)]
    [InlineData("/Q 1", 237.5f, 307.2f, 0)]
    [InlineData("/Q 2", 273, 307.2f, 0)]
    // Turned to the left: it begins at the lower end, 7.2 from the right edge.
    [InlineData("/Rect [200 300 220 400] /MK << /R 90 >>", 212.8f, 302, 90)]
    [InlineData("/Rect [200 300 220 400] /MK << /R -90 >>", 207.2f, 398, 270)]
    public void The_text_stands_where_viewers_put_it(string entries, float x, float y, float angle)
    {
        string place = entries.Contains("/Rect", StringComparison.Ordinal) ? "" : "/Rect [200 300 300 320]";
        Letter first = Written($"/Subtype /Widget /FT /Tx /V (12.50) /DA (/Helv 10 Tf) {place} {entries}").Letters[4];

        Assert.Equal(("1", x, y, 10, angle), (first.Text, MathF.Round(first.X, 2), MathF.Round(first.Y, 2), first.Size, first.Angle));
    }

    private Page Written(string annotation)
    {
        var page = new ContentPage(Reader)
        {
            Catalog = "/AcroForm << /Fields [22 0 R] /DA (/Helv 0 Tf 0 g) >>",
            Entries = "/MediaBox [0 0 600 800] /Annots [22 0 R]",
        };
        page.With(22, $"<< /Type /Annot {annotation} >>").With(23, "<< /FT /Tx /V (7.00) /Kids [22 0 R] >>")
            .WithStream(21, "/Type /XObject /Subtype /Form /BBox [0 0 100 50]", "");
        return page.Paint("BT /F1 10 Tf 100 700 Td (text) Tj ET");
    }
}

public sealed class BuiltInContentFuzzTests() : ContentFuzzContract(new BuiltInPdfReader());

public sealed class BuiltInFormTests() : FormContract(new BuiltInPdfReader());

public sealed class BuiltInLayerTests() : LayerContract(new BuiltInPdfReader())
{
    [Theory]
    [InlineData("/AS [<< /Event /View /Category [/View] /OCGs [30 0 R] >>]", "OFF", false)]
    [InlineData("/AS [<< /Event /View /Category [/View] /OCGs [30 0 R] >>]", "ON", true)]
    [InlineData("/OFF [30 0 R] /AS [<< /Event /View /Category [/Zoom /View] /OCGs [30 0 R] >>]", "ON", true)]
    [InlineData("/BaseState /OFF /AS [<< /Event /View /Category [/View] /OCGs [30 0 R] >>]", "ON", true)]
    // What happens in print, or to other groups, or to nobody, does not count on the screen.
    [InlineData("/AS [<< /Event /Print /Category [/View] /OCGs [30 0 R] >>]", "OFF", true)]
    [InlineData("/AS [<< /Event /View /Category [/Print] /OCGs [30 0 R] >>]", "OFF", true)]
    [InlineData("/AS [<< /Event /View /Category [/View] /OCGs [31 0 R] >>]", "OFF", true)]
    [InlineData("", "OFF", true)]
    public void Layers_for_the_screen_or_not_are_shown_by_their_usage(string configuration, string state, bool shown)
    {
        var page = new ContentPage(Reader)
        {
            Catalog = $"/OCProperties << /OCGs [30 0 R 31 0 R] /D << {configuration} >> >>",
            Resources = "/Properties << /P 30 0 R >>",
        };
        page.With(30, $"<< /Type /OCG /Usage << /View << /ViewState /{state} >> /Print << /PrintState /ON >> >> >>").With(31, "<< /Type /OCG >>");

        Assert.Equal(shown ? "a" : "", page.Paint("/OC /P BDC BT /F1 10 Tf 100 700 Td (a) Tj ET EMC").VisibleText());
    }
}

public sealed class BuiltInRepeatedLetterTests() : RepeatedLetterContract(new BuiltInPdfReader());

public sealed class BuiltInRulingTests() : RulingContract(new BuiltInPdfReader());

public sealed class BuiltInPageBoxTests() : PageBoxContract(new BuiltInPdfReader());

public sealed class BuiltInTextPositionTests() : TextPositionContract(new BuiltInPdfReader());

public sealed class BuiltInHiddenTextTests() : HiddenTextContract(new BuiltInPdfReader())
{
    [Theory]
    [InlineData("/Spot cs 0 scn ", Hidden.SameAsBackground)]
    [InlineData("/Spots cs 0 0 scn ", Hidden.SameAsBackground)]
    [InlineData("/Ink cs 0 scn ", Hidden.SameAsBackground)]
    [InlineData("/Lab cs 100 0 0 sc ", Hidden.SameAsBackground)]
    public void The_colour_of_inks_is_known_without_their_functions(string before, Hidden expected) =>
        Letters_in_the_colour_of_what_is_below_them_vanish(before, expected);
}

public sealed class BuiltInImageTests() : ImageContract(new BuiltInPdfReader())
{
    [Theory]
    // All of it looks like content; unknown length; no length at all.
    [InlineData("BI /W 40 /H 1 /CS /G /BPC 8 ID aaaa EI ((((((((((((((((((((((((((((((((\nEI ")]
    [InlineData("BI /W 9 /H 9 /F /DCT ID \u00ff\u00d8EIEI(EI\u0000 EI\r")]
    [InlineData("BI ID abc EI ")]
    public void Inline_images_that_deceive_are_passed_over_to_their_end(string image) => Inline_images_are_passed_over_to_their_end(image);
}

public sealed class BuiltInOperatorToleranceTests() : OperatorToleranceContract(new BuiltInPdfReader())
{
    [Theory]
    [InlineData("BT /F1 10 Tf 9 9 100 700 Td (A) Tj ET")]
    [InlineData("BT /F1 10 Tf 100 700 Td [(A] Tj) pop (A) Tj ET")]
    [InlineData("BT /F1 10 Tf 100 700 Td <</Odd [1 2 >> /Tag <</Other (>>)>> BDC (A) Tj ET")]
    [InlineData("/F1 10 Tf BT 100 700 Td [0 Tc (A) 1 Tw 2 Ts] TJ ET")]
    public void Worse_content_is_read_as_viewers_read_it(string content) => Broken_content_is_read_as_viewers_read_it(content);

    // The second stream does not fit behind the first, which is drawn before it and decodes a form of its own.
    [Fact]
    public void Content_in_several_great_streams_is_read_in_order()
    {
        var page = new ContentPage(Reader) { Resources = "/XObject << /X 20 0 R >>" };
        page.WithStream(20, "/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Filter /ASCIIHexDecode",
            Convert.ToHexString(PdfBuilder.Latin("BT /F1 10 Tf 100 500 Td (x) Tj ET")));
        string room = new(' ', 3 << 20);

        Page read = page.Paint($"BT /F1 10 Tf 100 700 Td (a) Tj ET /X Do{room}", $"BT /F1 10 Tf 100 300 Td (b{room[..9]}) Tj ET{room}", "BT /F1 10 Tf 100 200 Td (c) Tj ET");

        Assert.Equal("axbc", read.VisibleText().Replace(" ", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/Contents null")]
    [InlineData("/Contents [10 0 R null]")]
    public void Content_that_is_null_is_empty(string contents) => Empty_and_repeated_content_is_sound(contents);
}
