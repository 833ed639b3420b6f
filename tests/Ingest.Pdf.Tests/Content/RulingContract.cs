using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;

namespace Ingest.Pdf.Tests.Content;

public abstract class RulingContract(IPdfReader reader) : ContentContract(reader)
{
    [Theory]
    [InlineData("0.5 w 100 300 m 400 300 l S")]
    [InlineData("0.5 w 400 300 m 100 300 l S")]
    [InlineData("100 299.75 300 0.5 re f")]
    [InlineData("100 300.25 300 -0.5 re f*")]
    [InlineData("100 299.75 m 400 299.75 l 400 300.25 l 100 300.25 l f")]
    [InlineData("100 299.75 m 400 299.75 l 400 300.25 l 100 300.25 l 100 299.75 l h f")]
    // Mitred like the borders of a web page.
    [InlineData("100 299.75 m 400 299.75 l 399.5 300.25 l 100.5 300.25 l f")]
    [InlineData("0.5 w [3 2] 0 d 100 300 m 400 300 l S")]
    [InlineData("q 2 0 0 2 0 0 cm 0.25 w 50 150 m 200 150 l S Q")]
    // A large ground seen through a narrow slit.
    [InlineData("100 299.75 300 0.5 re W n 0 0 600 800 re f")]
    [InlineData("100 200 300 200 re W n 0.5 w 0 300 m 600 300 l S")]
    // Half a degree askew, as on a scan.
    [InlineData("0.5 w 100 299 m 400 301 l S")]
    [InlineData("q 300 0 0 0.5 100 299.75 cm /Black Do Q")]
    [InlineData("q 300 0 0 0.5 100 299.75 cm BI /W 1 /H 1 /IM true ID \u0080 EI Q")]
    // Curves whose controls lie on the line.
    [InlineData("0.5 w 100 300 m 150 300 250 300 400 300 c S")]
    [InlineData("0.5 w 100 300 m 250 300 400 300 v S")]
    [InlineData("100 299.75 m 100 299.75 400 299.75 400 299.75 c 400 300.25 l 100 300.25 l h f")]
    // Units that are longer across than up.
    [InlineData("q 300 0 0 0.5 100 300 cm 1 w 0 0 m 1 0 l S Q")]
    [InlineData("q 0 0.5 300 0 100 300 cm 1 w 0 0 m 0 1 l S Q")]
    [InlineData("0.5 w 100 300 m 150 300 l 200 300 l 400 300 l S")]
    [InlineData("0.5 w 100 300 m 150 300 l S 150 300 m 400 300 l S")]
    [InlineData("0.5 w 149 300 m 400 300 l S 100 300 m 150 300 l S 120 300 m 130 300 l S")]
    // Each piece stops at the edges of the lines that cross it.
    [InlineData("0.5 w 100 300 m 249.6 300 l S 250.4 300 m 400 300 l S")]
    public void However_a_line_is_drawn_it_is_one_ruling(string content)
    {
        var page = new ContentPage(Reader) { Resources = "/XObject << /Black 20 0 R >>" };
        page.WithStream(20, "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "\0");

        Ruling ruling = Assert.Single(page.Paint(content).RoundedRulings());

        Assert.Equal(new Ruling(true, 300, 100, 400, 0.5f), ruling);
    }

    [Theory]
    [InlineData("0.5 w 100 300 m 100 500 l S")]
    [InlineData("99.75 300 0.5 200 re f")]
    [InlineData("q 0 1 -1 0 0 0 cm 0.5 w 300 -100 m 500 -100 l S Q")]
    [InlineData("0.5 w 100 300 m 100.5 500 l S", 100.25f)]
    public void Upright_lines_have_x_as_their_place(string content, float at = 100)
    {
        Assert.Equal(new Ruling(false, at, 300, 500, 0.5f), Assert.Single(Read(content).RoundedRulings()));
    }

    [Fact]
    public void A_stroked_rectangle_has_four_edges()
    {
        Page page = Read("1 w 100 200 300 50 re S");

        Assert.Equal(
            [
                new Ruling(true, 200, 100, 400, 1),
                new Ruling(true, 250, 100, 400, 1),
                new Ruling(false, 100, 200, 250, 1),
                new Ruling(false, 400, 200, 250, 1),
            ],
            page.RoundedRulings());
        Assert.Empty(page.Fills);
    }

    [Theory]
    [InlineData("100 200 m 400 200 l 400 250 l 100 250 l s", 4)]
    [InlineData("100 200 m 400 200 l 400 250 l 100 250 l S", 3)]
    [InlineData("0.9 0.9 0.9 rg 100 200 300 50 re B", 4)]
    [InlineData("0.9 0.9 0.9 rg 100 200 300 50 re b*", 4)]
    [InlineData("100 200 m 150 300 l S", 0)]
    [InlineData("100 200 m 100 300 200 300 200 200 c S", 0)]
    // A rectangle with rounded corners has straight edges between them.
    [InlineData("110 200 m 390 200 l 400 200 400 200 400 210 c 400 240 l 400 250 400 250 390 250 c 110 250 l 100 250 100 250 100 240 c 100 210 l 100 200 100 200 110 200 c s", 4)]
    public void Straight_edges_of_stroked_paths_are_rulings(string content, int rulings)
    {
        Assert.Equal(rulings, Read(content).Rulings.Length);
    }

    [Theory]
    [InlineData("1 G 1 w 100 300 m 400 300 l S")]
    [InlineData("1 1 1 rg 100 300 300 1 re f")]
    [InlineData("0.8 g 50 250 400 100 re f 0.8 G 1 w 100 300 m 400 300 l S")]
    [InlineData("/Clear gs 100 300 m 400 300 l S 100 300 300 1 re f")]
    [InlineData("0 0 50 50 re W n 100 300 m 400 300 l S 100 300 300 1 re f")]
    [InlineData("100 900 m 400 900 l S -10 300 m -20 300 l S")]
    [InlineData("1 w 100 300 m 400 300 l S 1 g 50 250 400 100 re f")]
    [InlineData("q 300 0 0 0.5 100 299.75 cm /White Do Q")]
    [InlineData("100 300 m 400 300 l n")]
    // A dot, a full stop, a bullet.
    [InlineData("100 300 1 1 re f 200 300 2 2 re f 300 300 2.5 2.5 re f")]
    // Letters turned into outlines: a thin, curved stroke of a glyph.
    [InlineData("100 300 m 110 300 110 301 110 301 c 100 301 l f")]
    // A shading that only touches the edge of the clip.
    [InlineData("100 300 300 100 re W n 0.5 g 100 200 300 100 re f")]
    public void What_does_not_show_as_a_line_is_no_ruling(string content)
    {
        var page = new ContentPage(Reader) { Resources = "/ExtGState << /Clear << /ca 0 /CA 0 >> >> /XObject << /White 20 0 R >>" };
        page.WithStream(20, "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8", "\u00FF\u00FF\u00FF");

        Assert.Empty(page.Paint(content).Rulings);
    }

    [Theory]
    [InlineData("100 300 1.5 1.2 re f", 1.5f, 1.2f)]
    [InlineData("1.2 w 100 300.6 m 101.5 300.6 l S", 1.5f, 1.2f)]
    [InlineData("100 300 2.4 1.8 re f", 2.4f, 1.8f)]
    [InlineData("100 300 3 0.4 re f", 3f, 0.4f)]
    public void A_short_bar_that_may_be_the_sign_of_a_number_is_kept(string content, float length, float thickness)
    {
        Ruling bar = Assert.Single(Read(content).Rulings);

        Assert.True(bar.IsHorizontal);
        Assert.Equal((length, thickness), (MathF.Round(bar.Length, 2), MathF.Round(bar.Thickness, 2)));
    }

    [Fact]
    public void A_white_line_through_a_shaded_head_shows()
    {
        Page page = Read("0 0.3 0.6 rg 50 250 400 100 re f 1 G 1 w 250 250 m 250 350 l S");

        Assert.Equal(new Ruling(false, 250, 250, 350, 1), Assert.Single(page.RoundedRulings()));
    }

    [Fact]
    public void What_a_later_fill_hides_of_a_line_is_cut_off()
    {
        Page page = Read("1 w 100 300 m 500 300 l S 1 g 200 250 100 100 re f 450 250 100 100 re f");

        Assert.Equal([new Ruling(true, 300, 100, 200, 1), new Ruling(true, 300, 300, 450, 1)], page.RoundedRulings());
    }

    [Fact]
    public void A_fill_up_to_the_middle_of_a_line_leaves_it()
    {
        Page page = Read("1 w 100 300 m 500 300 l S 0.9 g 100 300 400 20 re f 100 280 400 20 re f");

        Assert.Equal(new Ruling(true, 300, 100, 500, 1), Assert.Single(page.RoundedRulings()));
    }

    [Theory]
    [InlineData(4, 3)]
    [InlineData(0.5, 1)]
    [InlineData(10, 8)]
    public void Dashes_drawn_one_by_one_are_one_line(double dash, double gap)
    {
        int count = (int)(300 / (dash + gap));
        string content = string.Concat(Enumerable.Range(0, count).Select(i =>
            FormattableString.Invariant($"0.5 w {100 + (i * (dash + gap))} 300 m {100 + (i * (dash + gap)) + dash} 300 l S ")));

        Ruling ruling = Assert.Single(Read(content).RoundedRulings());

        Assert.Equal((300f, 100f), (ruling.At, ruling.Start));
        Assert.Equal(100 + (count * (dash + gap)) - gap, ruling.End, 0.01);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1.5)]
    [InlineData(0.5)]
    public void Dots_make_an_upright_line_too(double width)
    {
        string content = string.Concat(Enumerable.Range(0, 50).Select(i => FormattableString.Invariant($"100 {300 + (2 * i)} {width} 1 re f ")));

        Ruling ruling = Assert.Single(Read(content).RoundedRulings());

        Assert.Equal((false, 300f, 399f, (float)width), (ruling.IsHorizontal, ruling.Start, ruling.End, ruling.Thickness));
        Assert.Equal(100 + (width / 2), ruling.At, 0.01);
    }

