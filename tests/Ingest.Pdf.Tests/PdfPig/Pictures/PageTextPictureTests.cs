using System.Xml.Linq;
using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Contract.Pictures;

namespace Ingest.Pdf.Tests.PdfPig.Pictures;

/// <summary>Letters of pages as pictures have them.</summary>
public class PageTextPictureTests
{
    /// <summary>Simple TrueType fonts, composite ones with CID maps, and CFF ones, as three programs write them.</summary>
    [Theory]
    [InlineData("seed-writer/seed-writer.pdf", 7)]
    [InlineData("seed-chromium/seed-chromium.pdf", 5)]
    [InlineData("seed-calc/seed-calc.pdf", 5)]
    public void Every_letter_is_the_outline_of_its_font_at_its_place(string fixture, int number)
    {
        byte[] file = File.ReadAllBytes(Path.Combine(Fixtures, fixture));
        using IPdfDocument document = new BuiltInPdfReader().Open(file, ReadingOptions.Default);
        Page page = document.ReadPage(number);
        Letter[] letters = [.. page.Letters.Where(letter => letter.IsVisible && !string.IsNullOrWhiteSpace(letter.Text))];

        XElement svg = DrawnSvg.Parse(DrawnSvg.Draw(file, new PictureRequest { Page = number, ShowContacts = true }));

        Assert.True(letters.Length > 100);
        Assert.Empty(svg.All("text"));
        HashSet<(int, int)> places = [.. svg.Painted("use").Where(use => use.Attribute("x") is not null).Select(use => ((int)Math.Round(use.Number("x") / 10), (int)Math.Round(use.Number("y") / 10)))];
        // Within a tenth of a point, rounding aside.
        Assert.All(letters, letter => Assert.Contains(
            from dx in (int[])[-1, 0, 1] from dy in (int[])[-1, 0, 1] select ((int)Math.Round(letter.X * 10) + dx, (int)Math.Round((page.Height - letter.Y) * 10) + dy),
            place => places.Contains(place)));
    }

    [Fact]
    public void A_font_that_is_not_in_the_file_is_text_in_a_family_of_its_kind()
    {
        XElement text = Assert.Single(DrawnSvg.Parse(DrawnSvg.DrawContent("BT /F1 12 Tf 72 700 Td (<) Tj ET")).Painted("text"));

        Assert.Equal(("<", "7200", "14200", "1200"), (text.Value, (string?)text.Attribute("x"), (string?)text.Attribute("y"), (string?)text.Attribute("font-size")));
        Assert.StartsWith("Arial,", (string?)text.Attribute("font-family"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SimSun", "SimSun,")]
    [InlineData("ABCDEF+FangSong_GB2312", "FangSong,")]
    [InlineData("STKaiti", "KaiTi,")]
    [InlineData("MicrosoftYaHei-Bold", "SimHei,")]
    [InlineData("\u00cb\u00ce\u00cc\u00e5", "SimSun,")] // 宋体 in GBK, byte by byte
    [InlineData("\u00e9\u00bb\u0091\u00e4\u00bd\u0093", "SimHei,")] // 黑体 in UTF-8
    [InlineData("TimesNewRomanPSMT", "'Times New Roman',")]
    [InlineData("CourierNew", "'Courier New',")]
    [InlineData("Whatever", "Arial,")]
    public void Names_of_fonts_lead_to_families(string name, string begin) =>
        Assert.StartsWith(begin, Ingest.Pdf.PdfPig.Pictures.Families.Of(name, 0), StringComparison.Ordinal);

    [Theory]
    [InlineData(0, "#ff0000", null)]
    [InlineData(1, "none", "#0000ff")]
    [InlineData(2, "#ff0000", "#0000ff")]
    public void Letters_are_filled_and_stroked_as_their_mode_says(int mode, string fill, string? stroke)
    {
        XElement text = Assert.Single(DrawnSvg.Parse(DrawnSvg.DrawContent($"1 0 0 rg 0 0 1 RG BT {mode} Tr /F1 12 Tf 72 700 Td (A) Tj ET")).Painted("text"));

        Assert.Equal((fill, stroke), (text.Effective("fill"), text.Effective("stroke")));
    }

    [Fact]
    public void Invisible_text_is_not_drawn_and_text_that_clips_shows_what_is_painted_through_it()
    {
        Assert.Empty(DrawnSvg.Parse(DrawnSvg.DrawContent("BT 3 Tr /F1 12 Tf 72 700 Td (A) Tj ET")).Painted("text"));

        XElement svg = DrawnSvg.Parse(DrawnSvg.DrawContent("BT 7 Tr /F1 12 Tf 72 700 Td (A) Tj ET 0 0 600 800 re f")), path = Assert.Single(svg.Painted("path"));
        XElement clip = svg.All("clipPath").Single(one => path.Effective("clip-path") == $"url(#{(string?)one.Attribute("id")})");
        Assert.Equal("A", clip.Element(DrawnSvg.Svg + "text")!.Value);
    }

    [Fact]
    public void Glyphs_that_are_drawn_are_drawn_once_and_take_the_colour_of_the_text()
    {
        byte[] file = PagePaintTests.WithResources(
            "1 0 0 rg BT /T 10 Tf 100 700 Td (aa) Tj ET", "/Font << /T 20 0 R >>",
            (20, null, "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 97 /LastChar 97 /Widths [800] /Encoding << /Differences [97 /square] >> /CharProcs << /square 21 0 R >> /Resources << >> >>"),
            (21, "", "800 0 0 0 500 500 d1 0 1 0 rg 0 0 500 500 re f"));

        XElement svg = DrawnSvg.Parse(DrawnSvg.Draw(file));

        XElement[] uses = [.. svg.Painted("use")];
        Assert.Equal([("10000", "14200"), ("10800", "14200")], uses.Select(use => ((string)use.Attribute("x")!, (string)use.Attribute("y")!)));
        XElement glyph = svg.Descendants().Single(element => "#" + (string?)element.Attribute("id") == (string?)uses[0].Attribute("href"));
        XElement square = glyph.Descendants(DrawnSvg.Svg + "path").Single();
        // 500 of 1000 at a size of 10: five points.
        Assert.Equal(("M0 0h500v-500h-500z", "#ff0000"), ((string?)square.Attribute("d"), square.Effective("fill")));
        Assert.Equal((string?)uses[0].Attribute("href"), (string?)uses[1].Attribute("href"));
    }

    [Fact]
    public void Letters_of_a_covered_place_are_not_in_the_picture_and_a_bar_stands_there()
    {
        byte[] file = PdfBuilder.WithPages("BT /F1 10 Tf 100 700 Td (13912345678) Tj ET").XrefTable().ToArray();
        // Digits of Helvetica are 0.556 em wide: the fourth to the ninth.
        var covered = new Box(100 + (3 * 5.56f), 698, 100 + (9 * 5.56f), 708);

        XElement svg = DrawnSvg.Parse(DrawnSvg.Draw(file, null, 0, covered));

        Assert.Equal("13978", string.Concat(svg.All("text").Select(text => text.Value)));
        XElement bar = svg.All("rect").Single(rect => (string?)rect.Attribute("class") == "masked");
        Assert.Equal((11668, 13400, 3336, 1000), ((int)bar.Attribute("x")!, (int)bar.Attribute("y")!, (int)bar.Attribute("width")!, (int)bar.Attribute("height")!));
    }

    private static string Fixtures => Path.Combine(AppContext.BaseDirectory, "../../../../../fixtures");
}
