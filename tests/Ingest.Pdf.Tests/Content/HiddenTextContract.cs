using Ingest.Contract.Pages;
using Ingest.Contract.Text;

namespace Ingest.Pdf.Tests.Content;

public abstract class HiddenTextContract(IPdfReader reader) : ContentContract(reader)
{
    private const string Text = "BT /F1 10 Tf 100 700 Td (7) Tj ET";

    [Theory]
    [InlineData("BT 3 Tr /F1 10 Tf 100 700 Td (7) Tj ET", Hidden.Invisible)]
    [InlineData("BT 7 Tr /F1 10 Tf 100 700 Td (7) Tj ET", Hidden.Invisible)]
    [InlineData("BT 2 Tr /F1 10 Tf 100 700 Td (7) Tj ET", Hidden.No)]
    [InlineData("BT 5 Tr /F1 10 Tf 100 700 Td (7) Tj ET", Hidden.No)]
    [InlineData("0 0 50 50 re W n " + Text, Hidden.Clipped)]
    [InlineData("90 690 50 50 re W n " + Text, Hidden.No)]
    [InlineData("0 0 50 50 re W* n q 90 690 50 50 re W n " + Text + " Q", Hidden.Clipped)]
    [InlineData("q 0 0 50 50 re W n Q " + Text, Hidden.No)]
    // The letter is 5 wide from x = 100: its centre is at 102.5.
    [InlineData("0 0 102 800 re W n " + Text, Hidden.Clipped)]
    [InlineData("0 0 103 800 re W n " + Text, Hidden.No)]
    [InlineData("90 690 m 140 690 l 140 740 l 90 740 l h W n " + Text, Hidden.No)]
    [InlineData("W n " + Text, Hidden.No)]
    [InlineData("BT /F1 10 Tf -100 700 Td (7) Tj ET", Hidden.OffPage)]
    [InlineData("BT /F1 10 Tf 100 850 Td (7) Tj ET", Hidden.OffPage)]
    [InlineData("BT /F1 0.9 Tf 100 700 Td (7) Tj ET", Hidden.Tiny)]
    [InlineData("0.05 0 0 0.05 0 0 cm BT /F1 10 Tf 2000 2000 Td (7) Tj ET", Hidden.Tiny)]
    [InlineData("BT /F1 1.5 Tf 100 700 Td (7) Tj ET", Hidden.No)]
    [InlineData("BT /F1 0 Tf 100 700 Td (7) Tj ET", Hidden.Tiny)]
    [InlineData("/Clear gs " + Text, Hidden.Invisible)]
    [InlineData("/Clear gs 2 Tr " + Text, Hidden.No)]
    [InlineData("/Clear gs 1 Tr " + Text, Hidden.No)]
    [InlineData("/Clear gs 1 G 2 Tr " + Text, Hidden.SameAsBackground)]
    public void Letters_that_cannot_be_seen_say_why(string content, Hidden expected)
    {
        var page = new ContentPage(Reader) { Resources = "/ExtGState << /Clear << /ca 0 >> >>" };

        Assert.Equal(expected, Assert.Single(page.Paint(content).Letters).Hidden);
    }

    [Theory]
    [InlineData("1 g ", Hidden.SameAsBackground)]
    [InlineData("1 1 1 rg ", Hidden.SameAsBackground)]
    [InlineData("0 0 0 0 k ", Hidden.SameAsBackground)]
    [InlineData("0.98 g ", Hidden.SameAsBackground)]
    // A pale watermark can be seen.
    [InlineData("0.85 g ", Hidden.No)]
    [InlineData("0 0 1 rg 50 650 100 100 re f 1 g ", Hidden.No)]
    [InlineData("0 0 1 rg 50 650 100 100 re f 0 0 0.99 rg ", Hidden.SameAsBackground)]
    [InlineData("0 g 50 650 100 100 re f ", Hidden.SameAsBackground)]
    // A white box on the blue one: the upper counts.
    [InlineData("0 0 1 rg 50 650 100 100 re f 1 g 90 690 30 30 re f ", Hidden.SameAsBackground)]
    // A round blue plate: what its box holds is not known to be blue, nor to be white.
    [InlineData("0 0 1 rg 50 650 m 50 750 150 750 150 650 c f 1 g ", Hidden.No)]
    [InlineData("/Pattern cs /P scn 50 650 100 100 re f 1 g ", Hidden.No)]
    [InlineData("/Pattern cs /P scn ", Hidden.No)]
    [InlineData("/Spot cs 1 scn ", Hidden.No)]
    // Two inks nobody knows: not taken for one.
    [InlineData("/Spot cs 1 scn 50 650 100 100 re f /Spots cs 0 1 scn ", Hidden.No)]
    [InlineData("/Ink cs 1 scn 50 650 100 100 re f 0 g ", Hidden.SameAsBackground)]
    [InlineData("/Lab cs 100 0 80 sc ", Hidden.No)]
    [InlineData("/Table cs 1 sc ", Hidden.SameAsBackground)]
    [InlineData("/Table cs 0 sc ", Hidden.No)]
    [InlineData("/Profile cs 0 0 0 0 sc ", Hidden.SameAsBackground)]
    [InlineData("/Profile cs 0 0 0 1 sc ", Hidden.No)]
    [InlineData("1 g 2 Tr ", Hidden.No)]
    [InlineData("1 g 1 G 2 Tr ", Hidden.SameAsBackground)]
    [InlineData("1 G 1 Tr ", Hidden.SameAsBackground)]
    [InlineData("1 g 1 Tr ", Hidden.No)]
    public void Letters_in_the_colour_of_what_is_below_them_vanish(string before, Hidden expected)
    {
        var page = new ContentPage(Reader)
        {
            Resources = "/ColorSpace << /Spot [/Separation /Gold /DeviceCMYK 20 0 R] /Spots [/DeviceN [/Gold /Red] /DeviceCMYK 20 0 R] /Ink [/Separation /Black /DeviceGray 20 0 R] /Lab [/Lab << >>] /Table [/Indexed /DeviceRGB 1 <000000FFFFFF>] /Profile [/ICCBased 21 0 R] >>",
        };
        page.WithStream(21, "/N 4", "");

        Assert.Equal(expected, Assert.Single(page.Paint(before + Text).Letters).Hidden);
    }

