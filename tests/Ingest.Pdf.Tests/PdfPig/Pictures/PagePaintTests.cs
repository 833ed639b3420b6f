using System.Globalization;
using System.Xml.Linq;

namespace Ingest.Pdf.Tests.PdfPig.Pictures;

/// <summary>Paths, clipping, transparency, patterns. The page is 595 × 842 points; expectations are worked out by hand.</summary>
public class PagePaintTests
{
    [Fact]
    public void Strokes_have_their_width_colour_dashes_and_ends()
    {
        XElement path = Assert.Single(Draw("2 w 1 J 1 j [3 1] 2 d 0 0 1 RG 10 800 m 60 800 l S").Painted("path"));

        // 842 - 800 = 42 from the top.
        Assert.Equal("M1000 4200h5000", (string?)path.Attribute("d"));
        Assert.Equal(
            ("none", "#0000ff", "200", "round", "round", "300 100", "200"),
            (path.Effective("fill"), path.Effective("stroke"), path.Effective("stroke-width"), path.Effective("stroke-linecap"), path.Effective("stroke-linejoin"), path.Effective("stroke-dasharray"), path.Effective("stroke-dashoffset")));
    }

    [Fact]
    public void A_line_scaled_more_across_than_along_is_as_thick_as_it_lies()
    {
        // Four times as wide as high: a level line of 1 is 1 thick, an upright one 4.
        XElement[] paths = [.. Draw("4 0 0 1 0 0 cm 1 w 10 800 m 20 800 l S 10 700 m 10 800 l S").Painted("path")];

        Assert.Equal(["100", "400"], paths.Select(path => path.Effective("stroke-width")));
    }

    [Fact]
    public void A_form_is_painted_where_its_matrix_and_its_caller_put_it_and_within_its_box()
    {
        byte[] file = WithResources(
            "q 1 0 0 1 100 0 cm /X Do Q", "/XObject << /X 20 0 R >>",
            (20, "/Type /XObject /Subtype /Form /BBox [0 0 50 50] /Matrix [2 0 0 2 0 0]", "10 10 100 10 re f"));

        XElement svg = DrawnSvg.Parse(DrawnSvg.Draw(file)), path = Assert.Single(svg.Painted("path"));

        // x: 10·2 + 100 = 120; y: 842 - 10·2 = 822; 200 × 20; cut at 50·2 + 100 = 200 and 842 - 100.
        Assert.Equal("M12000 82200h20000v-2000h-20000z", (string?)path.Attribute("d"));
        Assert.Equal("M10000 74200H20000V84200H10000z", (string?)Definition(svg, path.Effective("clip-path")).Element(DrawnSvg.Svg + "path")!.Attribute("d"));
    }

    [Fact]
    public void What_lies_within_a_rectangular_clip_needs_none()
    {
        XElement[] paths = [.. Draw("q 100 100 200 200 re W n 150 150 10 10 re f 50 150 100 10 re f Q 0 0 10 10 re f").Painted("path")];

        Assert.Equal([false, true, false], paths.Select(path => path.Effective("clip-path") is not null));
    }

    [Fact]
    public void Clips_of_other_shapes_are_kept_and_cut_each_other()
    {
        XElement svg = Draw("100 100 m 300 100 l 200 300 l h W* n 150 100 m 250 100 l 200 200 l h W n 0 0 500 500 re f"), path = Assert.Single(svg.Painted("path"));

        XElement inner = Definition(svg, path.Effective("clip-path")), outer = Definition(svg, (string?)inner.Attribute("clip-path"));
        Assert.Equal("M15000 74200h10000l-5000-10000z", (string?)inner.Element(DrawnSvg.Svg + "path")!.Attribute("d"));
        Assert.Equal(("M10000 74200h20000l-10000-20000z", "evenodd"), ((string?)outer.Element(DrawnSvg.Svg + "path")!.Attribute("d"), (string?)outer.Element(DrawnSvg.Svg + "path")!.Attribute("clip-rule")));
    }

    [Fact]
    public void A_seal_lets_through_what_is_below_it()
    {
        byte[] file = WithResources(
            "/G gs 1 0 0 rg 100 100 50 50 re f /N gs 0 0 10 10 re f", "/ExtGState << /G 20 0 R /N 21 0 R >>",
            (20, null, "<< /ca 0.4 /CA 0.4 /BM /Multiply >>"), (21, null, "<< /ca 1 /BM /Normal >>"));

        XElement[] paths = [.. DrawnSvg.Parse(DrawnSvg.Draw(file)).Painted("path")];

        Assert.Equal(("#ff0000", "0.4", "mix-blend-mode:multiply"), (paths[0].Effective("fill"), paths[0].Effective("fill-opacity"), paths[0].Effective("style")));
        Assert.Equal((null, null), (paths[1].Effective("fill-opacity"), paths[1].Effective("style")));
    }

    [Fact]
    public void A_group_is_let_through_as_a_whole()
    {
        byte[] file = WithResources(
            "/G gs /X Do", "/ExtGState << /G 20 0 R >> /XObject << /X 21 0 R >>",
            (20, null, "<< /ca 0.5 >>"),
            (21, "/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Group << /S /Transparency >>", "100 100 50 50 re f 120 120 50 50 re f"));

        XElement[] paths = [.. DrawnSvg.Parse(DrawnSvg.Draw(file)).Painted("path")];

        Assert.Equal(2, paths.Length);
        Assert.All(paths, path => Assert.Null(path.Effective("fill-opacity")));
        Assert.Equal("0.5", Assert.Single(paths.Select(path => path.Ancestors().Single(around => around.Attribute("opacity") is not null)).Distinct()).Attribute("opacity")!.Value);
    }

