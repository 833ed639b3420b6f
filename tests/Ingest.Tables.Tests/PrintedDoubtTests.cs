using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;
using Ingest.Contract.Pages;

namespace Ingest.Tables.Tests;

/// <summary>What the eye sees in a cell that letters sorted by place do not: marks, signs, strings over one another, lines through text.</summary>
public sealed class PrintedDoubtTests
{
    private static readonly TableFinder _finder = new();

    [Theory]
    [InlineData(3, 4)]
    [InlineData(5, 4)]
    [InlineData(6, 0)]
    [InlineData(7, 3)]
    [InlineData(8, 0)]
    [InlineData(6, -2)]
    // As large as the number, but raised.
    [InlineData(10, 4)]
    public void A_small_or_raised_digit_beside_a_number_is_a_mark(float size, float rise)
    {
        GridCell after = Cell(sheet => sheet.Text(110, 680, "375.00").Text(140, 680 + rise, "1", size));
        GridCell before = Cell(sheet => sheet.Text(120, 680, "375.00").Text(120 - (size / 2), 680 + rise, "2", size));

        Assert.Equal(("375.00¹", CellDoubts.None), (after.Text, after.Doubts));
        Assert.Equal(("²375.00", CellDoubts.None), (before.Text, before.Doubts));
    }

    [Fact]
    public void Decimals_in_small_type_are_no_mark_but_unsure()
    {
        GridCell cell = Cell(sheet => sheet.Text(110, 680, "375").Text(125, 683, ".00", 6));

        Assert.Equal(("375.00", CellDoubts.MixedSizes), (cell.Text, cell.Doubts));
    }