    [Theory]
    // Two short lines are not a dashed one; two long ones stay apart however near.
    [InlineData("100 300 m 110 300 l S 114 300 m 124 300 l S", 2)]
    [InlineData("100 300 m 200 300 l S 202 300 m 300 300 l S", 2)]
    [InlineData("100 300 m 200 300 l S 202 300 m 300 300 l S 302 300 m 400 300 l S", 3)]
    // A border with light and shade.
    [InlineData("100 300 200 1 re f 0.5 g 100 301 200 1 re f 0.8 g 100 302 200 1 re f", 3)]
    // The lines of a double rule.
    [InlineData("0.5 w 100 300 m 400 300 l S 100 301.5 m 400 301.5 l S", 2)]
    [InlineData("0.5 w 100 300 m 400 300 l S 100 301 m 400 301 l S 100 302 m 400 302 l S", 3)]
    public void Lines_that_are_apart_stay_apart(string content, int rulings)
    {
        Assert.Equal(rulings, Read(content).Rulings.Length);
    }

    [Theory]
    [InlineData("100 200 300 100 re 101 201 298 98 re f*")]
    [InlineData("100 200 300 100 re 101 299 m 399 299 l 399 201 l 101 201 l h f")]
    public void A_frame_filled_between_two_rectangles_is_four_rulings(string content)
    {
        // The inner one of the second is drawn the other way round, and so left out by the nonzero rule too.
        Assert.Equal(
            [
                new Ruling(true, 200.5f, 100, 400, 1),
                new Ruling(true, 299.5f, 100, 400, 1),
                new Ruling(false, 100.5f, 201, 299, 1),
                new Ruling(false, 399.5f, 201, 299, 1),
            ],
            Read(content).RoundedRulings());
    }

