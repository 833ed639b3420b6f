using Ingest.Contract.Grids;

namespace Ingest.Tables.Tests;

public abstract class LetterPlacingContract(ITableFinder finder)
{
    private static Sheet Three() => new Sheet().Grid([100, 200, 260, 400], [700, 680]);

    [Fact]
    public void A_number_that_touches_its_neighbours_label_stays_in_its_cell() =>
        Assert.Equal(["· | 1,234.56 | 一般公共服务支出"], Row(Three().Right(260, 686, "1,234.56").Text(260, 686, "一般公共服务支出")));

    [Fact]
    public void A_bracket_that_opens_belongs_to_what_follows_it() =>
        Assert.Equal(["· | 720.20 | （一）教育支出"], Row(Three().Right(260, 686, "720.20").Text(260, 686, "（一）教育支出")));

    [Fact]
    public void A_number_that_reaches_over_the_line_keeps_its_last_digit() =>
        Assert.Equal(["· | 1,234.56 | ·"], Row(Three().Right(263, 686, "1,234.56")));

    [Fact]
    public void A_number_too_wide_for_its_cell_stays_whole() =>
        Assert.Equal(["· | 123,456,789.00 | ·"], Row(Three().Right(257, 686, "123,456,789.00")));

    [Fact]
    public void Two_amounts_that_touch_at_the_line_are_two() =>
        Assert.Equal(["· | 11.71 | 5.65"], Row(Three().Right(260, 686, "11.71").Text(260, 686, "5.65")));

    [Fact]
    public void Digits_set_apart_at_the_line_and_nowhere_else_are_two_numbers() =>
        Assert.Equal(["· | 1,233.67 | 201一般公共服务支出"], Row(Three().Right(259.2f, 686, "1,233.67").Text(260.8f, 686, "201 一般公共服务支出")));

    [Fact]
    public void Digits_that_could_be_one_number_or_two_are_left_unplaced()
    {
        Grid grid = Three().Right(260, 686, "171").Text(260, 686, "565").Find(finder).Grids[0];

        Assert.Equal(["· | · | ·"], Printed.Rows(grid));
        Assert.Equal("171565", Assert.Single(grid.Unplaced).Text);
    }

    [Fact]
    public void A_label_that_the_line_runs_through_stays_whole() =>
        Assert.Equal(["机关事业单位基本养老保险 | · | ·"], Row(Three().Text(95, 686, "机关事业单位基本养老保险")));

    [Fact]
    public void A_label_spread_over_two_cells_alike_is_left_unplaced()
    {
        Grid grid = new Sheet().Grid([100, 150, 200], [700, 680]).Center(154, 686, "基本支出").Find(finder).Grids[0];

        Assert.Equal("基本支出", Assert.Single(grid.Unplaced).Text);
    }

    [Fact]
    public void Numbers_of_one_row_may_stand_on_different_baselines() =>
        Assert.Equal(["208 | 84.65 | 行政单位离退休"], Row(Three().Text(102, 686, "208").Right(258, 691, "84.65").Text(262, 683, "行政单位离退休")));

    [Fact]
    public void Letters_much_larger_than_their_cell_are_left_unplaced()
    {
        Grid grid = Three().Text(102, 686, "合计").Text(220, 683, "5.65").Text(262, 686, "其他支出").Text(140, 670, "样", 60).Find(finder).Grids[0];

        Assert.Equal(["合计 | 5.65 | 其他支出"], Printed.Rows(grid));
        Assert.Equal("样", Assert.Single(grid.Unplaced).Text);
    }

    private string[] Row(Sheet sheet) => Printed.Rows(Assert.Single(sheet.Find(finder).Grids));
}
