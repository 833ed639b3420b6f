using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;

namespace Ingest.Tables.Tests;

/// <summary>Tables without lines in which a head or a name reaches over more than one column or row.</summary>
public sealed class AlignedHeadAndGroupTests
{
    [Fact]
    public void A_head_in_the_middle_of_all_rows_of_the_head_is_of_no_group_beside_it()
    {
        // The group is centred over columns 1 to 3, and as well over 0 to 4: only the heights of 合计 and 会议费 tell.
        Sheet sheet = new Sheet()
            .Center(250, 710, "“三公”经费").Center(100, 690, "合计").Center(400, 690, "会议费")
            .Center(175, 680, "小计").Center(325, 680, "接待费").Center(250, 690, "运行费用").Center(230, 670, "甲").Center(270, 670, "乙")
            .Across(725, 60, 440).Across(662, 60, 440).Across(600, 60, 440);
        for (int row = 0; row < 3; row++)
        {
            float y = 650 - 20 * row;
            sheet.Right(120, y, $"{row}1.00").Right(195, y, $"{row}2.00").Right(240, y, $"{row}3.00").Right(285, y, $"{row}4.00").Right(345, y, $"{row}5.00").Right(420, y, $"{row}6.00");
        }

        GridCell group = Assert.Single(Assert.Single(sheet.Find(new TableFinder()).Grids).Cells, cell => cell.Text == "“三公”经费");
        Assert.Equal((1, 4), (group.Column, group.ColumnSpan));
    }

    [Fact]
    public void A_head_repeats_the_columns_of_one_right_beneath_it()
    {
        Sheet sheet = new Sheet()
            .Center(150, 714, "收入").Center(350, 714, "支出").Center(350, 696, "支出用途")
            .Center(100, 688, "项目").Center(200, 688, "金额").Center(300, 680, "项目").Center(400, 680, "金额");
        for (int row = 0; row < 3; row++)
            sheet.Text(60, 660 - 20 * row, "财政拨款").Right(245, 660 - 20 * row, $"{row}1.00").Text(255, 660 - 20 * row, "基本支出").Right(445, 660 - 20 * row, $"{row}2.00");

        Assert.Equal(
            ["收入[1x2] | 支出[1x2]", "项目[2x1] | 金额[2x1] | 支出用途[1x2]", "项目 | 金额"],
            Printed.Rows(Assert.Single(sheet.Find(new TableFinder()).Grids)).Take(3));
    }

    /// <summary>Names stand beside nearly every row, so close that any three could be one name of three rows: the ways to share the rows out are more than can be tried.</summary>
    [Fact]
    public void Names_beside_nearly_all_rows_of_a_long_page_are_names_of_single_rows()
    {
        Sheet sheet = new Sheet().Text(60, 760, "单位").Text(160, 760, "项目").Right(400, 760, "金额").Across(772, 60, 420).Across(752, 60, 420).Across(120, 60, 420);
        for (int row = 0; row < 44; row++)
        {
            float y = 740 - 14 * row;
            if (row < 41)
                sheet.Text(60, y, "某局本级");
            sheet.Text(160, y, "业务费支出").Right(400, y, $"{row}.00");
        }

        Assert.Equal(45, Assert.Single(sheet.Find(new TableFinder()).Grids).Rows);
    }

    // One head over the names of several rows, each in the middle of its own, and those of single rows.
    private static readonly string[] _grouped =
    [
        "项目名称[1x2] | 金额",
        "收入总计[1x2] | 9.00",
        "财政资金[3x1] | 小计 | 6.00",
        "公共财政拨款资金 | 4.00",
        "专项收入 | 2.00",
        "其他资金[2x1] | 小计 | 3.00",
        "事业收入 | 3.00",
    ];

    [Fact]
    public void Names_that_share_out_all_rows_stand_for_those_they_are_in_the_middle_of()
    {
        Sheet sheet = Grouped().Across(705, 60, 420).Across(685, 60, 420).Across(565, 60, 420);

        // The total's name begins within the second of the two columns, wherever the border between them is taken to be.
        Assert.Equal(["项目名称[1x2] | 金额", "· | 收入总计 | 9.00", .. _grouped.Skip(2)], Printed.Rows(Assert.Single(sheet.Find(new TableFinder()).Grids)));
    }