    [Fact]
    public void A_corner_drawn_as_one_outline_is_two_rulings()
    {
        Page page = Read("100 200 m 300 200 l 300 201 l 101 201 l 101 400 l 100 400 l f");

        Assert.Equal([new Ruling(true, 200.5f, 100, 300, 1), new Ruling(false, 100.5f, 201, 400, 1)], page.RoundedRulings());
    }

    [Fact]
    public void A_gradient_painted_in_strips_is_a_fill_not_a_hundred_rulings()
    {
        string content = string.Concat(Enumerable.Range(0, 20).Select(i =>
            FormattableString.Invariant($"{0.9 - (i * 0.01)} g 100 {300 + (2 * i)} 200 2 re f ")));

        Page page = Read(content);

        Assert.Empty(page.Rulings);
        Assert.Equal(new Box(100, 300, 300, 340), Assert.Single(page.Fills).Box.Rounded());
    }

    [Fact]
    public void A_drawing_of_many_shapes_does_not_keep_the_text_from_being_read()
    {
        string shapes = string.Concat(Enumerable.Repeat("9 9 9 9 re f\n", 100_001));

        Page page = Read(shapes + "BT /F1 10 Tf 100 700 Td (A) Tj ET");

        Assert.Equal("A", page.VisibleText());
        Assert.Equal(["limit-drawing"], page.Codes());
    }

