using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;

namespace Ingest.Pdf.Tests.Content;

// F1: a letter of size s is s/2 wide, reaching 0.8 s above the baseline and 0.2 s below.
public abstract class TextPositionContract(IPdfReader reader) : ContentContract(reader)
{
    [Fact]
    public void A_letter_stands_where_the_text_matrix_puts_it()
    {
        Letter letter = Only("BT /F1 10 Tf 1 0 0 1 100 700 Tm (A) Tj ET");

        Assert.Equal("A", letter.Text);
        Assert.Equal(new Box(100, 698, 105, 708), letter.Box.Rounded());
        Assert.Equal((100f, 700f, 10f, 0f), (letter.X, letter.Y, letter.Size, letter.Angle));
        Assert.False(letter.Vertical);
        Assert.True(letter.IsVisible);
    }

    [Theory]
    // One letter is 5 points wide at size 10.
    [InlineData("(AB) Tj", 105)]
    [InlineData("2 Tc (AB) Tj", 107)]
    [InlineData("200 Tz (AB) Tj", 110)]
    [InlineData("200 Tz 2 Tc (AB) Tj", 114)]
    [InlineData("3 Tw ( B) Tj", 108)]
    [InlineData("3 Tw (AB) Tj", 105)]
    [InlineData("[(A) -300 (B)] TJ", 108)]
    [InlineData("[(A) 100 (B)] TJ", 104)]
    [InlineData("200 Tz [(A) -300 (B)] TJ", 116)]
    [InlineData("(A) Tj 50 0 Td (B) Tj", 150)]
    [InlineData("(A) Tj (B) Tj", 105)]
    [InlineData("/F1 20 Tf (A) Tj /F1 10 Tf (B) Tj", 110)]
    public void The_next_letter_follows_by_width_spacing_and_scale(string operators, float x)
    {
        Page page = Read($"BT /F1 10 Tf 1 0 0 1 100 700 Tm {operators} ET");

        Letter second = page.Letters.Single(letter => letter.Text == "B");
        Assert.Equal(x, second.X, 0.001f);
        Assert.Equal(700, second.Y, 0.001f);
    }

    [Theory]
    [InlineData("12 TL (A) Tj T* (B) Tj", 100, 688)]
    [InlineData("12 TL (A) Tj (B) '", 100, 688)]
    [InlineData("(A) Tj 20 -15 TD (B) Tj", 120, 685)]
    [InlineData("(A) Tj 0 -15 TD T* (B) Tj", 100, 670)]
    [InlineData("12 TL (A) Tj 0 0 (B) \"", 100, 688)]
    [InlineData("5 Ts (B) Tj", 100, 705)]
    [InlineData("(A) Tj 1 0 0 1 30 40 Tm (B) Tj", 30, 40)]
    public void Lines_begin_where_the_line_operators_say(string operators, float x, float y)
    {
        Letter second = Read($"BT /F1 10 Tf 100 700 Td {operators} ET").Letters.Single(letter => letter.Text == "B");

        Assert.Equal((x, y), (second.X, second.Y));
    }

    [Fact]
    public void The_double_quote_sets_word_and_character_spacing()
    {
        Page page = Read("BT /F1 10 Tf 100 700 Td 7 2 ( B) \" (C) Tj ET");

        // The space: 5 wide, 2 between characters, 7 between words.
        Assert.Equal(114, page.Letters.Single(letter => letter.Text == "B").X);
        Assert.Equal(121, page.Letters.Single(letter => letter.Text == "C").X);
    }

    [Theory]
    [InlineData("0 1 -1 0 300 400 Tm", 90, 292, 400, 302, 405)]
    [InlineData("-1 0 0 -1 300 400 Tm", 180, 295, 392, 300, 402)]
    [InlineData("0 -1 1 0 300 400 Tm", 270, 298, 395, 308, 400)]
    // Mirrored: the letter hangs below its baseline.
    [InlineData("1 0 0 -1 300 400 Tm", 0, 300, 392, 305, 402)]
    public void Turned_letters_have_an_angle_and_an_upright_box(
        string matrix, float angle, float left, float bottom, float right, float top)
    {
        Letter letter = Only($"BT /F1 10 Tf {matrix} (A) Tj ET");

        Assert.Equal(angle, letter.Angle);
        Assert.Equal(new Box(left, bottom, right, top), letter.Box.Rounded());
        Assert.Equal(10, letter.Size, 0.001f);
    }

    [Fact]
    public void A_watermark_at_45_degrees_is_boxed_around()
    {
        Letter letter = Only("BT /F1 10 Tf 0.7071068 0.7071068 -0.7071068 0.7071068 300 400 Tm (A) Tj ET");

        Assert.Equal(45, letter.Angle);
        Assert.Equal(10, letter.Size, 0.001f);
        // Corners: (0,−2) (5,−2) (5,8) (0,8), turned by 45°: x from −8·0.707 to 7·0.707, y from −2·0.707 to 13·0.707.
        Assert.Equal(new Box(294.34f, 398.59f, 304.95f, 409.19f), letter.Box.Rounded());
    }

    [Fact]
    public void Oblique_letters_have_the_box_of_upright_ones()
    {
        Letter letter = Only("BT /F1 10 Tf 1 0 0.33 1 300 400 Tm (A) Tj ET");

        Assert.Equal(new Box(300, 398, 305, 408), letter.Box.Rounded());
        Assert.Equal((10f, 0f), (letter.Size, letter.Angle));
    }