    [Fact]
    public void A_soft_mask_stands_where_it_was_set()
    {
        byte[] file = WithResources(
            "q 1 0 0 1 100 0 cm /G gs Q 1 0 0 1 100 0 cm /G gs 1 0 0 1 50 0 cm 0 0 100 100 re f", "/ExtGState << /G 20 0 R >>",
            (20, null, "<< /SMask << /S /Luminosity /G 21 0 R /BC [0.5] >> >>"),
            (21, "/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Group << /S /Transparency /CS /DeviceGray >>", "1 g 10 10 20 20 re f"));

        XElement svg = DrawnSvg.Parse(DrawnSvg.Draw(file)), mask = Definition(svg, Assert.Single(svg.Painted("path")).Effective("mask"));

        // 10 + 100, not + 150: the matrix of the gs operator counts.
        Assert.Equal("M11000 83200h2000v-2000h-2000z", (string?)mask.Descendants(DrawnSvg.Svg + "path").Single().Attribute("d"));
        Assert.Equal("#808080", (string?)mask.Element(DrawnSvg.Svg + "rect")!.Attribute("fill"));
    }

    [Fact]
    public void A_tiling_is_a_pattern_of_its_cells()
    {
        byte[] file = WithResources(
            "/Pattern cs /P scn 0 0 500 500 re f", "/Pattern << /P 20 0 R >>",
            (20, "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 8 8] /XStep 10 /YStep 12 /Resources << >>", "1 0 0 rg 2 2 4 4 re f"));

        XElement svg = DrawnSvg.Parse(DrawnSvg.Draw(file)), pattern = Definition(svg, Assert.Single(svg.Painted("path")).Effective("fill"));

        Assert.Equal(("1000", "1200"), ((string?)pattern.Attribute("width"), (string?)pattern.Attribute("height")));
        Assert.Equal("M200 200h400v400h-400z", (string?)pattern.Descendants(DrawnSvg.Svg + "path").Single().Attribute("d"));
    }

    [Fact]
    public void A_gradient_runs_from_its_first_colour_to_its_last()
    {
        byte[] file = WithResources(
            "/S sh", "/Shading << /S 20 0 R >>",
            (20, null, "<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 100 0] /Extend [true true] /Function << /FunctionType 2 /Domain [0 1] /C0 [1 0 0] /C1 [0 0 1] /N 1 >> >>"));

        XElement svg = DrawnSvg.Parse(DrawnSvg.Draw(file));

        XElement gradient = Definition(svg, Assert.Single(svg.Painted("path")).Effective("fill"));
        XElement[] stops = [.. gradient.Elements(DrawnSvg.Svg + "stop")];
        Assert.Equal(("#ff0000", "#0000ff"), ((string?)stops[0].Attribute("stop-color"), (string?)stops[^1].Attribute("stop-color")));
        Assert.Equal(("0", "100"), ((string?)gradient.Attribute("x1"), (string?)gradient.Attribute("x2")));
    }

    /// <summary>Process cyan and black as viewers show them, not as 1 - ink.</summary>
    [Theory]
    [InlineData("0 0 0 0", "#ffffff")]
    [InlineData("1 0 0 0", "#00adef")]
    [InlineData("0 1 1 0", "#ed1c24")]
    [InlineData("0 0 0 1", "#231f20")]
    public void Inks_look_as_on_paper(string inks, string color) =>
        Assert.Equal(color, Assert.Single(Draw($"{inks} k 0 0 10 10 re f").Painted("path")).Effective("fill"));

    [Fact]
    public void A_layer_that_is_off_is_not_drawn()
    {
        byte[] file = new PdfBuilder().Header()
            .Object(1, "<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [9 0 R] /D << /OFF [9 0 R] >> >> >>")
            .Object(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
            .Object(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R /Resources << /Properties << /L 9 0 R >> >> >>")
            .Stream(4, "", PdfBuilder.Latin("/OC /L BDC 0 0 10 10 re f EMC 20 20 10 10 re f"))
            .Object(9, "<< /Type /OCG /Name (draft) >>").XrefTable().ToArray();

        Assert.Equal("M2000 8000h1000v-1000h-1000z", (string?)Assert.Single(DrawnSvg.Parse(DrawnSvg.Draw(file)).Painted("path")).Attribute("d"));
    }

    private static XElement Draw(string content) => DrawnSvg.Parse(DrawnSvg.DrawContent(content));

    private static XElement Definition(XElement svg, string? reference) =>
        svg.Descendants().Single(element => (string?)element.Attribute("id") == reference!["url(#".Length..^1]);

    internal static byte[] WithResources(string content, string resources, params (int Number, string? StreamEntries, string Body)[] objects)
    {
        PdfBuilder file = new PdfBuilder().Header()
            .Object(1, "<< /Type /Catalog /Pages 2 0 R >>")
            .Object(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
            .Object(3, string.Create(CultureInfo.InvariantCulture, $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << {resources} >> >>"))
            .Stream(4, "", PdfBuilder.Latin(content));
        foreach ((int number, string? entries, string body) in objects)
            _ = entries is null ? file.Object(number, body) : file.Stream(number, entries, PdfBuilder.Latin(body));
        return file.XrefTable().ToArray();
    }
}