    [Fact]
    public void Fills_are_given_with_their_colour_and_clipped()
    {
        Page page = Read("q 0 0 300 800 re W n 0.2 0.4 0.6 rg 100 200 300 50 re f Q 1 g 0 0 10 10 re f 20 w 0 G 100 600 m 200 600 l S");

        Assert.Equal(
            [
                new Fill(new Box(100, 200, 300, 250), 0x336699),
                new Fill(new Box(0, 0, 10, 10), 0xFFFFFF),
                new Fill(new Box(100, 590, 200, 610), 0),
            ],
            page.Fills.ToArray());
        Assert.Empty(page.Rulings);
    }

    [Fact]
    public void Transparent_fills_are_given_as_they_look_on_white()
    {
        var page = new ContentPage(Reader) { Resources = "/ExtGState << /Half << /ca 0.5 >> >>" };

        Assert.Equal(0x8080FF, Assert.Single(page.Paint("/Half gs 0 0 1 rg 100 200 300 50 re f").Fills).Rgb);
    }

    [Fact]
    public void What_a_soft_mask_lets_through_is_no_rectangle()
    {
        var page = new ContentPage(Reader) { Resources = "/ExtGState << /Soft << /SMask << /S /Luminosity /G 20 0 R >> >> /Hard << /SMask /None >> >>" };
        page.WithStream(20, "/Type /XObject /Subtype /Form /BBox [0 0 600 800]", "");

        Page read = page.Paint("0 g /Soft gs 100 600 300 200 re f /Hard gs 100 300 300 50 re f 0 g /Soft gs 1 g BT /F1 10 Tf 120 700 Td (A) Tj ET");

        Assert.Equal(new Box(100, 300, 400, 350), Assert.Single(read.Fills).Box);
        // White on what may be black.
        Assert.Equal("A", read.VisibleText());
    }

    [Fact]
    public void A_path_that_goes_on_after_closing_starts_from_its_beginning()
    {
        Page page = Read("1 w 100 200 m 300 200 l h 100 400 l S");

        Assert.Equal([new Ruling(true, 200, 100, 300, 1), new Ruling(false, 100, 200, 400, 1)], page.RoundedRulings());
    }

    [Theory]
    [InlineData("100 200 10 20 300 200 c")]
    [InlineData("100 200 300 200 v")]
    [InlineData("100 200 300 200 y")]
    public void After_a_curve_lines_go_on_from_its_end(string curve)
    {
        Page page = Read($"1 w 100 100 m {curve} 300 500 l S");

        Assert.Equal(new Ruling(false, 300, 200, 500, 1), Assert.Single(page.RoundedRulings()));
    }
}