    [Theory]
    [InlineData(" 1 g 90 690 50 50 re f", Hidden.Covered)]
    [InlineData(" 1 g 0 0 600 800 re f", Hidden.Covered)]
    // Only part of it: less than the letter, or its lower edge.
    [InlineData(" 1 g 102 690 50 50 re f", Hidden.No)]
    [InlineData(" 1 g 90 690 50 9 re f", Hidden.No)]
    [InlineData(" /Half gs 1 1 0 rg 90 690 50 50 re f", Hidden.No)]
    [InlineData(" /Pattern cs /P scn 90 690 50 50 re f", Hidden.No)]
    [InlineData(" /Times gs 1 1 0 rg 90 690 50 50 re f", Hidden.No)]
    [InlineData(" q 50 0 0 50 90 690 cm /Photo Do Q", Hidden.Covered)]
    [InlineData(" q 50 0 0 50 90 690 cm /Seal Do Q", Hidden.No)]
    [InlineData(" q 50 0 0 50 90 690 cm /Stencil Do Q", Hidden.No)]
    // A photo turned by 45 degrees does not fill its box.
    [InlineData(" q 35 35 -35 35 115 680 cm /Photo Do Q", Hidden.No)]
    [InlineData(" 1 g 90 690 m 140 690 l 115 740 l f", Hidden.No)]
    public void Letters_painted_over_are_covered_only_by_what_hides_all_of_them(string after, Hidden expected)
    {
        var page = new ContentPage(Reader)
        {
            Resources = "/ExtGState << /Half << /ca 0.5 >> /Times << /BM /Multiply >> >> /XObject << /Photo 20 0 R /Seal 21 0 R /Stencil 22 0 R >>",
        };
        page.WithStream(20, "/Type /XObject /Subtype /Image /Width 100 /Height 100 /ColorSpace /DeviceRGB /BitsPerComponent 8", "")
            .WithStream(21, "/Type /XObject /Subtype /Image /Width 100 /Height 100 /ColorSpace /DeviceRGB /BitsPerComponent 8 /SMask 20 0 R", "")
            .WithStream(22, "/Type /XObject /Subtype /Image /Width 100 /Height 100 /ImageMask true", "");

        Assert.Equal(expected, Assert.Single(page.Paint(Text + after).Letters).Hidden);
    }

    [Theory]
    [InlineData("", 0x000000)]
    [InlineData("1 0 0 rg", 0xFF0000)]
    [InlineData("0.5 g", 0x808080)]
    [InlineData("0 1 1 0 k", 0xFF0000)]
    [InlineData("/Half gs", 0x808080)]
    [InlineData("1 Tr 0 0 1 RG 1 0 0 rg", 0x0000FF)]
    public void Letters_say_what_colour_they_look_on_white(string before, int rgb)
    {
        var page = new ContentPage(Reader) { Resources = "/ExtGState << /Half << /ca 0.5 >> >>" };

        Letter letter = Assert.Single(page.Paint($"{before} BT /F1 10 Tf 100 700 Td (8) Tj ET").Letters);

        Assert.Equal(rgb, letter.Rgb);
    }

    [Fact]
    public void White_text_on_a_ground_of_many_bars_is_visible()
    {
        string bars = string.Concat(Enumerable.Range(0, 30).Select(i => FormattableString.Invariant($"0 0 {0.5 + (i * 0.01)} rg 50 {690 + (2 * i)} 200 2 re f ")));

        Assert.Equal(Hidden.No, Assert.Single(Read(bars + "1 g " + Text).Letters).Hidden);
    }

    [Fact]
    public void Hidden_digits_are_reported_once_with_their_reasons()
    {
        Page page = Read("BT /F1 10 Tf 100 700 Td 3 Tr (12 a) Tj 0 Tr 1 g (3) Tj 0 g (4) Tj ET");

        Diagnostic diagnostic = Assert.Single(page.Diagnostics);
        Assert.Equal(("hidden-numbers", Severity.Warning, 1), (diagnostic.Code, diagnostic.Severity, diagnostic.Page));
        Assert.Contains("3 digits", diagnostic.Message.English, StringComparison.Ordinal);
        Assert.Contains("invisible: 2, in the colour of the background: 1", diagnostic.Message.English, StringComparison.Ordinal);
        Assert.Equal("4", page.VisibleText());
    }

    [Fact]
    public void Hidden_words_without_digits_are_no_news()
    {
        Assert.Empty(Read("BT /F1 10 Tf 100 700 Td 3 Tr (draft) Tj ET").Diagnostics);
    }

    [Fact]
    public void Text_drawn_as_a_clip_hides_what_is_painted_beside_it()
    {
        Page page = Read("q BT 7 Tr /F1 10 Tf 100 700 Td (A) Tj ET BT 0 Tr /F1 10 Tf 300 300 Td (B) Tj ET Q BT /F1 10 Tf 300 500 Td (C) Tj ET");

        Assert.Equal([Hidden.Invisible, Hidden.Clipped, Hidden.No], page.Letters.Select(letter => letter.Hidden));
    }
}