    [Fact]
    public void A_name_of_several_rows_may_have_several_lines()
    {
        Sheet sheet = Grouped("一般公共预", "算财政资金").Across(705, 60, 420).Across(685, 60, 420).Across(565, 60, 420);

        Assert.Contains(Assert.Single(sheet.Find(new TableFinder()).Grids).Cells, cell => cell is { RowSpan: 3, Text: "一般公共预算财政资金" });
    }

    [Fact]
    public void Lines_that_leave_out_the_first_column_show_how_far_its_names_reach()
    {
        Sheet sheet = Grouped();
        foreach (float y in (float[])[705, 685, 665, 605, 565])
            sheet.Across(y, 60, 420);
        foreach (float y in (float[])[645, 625, 585])
            sheet.Across(y, 180, 420);

        Assert.Equal(_grouped, Printed.Rows(Assert.Single(sheet.Find(new TableFinder()).Grids)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Names_beside_the_first_or_all_beside_the_last_of_their_rows_stand_for_all_of_them(bool atTop)
    {
        // Set to the top or the bottom of cells of three rows and of two; the first name has two lines.
        Sheet sheet = Rows().Text(80, atTop ? 652 : 624, "一般公共预").Text(80, atTop ? 640 : 612, "算资金").Text(80, atTop ? 592 : 572, "其他资金")
            .Across(705, 60, 420).Across(685, 60, 420).Across(565, 60, 420);

        Grid grid = Assert.Single(sheet.Find(new TableFinder()).Grids);
        Assert.Contains(grid.Cells, cell => cell is { Row: 2, RowSpan: 3, Text: "一般公共预算资金" });
        Assert.Contains(grid.Cells, cell => cell is { Row: 5, RowSpan: 2, Text: "其他资金" });
    }

    [Fact]
    public void Names_beside_the_first_and_the_last_row_do_not_show_which_rows_are_theirs()
    {
        Sheet sheet = Rows().Text(80, 652, "财政资金").Text(80, 572, "其他资金").Across(705, 60, 420).Across(685, 60, 420).Across(565, 60, 420);

        Assert.DoesNotContain(Assert.Single(sheet.Find(new TableFinder()).Grids).Cells, cell => cell.RowSpan > 1);
    }

    [Fact]
    public void A_name_that_is_off_the_middle_of_its_rows_stands_for_none_of_them()
    {
        Sheet sheet = Grouped(offset: 6).Across(705, 60, 420).Across(685, 60, 420).Across(565, 60, 420);

        Assert.DoesNotContain(Assert.Single(sheet.Find(new TableFinder()).Grids).Cells, cell => cell.RowSpan > 1);
    }

    [Fact]
    public void Items_with_numbers_of_their_own_are_never_one_name()
    {
        // The first name fills its column, and its row is as close to the next as lines of one text are.
        Sheet sheet = new Sheet().Center(100, 690, "项目").Center(220, 690, "预算数").Center(340, 690, "上年");
        string[] names = ["一、一般公共服务支出", "二、外交支出", "三、国防支出", "四、公共安全支出"];
        for (int row = 0; row < names.Length; row++)
            sheet.Text(60, 676 - 13 * row, names[row]);
        sheet.Right(260, 676, "1.00").Right(380, 676, "2.00").Right(260, 637, "3.00").Right(380, 637, "4.00");
        for (int row = 0; row < 3; row++)
            sheet.Text(60, 624 - 13 * row, $"五、其他{row}").Right(260, 624 - 13 * row, "5.00").Right(380, 624 - 13 * row, "6.00");

        Assert.Equal(names, Printed.Rows(Assert.Single(sheet.Find(new TableFinder()).Grids)).Skip(1).Take(4).Select(row => row.Split(" | ")[0]));
    }

    [Theory]
    [InlineData("1、其中：一般财力", "2、基金拨款")]
    [InlineData("207文化旅游体育支出", "208社会保障支出")]
    public void Nor_are_names_that_begin_with_a_number_a_code_or_a_word_of_lists(string first, string second)
    {
        Sheet sheet = new Sheet().Center(100, 690, "项目").Center(220, 690, "预算数").Center(340, 690, "上年").Text(60, 663, first).Text(60, 650, second);
        foreach (float y in (float[])[676, 637, 624])
            sheet.Text(60, y, "9、其他项目").Right(260, y, "5.00").Right(380, y, "6.00");

        Assert.Equal([first, second], Printed.Rows(Assert.Single(sheet.Find(new TableFinder()).Grids)).Skip(2).Take(2).Select(row => row.Split(" | ")[0]));
    }

    [Fact]
    public void A_group_right_above_the_middle_one_of_its_three_columns_is_no_first_line_of_that()
    {
        Sheet sheet = new Sheet().Center(90, 676, "科目名称").Center(250, 690, "支出预算").Center(180, 676, "合计").Center(250, 676, "基本支出").Center(320, 676, "项目支出");
        for (int row = 0; row < 3; row++)
            sheet.Text(60, 656 - 20 * row, "支出项目").Right(210, 656 - 20 * row, $"{row}1.00").Right(280, 656 - 20 * row, $"{row}2.00").Right(350, 656 - 20 * row, $"{row}3.00");
        sheet.Across(703, 60, 360).Across(669, 60, 360).Across(608, 60, 360);

        Assert.Equal(
            ["科目名称[2x1] | 支出预算[1x3]", "合计 | 基本支出 | 项目支出"],
            Printed.Rows(Assert.Single(sheet.Find(new TableFinder()).Grids)).Take(2));
    }

    [Fact]
    public void A_shaded_head_in_a_frame_does_not_make_the_frame_a_ruled_table()
    {
        Sheet sheet = new Sheet().Center(100, 690, "项目").Center(220, 690, "预算数").Center(340, 690, "上年")
            .Frame(new Box(60, 560, 420, 702)).Fill(new Box(60, 684, 160, 702)).Fill(new Box(160, 684, 280, 702)).Fill(new Box(280, 684, 420, 702));
        for (int row = 0; row < 5; row++)
            sheet.Text(64, 670 - 22 * row, $"支出项目{row}").Right(276, 670 - 22 * row, $"{row}1.00").Right(416, 670 - 22 * row, $"{row}2.00");

        Assert.Equal(
            ["项目 | 预算数 | 上年", "支出项目0 | 01.00 | 02.00", "支出项目1 | 11.00 | 12.00"],
            Printed.Rows(Assert.Single(sheet.Find(new TableFinder()).Grids)).Take(3));
    }

    [Fact]
    public void A_total_below_blank_rows_is_of_the_table_when_its_amounts_end_where_those_above_do()
    {
        Sheet sheet = new Sheet().Center(100, 690, "项目").Center(220, 690, "预算数").Center(340, 690, "上年");
        for (int row = 0; row < 3; row++)
            sheet.Text(60, 670 - 20 * row, "支出项目").Right(260, 670 - 20 * row, $"{row}1.00").Right(380, 670 - 20 * row, $"{row}2.00");
        sheet.Center(100, 510, "支出总计").Right(260, 510, "63.00").Right(380, 510, "66.00");

        Assert.Equal("支出总计 | 63.00 | 66.00", Printed.Rows(Assert.Single(sheet.Find(new TableFinder()).Grids))[^1]);
    }

    [Fact]
    public void A_name_printed_right_behind_an_amount_begins_the_next_column()
    {
        Sheet sheet = new Sheet().Center(90, 690, "项目").Center(170, 690, "预算数").Center(270, 690, "项目").Center(370, 690, "预算数");
        string[] names = ["一、教育支出", "二、外交支出", "三、国防支出"];
        for (int row = 0; row < 3; row++)
            sheet.Text(60, 670 - 20 * row, "财政拨款").Right(210, 670 - 20 * row, "1,234.00").Text(210, 670 - 20 * row, names[row]).Right(420, 670 - 20 * row, "5.00");

        Assert.Equal(
            names.Select(name => $"财政拨款 | 1,234.00 | {name} | 5.00"),
            Printed.Rows(Assert.Single(sheet.Find(new TableFinder()).Grids)).Skip(1));
    }

    private static Sheet Grouped(string first, string second) =>
        Rows().Center(120, 638, first).Center(120, 626, second).Center(120, 582, "其他资金");

    private static Sheet Grouped(float offset = 0) => Rows().Center(120, 632 + offset, "财政资金").Center(120, 582 + offset, "其他资金");

    private static Sheet Rows()
    {
        Sheet sheet = new Sheet().Center(180, 692, "项目名称").Center(360, 692, "金额").Center(170, 672, "收入总计").Right(415, 672, "9.00");
        string[] names = ["小计", "公共财政拨款资金", "专项收入", "小计", "事业收入"];
        string[] amounts = ["6.00", "4.00", "2.00", "3.00", "3.00"];
        for (int row = 0; row < names.Length; row++)
            sheet.Text(185, 652 - 20 * row, names[row]).Right(415, 652 - 20 * row, amounts[row]);
        return sheet;
    }
}