    [Fact]
    public void Raised_figures_of_words_stay_as_they_are() =>
        Assert.Equal("面积m2", Cell(sheet => sheet.Text(102, 680, "面积m").Text(127, 684, "2", 6)).Text);

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(12)]
    public void An_amount_over_the_last_digits_of_its_neighbour_stays_whole(float over)
    {
        Grid grid = Assert.Single(new Sheet().Grid([100, 200, 300], [705, 660])
            .Right(198, 680, "34.32").Text(198 - over, 680, "1,234,567,375.00").Find(_finder).Grids);

        Assert.DoesNotContain(grid.Cells, cell => cell.Text.Contains("34.31", StringComparison.Ordinal));
        Assert.True(grid.Cells[0].Text == "34.32" || !grid.Unplaced.IsEmpty, grid.Cells[0].Text);
    }

    [Theory]
    [InlineData(14)]
    [InlineData(24)]
    // Its last figure ends right behind the border.
    [InlineData(29)]
    public void A_blank_whose_amount_may_be_the_one_over_its_neighbour_is_unsure(float over)
    {
        Grid grid = Assert.Single(new Sheet().Grid([100, 200, 300], [705, 660])
            .Right(198, 680, "1,234.32").Text(200 - over, 680, "375.00").Find(_finder).Grids);

        Assert.Equal("", grid.Cells[1].Text);
        Assert.True((grid.Cells[1].Doubts & CellDoubts.Overprinted) != 0 || !grid.Unplaced.IsEmpty);
    }

    [Fact]
    public void A_blank_beside_an_amount_too_wide_for_its_cell_is_one()
    {
        Grid grid = Assert.Single(new Sheet().Grid([100, 140, 300], [705, 660]).Text(103, 680, "1,234.32").Find(_finder).Grids);

        Assert.Equal(("1,234.32", CellDoubts.None), (grid.Cells[0].Text, grid.Cells[0].Doubts));
        Assert.Equal(("", CellDoubts.None), (grid.Cells[1].Text, grid.Cells[1].Doubts));
    }

    [Theory]
    [InlineData(199f, "1", "¹", CellDoubts.None)]
    [InlineData(200.5f, "1", "¹", CellDoubts.None)]
    [InlineData(199f, "12", "¹²", CellDoubts.None)]
    // Farther off it may be an amount of the next column in smaller type.
    [InlineData(202.5f, "1", "¹", CellDoubts.MixedSizes)]
    public void A_mark_behind_a_number_that_fills_its_cell_is_no_amount_of_the_next_column(float x, string mark, string raised, CellDoubts doubt)
    {
        Grid grid = Assert.Single(new Sheet().Grid([100, 200, 300], [725, 705, 685, 660])
            .Right(199, 710, "1.00").Right(299, 710, "2.00").Right(199, 690, "3.00").Right(299, 690, "4.00")
            .Right(199, 670, "375.00").Text(x, 673, mark, 6).Find(_finder).Grids);

        Assert.Equal("375.00" + raised, grid.Cells[4].Text.Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(("", doubt), (grid.Cells[5].Text, grid.Cells[5].Doubts));
    }

    [Theory]
    [InlineData("2024")]
    [InlineData("2024-03-15")]
    public void A_string_printed_over_an_amount_makes_its_cell_unsure(string over)
    {
        GridCell cell = Cell(sheet => sheet.Text(120, 680, "12.92").Text(131, 681, over));

        Assert.True((cell.Doubts & CellDoubts.Overprinted) != 0);
        Assert.NotEqual("122.092", cell.Text);
    }

    [Theory]
    [InlineData(0, 0xC0C0C0)]
    [InlineData(2, 0xC0C0C0)]
    [InlineData(0, 0xFF0000)]
    [InlineData(0, 0x305090)]
    public void Figures_of_another_colour_right_beside_an_amount_make_its_cell_unsure(float gap, int rgb) =>
        Assert.True((Cell(sheet => sheet.Text(120, 680, "1292").Text(140 + gap, 680, "2024", rgb: rgb)).Doubts & CellDoubts.Overprinted) != 0);

    [Fact]
    public void Colour_alone_makes_nothing_unsure()
    {
        // A whole amount in red, its sign in black, and a shade that nobody sees.
        GridCell cell = Cell(sheet => sheet.Text(115, 680, "-").Text(120, 680, "1292", rgb: 0xFF0000).Text(140, 680, ".50", rgb: 0xF00808));

        Assert.Equal(("-1292.50", CellDoubts.None), (cell.Text, cell.Doubts));
    }

    [Theory]
    [InlineData(3, 0, 3)]
    [InlineData(4, 1, 3.5)]
    [InlineData(6, 3, 2.5)]
    [InlineData(9, 2, 3)]
    public void A_stroke_where_a_minus_stands_is_one(float length, float gap, float height)
    {
        GridCell cell = Cell(sheet => sheet.Text(130, 680, "6.06").Across(680 + height, 130 - gap - length, 130 - gap));

        Assert.Equal(("-6.06", CellDoubts.None), (cell.Text.Replace(" ", "", StringComparison.Ordinal), cell.Doubts));
    }

    [Theory]
    [InlineData(4, 7, 3, 0.5)]
    [InlineData(4, 1, 8, 0.5)]
    [InlineData(1.5, 1, 3, 0.5)]
    [InlineData(1.5, 1, 3, 1.2)]
    [InlineData(2.2, 2, 2.5, 1.8)]
    public void A_stroke_that_may_be_a_minus_or_not_is_said(float length, float gap, float height, float thickness) =>
        Assert.True((Cell(sheet => sheet.Text(130, 680, "6.06").Across(680 + height, 130 - gap - length, 130 - gap, thickness)).Doubts & CellDoubts.Sign) != 0);

    [Theory]
    [InlineData(100, 200)]
    [InlineData(115, 200)]
    [InlineData(105, 195)]
    [InlineData(128, 160)]
    [InlineData(100, 300)]
    public void A_line_through_a_number_parts_no_row_and_is_said(float from, float to)
    {
        Grid grid = Assert.Single(new Sheet().Grid([100, 200, 300], [705, 685, 660])
            .Text(130, 670, "6.06").Text(230, 670, "7.00").Text(110, 690, "1.00").Across(673.5f, from, to).Find(_finder).Grids);

        Assert.Equal(2, grid.Rows);
        Assert.Equal("6.06", grid.Cells[2].Text);
        Assert.Equal(CellDoubts.StruckThrough, grid.Cells[2].Doubts);
        Assert.Equal(to > 200 ? CellDoubts.StruckThrough : CellDoubts.None, grid.Cells[3].Doubts);
    }

    [Fact]
    public void A_border_that_touches_one_of_many_texts_stays_a_border()
    {
        Grid grid = Assert.Single(new Sheet().Grid([100, 200, 300, 400], [705, 690, 675])
            .Text(110, 694, "1.00").Text(210, 694, "2.00").Text(310, 687, "3.00").Text(110, 679, "4.00").Text(210, 679, "5.00").Find(_finder).Grids);

        Assert.Equal(2, grid.Rows);
    }

    [Theory]
    [InlineData(Hidden.Invisible)]
    [InlineData(Hidden.Clipped)]
    [InlineData(Hidden.SameAsBackground)]
    [InlineData(Hidden.Covered)]
    public void Figures_that_cannot_be_seen_make_their_cell_unsure(Hidden reason)
    {
        Grid grid = Assert.Single(new Sheet().Grid([100, 200, 300], [705, 660]).Text(130, 680, "6.06", hidden: reason).Text(230, 680, "1.00").Find(_finder).Grids);

        Assert.Equal(("", CellDoubts.Hidden), (grid.Cells[0].Text, grid.Cells[0].Doubts));
        Assert.Equal(("1.00", CellDoubts.None), (grid.Cells[1].Text, grid.Cells[1].Doubts));
    }

    [Theory]
    [InlineData(102, 198)]
    [InlineData(130, 150)]
    public void A_blank_below_a_black_box_is_none(float left, float right) =>
        Assert.Equal(CellDoubts.Hidden, Cell(sheet => sheet.Fill(new Box(left, 676, right, 690), 0)).Doubts);

    [Theory]
    [InlineData(130, 678, 150, 688, CellDoubts.Drawn)]
    [InlineData(195, 676, 215, 690, CellDoubts.Drawn)]
    // A seal over several cells, a picture beside the table, a line along the border.
    [InlineData(120, 640, 240, 760, CellDoubts.None)]
    [InlineData(310, 678, 330, 688, CellDoubts.None)]
    [InlineData(110, 704, 190, 706, CellDoubts.None)]
    public void A_blank_in_which_something_is_drawn_is_none(float left, float bottom, float right, float top, CellDoubts doubt)
    {
        Page page = new Sheet().Grid([100, 200, 300], [705, 660]).Text(220, 680, "1.00").Build();
        Box drawn = new(left, bottom, right, top);

        foreach (Page painted in (Page[])[page with { Images = [drawn] }, page with { Shapes = [drawn] }])
        {
            Grid grid = Assert.Single(_finder.Find(painted).Grids);
            Assert.Equal((doubt, CellDoubts.None), (grid.Cells[0].Doubts, grid.Cells[1].Doubts));
        }
    }

    [Theory]
    [InlineData(0xD9E2F3)]
    [InlineData(0xFFFFFF)]
    public void A_light_ground_hides_nothing(int rgb) =>
        Assert.Equal(CellDoubts.None, Cell(sheet => sheet.Fill(new Box(100, 660, 200, 705), rgb)).Doubts);

    [Fact]
    public void White_text_on_a_dark_ground_is_seen() =>
        Assert.Equal(CellDoubts.None, Cell(sheet => sheet.Fill(new Box(100, 660, 200, 705), 0x203060).Text(110, 680, "合计")).Doubts);

    [Theory]
    [InlineData(6)]
    [InlineData(8)]
    [InlineData(10)]
    public void Hairlines_between_digit_places_part_no_columns(float step)
    {
        Sheet sheet = new Sheet().Grid([100, 200, 300], [725, 705]).Grid([100, 200, 300], [705, 685, 665])
            .Center(150, 710, "合计").Center(250, 710, "基本支出").Right(198, 690, "534.24").Right(298, 690, "12").Right(198, 670, "9.69");
        for (float x = 100 + step; x < 300 - (step / 2); x += step)
        {
            if (Math.Abs(x - 200) > 1)
                sheet.Down(x, 665, 705);
        }

        Grid grid = Assert.Single(sheet.Find(_finder).Grids);

        Assert.Equal(["合计 | 基本支出", "534.24 | 12", "9.69 | ·"], Printed.Rows(grid));
        // A whole number between the lines may have its last two places for decimals.
        Assert.Equal(CellDoubts.DigitPlaces, grid.Cells[3].Doubts);
        Assert.Equal(CellDoubts.None, grid.Cells[2].Doubts);
    }

    [Theory]
    [InlineData(2, 4)]
    [InlineData(3, 6)]
    [InlineData(1.5f, 3)]
    [InlineData(4, 8)]
    public void Frames_round_a_table_are_no_part_of_it(float inner, float outer)
    {
        Sheet sheet = new Sheet().Grid([100, 200, 300], [705, 685, 665]).Text(110, 690, "合计").Right(298, 690, "534.24");
        foreach (float by in (float[])[inner, outer])
            sheet.Frame(new Box(100 - by, 665 - by, 300 + by, 705 + by));

        Assert.Equal(["合计 | 534.24", "· | ·"], Printed.Rows(Assert.Single(sheet.Find(_finder).Grids)));
    }

    [Fact]
    public void A_row_line_that_is_missing_in_the_amount_cells_alone_is_supplied()
    {
        Sheet sheet = new Sheet().Across(705, 100, 300).Across(685, 100, 200).Across(665, 100, 300)
            .Down(100, 665, 705).Down(200, 665, 705).Down(300, 665, 705)
            .Text(110, 690, "行政单位医疗").Text(110, 670, "公务员医疗补助").Right(298, 690, "6.06").Right(298, 670, "5.65");

        Assert.Equal(["行政单位医疗 | 6.06", "公务员医疗补助 | 5.65"], Printed.Rows(Assert.Single(sheet.Find(_finder).Grids)));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(7)]
    public void Bars_between_cells_are_rulings(float thick)
    {
        Sheet sheet = new Sheet().Text(110, 690, "合计").Right(292, 690, "534.24").Text(110, 670, "小计").Right(292, 670, "9.69");
        foreach (float y in (float[])[705, 685, 662])
            sheet.Fill(new Box(100, y - (thick / 2), 300, y + (thick / 2)), 0x333333);
        foreach (float x in (float[])[100, 200, 300])
            sheet.Fill(new Box(x - (thick / 2), 662, x + (thick / 2), 705), 0x333333);

        Assert.Equal(["合计 | 534.24", "小计 | 9.69"], Printed.Rows(Assert.Single(sheet.Find(_finder).Grids)));
    }

    [Fact]
    public void A_table_cut_off_at_the_edge_of_what_is_shown_says_so()
    {
        Page page = new Sheet().Grid([100, 200, 300], [705, 660]).Text(110, 680, "合计").Text(230, 680, "1.00").Text(320, 680, "9.00", hidden: Hidden.OffPage).Build();

        Assert.True(Assert.Single(_finder.Find(page with { Visible = new Box(0, 0, 301, 800) }).Grids).IsCutOff);
        Assert.False(Assert.Single(_finder.Find(page).Grids).IsCutOff);
    }

    [Theory]
    [InlineData("375.00", true)]
    // The number of the page.
    [InlineData("12", false)]
    public void A_table_cut_off_at_the_foot_of_what_is_shown_says_so(string below, bool isCutOff)
    {
        Page page = new Sheet().Grid([100, 200, 300], [705, 685, 665]).Text(110, 690, "合计").Text(230, 690, "1.00").Text(230, 650, below, hidden: Hidden.OffPage).Build();

        Assert.Equal(isCutOff, Assert.Single(_finder.Find(page with { Visible = new Box(0, 660, 600, 800) }).Grids).IsCutOff);
    }

    [Theory]
    [InlineData(".\u200B")]
    [InlineData("\u200E.")]
    [InlineData("\u202A.\u202C")]
    public void Marks_without_width_are_no_part_of_a_number(string point)
    {
        Page page = new Sheet().Grid([100, 200, 300], [705, 660]).Text(110, 680, "534.24").Build();
        Page written = page with { Letters = [.. page.Letters.Select(letter => letter.Text == "." ? letter with { Text = point } : letter)] };

        Assert.Equal("534.24", Assert.Single(_finder.Find(written).Grids).Cells[0].Text);
    }

    [Fact]
    public void Mathematical_digits_are_digits()
    {
        Page page = new Sheet().Grid([100, 200, 300], [705, 660]).Text(110, 680, "534.24").Build();
        Page written = page with { Letters = [.. page.Letters.Select(letter => char.IsAsciiDigit(letter.Text[0]) ? letter with { Text = char.ConvertFromUtf32(0x1D7CE + letter.Text[0] - '0') } : letter)] };

        Assert.Equal("534.24", Assert.Single(_finder.Find(written).Grids).Cells[0].Text);
    }

    private static GridCell Cell(Action<Sheet> write)
    {
        Sheet sheet = new Sheet().Grid([100, 200, 300], [705, 660]);
        write(sheet);
        return Assert.Single(sheet.Find(_finder).Grids).Cells[0];
    }
}
