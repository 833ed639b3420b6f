using Ingest.Contract.Pages;
using Ingest.Contract.Text;

namespace Ingest.Pdf.Tests.Content;

public abstract class ActualTextContract(IPdfReader reader) : ContentContract(reader)
{
    // A composite font without ToUnicode whose collection is its own: its codes mean nothing to anybody.
    private const string Mute =
        "/M << /Type /Font /Subtype /Type0 /BaseFont /Mute /Encoding /Identity-H /DescendantFonts [30 0 R] >>";

    private const string MuteGlyphs = "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Mute /CIDSystemInfo << /Registry (X) /Ordering (Y) /Supplement 0 >> /DW 500 /FontDescriptor 5 0 R >>";

    [Theory]
    // As many characters as letters: each its own.
    [InlineData("/Span <</ActualText (12)>> BDC /M 10 Tf <00010002> Tj EMC", "1|2")]
    [InlineData("/Span <</ActualText <FEFF4E004E8C>>> BDC /M 10 Tf <00010002> Tj EMC", "一|二")]
    [InlineData("/Span <</ActualText (AB)>> BDC /F1 10 Tf (xy) Tj EMC", "A|B")]
    // A figure that is drawn is no other figure.
    [InlineData("/Span <</ActualText (73)>> BDC /F1 10 Tf (12) Tj EMC", "1|2")]
    [InlineData("/Span <</ActualText (-3)>> BDC /F1 10 Tf (.2) Tj EMC", ".|2")]
    // Another number: mapped letters keep their meaning and place …
    [InlineData("/Span <</ActualText (12345)>> BDC /F1 10 Tf (xy) Tj EMC", "x|y")]
    [InlineData("/Span <</ActualText ()>> BDC /F1 10 Tf (xy) Tj EMC", "x|y")]
    // … unmapped ones are replaced together.
    [InlineData("/Span <</ActualText (123)>> BDC /M 10 Tf <00010002> Tj EMC", "123")]
    [InlineData("/Span <</ActualText ()>> BDC /M 10 Tf <00010002> Tj EMC /F1 10 Tf (z) Tj", "z")]
    [InlineData("/Span /P BDC /M 10 Tf <0001> Tj EMC", "7")]
    [InlineData("/Span <</ActualText <FEFFD840DC0B>>> BDC /M 10 Tf <0001> Tj EMC", "\U0002000B")]
    [InlineData("/Span <</ActualText (9)>> BDC EMC /F1 10 Tf (z) Tj", "z")]
    [InlineData("/Span <</ActualText (ab)>> BDC /Span <</ActualText (c)>> BDC /M 10 Tf <0001> Tj EMC <0002> Tj EMC", "a|b")]
    public void Replacement_text_is_given_to_the_letters_it_stands_for(string operators, string expected)
    {
        var page = new ContentPage(Reader) { Fonts = Mute, Resources = "/Properties << /P << /ActualText (7) >> >>" };

        Page read = page.With(30, MuteGlyphs).Paint($"BT 100 700 Td {operators} ET");

        Assert.Equal(expected, string.Join('|', read.Letters.Select(letter => letter.Text)));
        Assert.Empty(read.Diagnostics);
    }

    [Fact]
    public void Text_given_to_one_letter_takes_the_room_of_all()
    {
        var page = new ContentPage(Reader) { Fonts = Mute };

        Page read = page.With(30, MuteGlyphs).Paint("BT 100 700 Td /Span <</ActualText (123)>> BDC /M 10 Tf <00010002> Tj EMC ET");

        Letter letter = Assert.Single(read.Letters);
        Assert.Equal((100f, 110f), (letter.Box.Left, letter.Box.Right));
    }

    [Fact]
    public void Letters_that_remain_without_meaning_are_counted()
    {
        var page = new ContentPage(Reader) { Fonts = Mute };

        Page read = page.With(30, MuteGlyphs).Paint("BT 100 700 Td /M 10 Tf <000100020003> Tj ET");

        Assert.Equal("\uFFFD\uFFFD\uFFFD", read.VisibleText());
        Diagnostic diagnostic = Assert.Single(read.Diagnostics);
        Assert.Equal("unmapped-glyphs", diagnostic.Code);
        Assert.Contains(" 3 ", diagnostic.Message.English, StringComparison.Ordinal);
    }
}