    [Fact]
    public void A_negative_size_turns_letters_by_half_a_circle()
    {
        Letter letter = Only("BT /F1 -10 Tf 300 400 Td (A) Tj ET");

        Assert.Equal((180f, 10f), (letter.Angle, letter.Size));
        Assert.Equal(new Box(295, 392, 300, 402), letter.Box.Rounded());
    }

    [Fact]
    public void The_current_matrix_scales_and_moves_text()
    {
        // As Chromium writes: y downwards, undone by the text matrix.
        Letter letter = Only("0.5 0 0 -0.5 0 800 cm BT /F1 20 Tf 1 0 0 -1 200 400 Tm (A) Tj ET");

        Assert.Equal(new Box(100, 598, 105, 608), letter.Box.Rounded());
        Assert.Equal((10f, 0f), (letter.Size, letter.Angle));
    }

    [Fact]
    public void Places_count_from_the_corner_of_the_media_box_in_points()
    {
        var page = new ContentPage(Reader) { Entries = "/MediaBox [50 60 350 460] /CropBox [60 80 340 440] /UserUnit 2 /Rotate 90" };

        Page read = page.Paint("BT /F1 10 Tf 150 260 Td (A) Tj ET");

        Letter letter = Assert.Single(read.Letters);
        Assert.Equal(new Box(200, 396, 210, 416), letter.Box.Rounded());
        Assert.Equal(20, letter.Size);
        Assert.Equal((600f, 800f, 90), (read.Width, read.Height, read.Rotation));
        Assert.Equal(new Box(20, 40, 580, 760), read.Visible);
    }

    [Fact]
    public void Text_parameters_are_saved_with_the_graphics_state()
    {
        Page page = Read("BT /F1 10 Tf q 5 Tc /F1 20 Tf Q 100 700 Td (AB) Tj ET");

        Assert.Equal((105f, 10f), (page.Letters[1].X, page.Letters[1].Size));
    }

    [Fact]
    public void Font_and_size_may_come_from_a_parameter_dictionary()
    {
        var page = new ContentPage(Reader) { Resources = "/ExtGState << /G << /Font [3 0 R 20] >> >>" };

        Assert.Equal(20, Assert.Single(page.Paint("/G gs BT 100 700 Td (A) Tj ET").Letters).Size);
    }

    [Fact]
    public void A_number_and_its_operator_may_stand_in_different_streams()
    {
        Page page = new ContentPage(Reader).Paint("BT /F1 10 Tf 100", "700 Td (A) T", "j (B)", "Tj ET");

        // Streams are joined by white space, so T and j are two unknown operators.
        Letter letter = Assert.Single(page.Letters);
        Assert.Equal(("B", 100f, 700f), (letter.Text, letter.X, letter.Y));
    }

    [Fact]
    public void Streams_of_any_size_are_one_content()
    {
        string much = new(' ', 3 << 20);

        Page page = new ContentPage(Reader).Paint("q BT /F1 10 Tf" + much, "100 700 Td" + much + much, "(A) Tj" + much, "(B) Tj ET Q");

        Assert.Equal([100f, 105f], page.Letters.Select(letter => letter.X));
    }

    [Fact]
    public void Vertical_writing_goes_down_and_centres_letters_on_the_line()
    {
        var page = new ContentPage(Reader)
        {
            Fonts = "/V << /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /UniGB-UCS2-V /DescendantFonts [20 0 R] >>",
        };
        page.With(20, "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 5 0 R >>");

        Page read = page.Paint("BT /V 10 Tf 300 700 Td 1 Tc <4E004E8C> Tj ET");

        // Default metrics: origin 880/1000 above and half a width left of the letter's own, advance −1000.
        // A positive Tc moves upwards, against the direction of writing.
        Assert.Equal("一二", read.VisibleText());
        Assert.True(read.Letters[0].Vertical);
        // Readers differ by a tenth of the size on where fonts without metrics of their own have that origin.
        Assert.Equal(295f, read.Letters[0].X);
        Assert.Equal(691.2f, read.Letters[0].Y, 1f);
        Assert.Equal(9, read.Letters[0].Y - read.Letters[1].Y, 0.001f);
        Assert.Equal(0, read.Letters[0].Angle);
    }

    [Fact]
    public void Type3_letters_are_measured_in_units_of_their_own()
    {
        var page = new ContentPage(Reader)
        {
            Fonts = "/T << /Type /Font /Subtype /Type3 /FontBBox [0 -20 50 80] /FontMatrix [0.01 0 0 0.01 0 0] /FirstChar 65 /LastChar 65 /Widths [50] /CharProcs << /A 20 0 R >> /Encoding << /Differences [65 /A] >> /Resources << >> >>",
        };
        page.WithStream(20, "", "50 0 0 0 50 80 d1 0 0 50 80 re f");

        Page read = page.Paint("BT /T 10 Tf 100 700 Td (AA) Tj ET");

        Assert.Equal("AA", read.VisibleText());
        Assert.Equal((105, 110, 708), (read.Letters[1].Box.Left, read.Letters[1].Box.Right, read.Letters[1].Box.Top));
        Assert.Equal(698, read.Letters[1].Box.Bottom, 1f);
    }

    private Letter Only(string content) => Assert.Single(Read(content).Letters);
}
