using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;

namespace Ingest.Tables.Tests;

public sealed class AlignedTableTests
{
    // Four columns, 60–120, 120–260, 260–340, 340–420, with a head of two rows.
    private static readonly string[] _withHead =
    [
        "科目[1x2] | 支出预算[1x2]",
        "编码 | 名称 | 合计 | 基本支出",
        "201 | 一般公共服务支出 | 499.92 | 124.92",
        "20103 | 政府办公厅及相关机构事务 | 499.92 | ·",
        "208 | 社会保障和就业支出 | 12.92 | 12.92",
        "· | 总计 | 512.84 | 137.84",
    ];

    [Fact]
    public void Horizontal_lines_make_rows_and_alignment_makes_columns()
    {
        Sheet sheet = Written(20);
        foreach (float y in (float[])[700, 660, 640, 620, 600, 580])
            sheet.Across(y, 60, 420);
        sheet.Across(680, 60, 260).Across(680, 260, 420);

        Grid grid = Assert.Single(sheet.Find(new TableFinder()).Grids);
        Assert.Equal(GridEvidence.HorizontalRules, grid.Evidence);
        Assert.Equal(_withHead, Printed.Rows(grid));
    }

    [Fact]
    public void Lines_above_and_below_the_head_and_at_the_end_are_enough()
    {
        PageContent content = Written(20).Across(700, 60, 420).Across(660, 60, 420).Across(580, 60, 420)
            .Center(240, 730, "部门支出总表", 16).Right(420, 710, "单位：万元").Text(60, 565, "注：本表金额单位为万元。").Find(new TableFinder());

        Assert.Equal(_withHead, Printed.Rows(Assert.Single(content.Grids)));
        Assert.Equal(["部门支出总表", "单位：万元", "注：本表金额单位为万元。"], Printed.Lines(content));
    }

    [Fact]
    public void Text_that_lines_up_is_a_table_without_any_line()
    {
        PageContent content = Written(20)
            .Center(240, 740, "部门支出总表", 16).Text(60, 715, "编制部门：局").Right(420, 715, "单位：万元").Find(new TableFinder());

        Grid grid = Assert.Single(content.Grids);
        Assert.Equal(GridEvidence.Aligned, grid.Evidence);
        Assert.Equal(_withHead, Printed.Rows(grid));
        Assert.Equal(["部门支出总表", "编制部门：局", "单位：万元"], Printed.Lines(content));
    }

    [Theory]
    [InlineData(700, 660, 640, 620)]
    [InlineData(660, 640, 620, 600)]
    public void Every_other_row_shaded_makes_rows(float headTop, float headBottom, float top, float bottom)
    {
        Sheet sheet = Written(20).Fill(new Box(60, headBottom, 420, headTop)).Fill(new Box(60, bottom, 420, top));

        Assert.Equal(_withHead, Printed.Rows(Assert.Single(sheet.Find(new TableFinder()).Grids)));
    }

    [Fact]
    public void A_shaded_head_says_where_the_table_begins()
    {
        // The unit stands close above and without a colon; only the shade tells it from a head.
        Sheet sheet = Written(20).Fill(new Box(60, 660, 420, 700)).Right(420, 704, "万元");

        PageContent content = sheet.Find(new TableFinder());
        Assert.Equal(_withHead, Printed.Rows(Assert.Single(content.Grids)));
        Assert.Equal(["万元"], Printed.Lines(content));
    }

    [Fact]
    public void A_wrapped_name_is_one_row()
    {
        Sheet sheet = new Sheet();
        string[] names = ["行政运行", "住房公积金", "公务员医疗补助"];
        for (int row = 0; row < 3; row++)
        {
            float y = 690 - 30 * row;
            sheet.Text(60, y, $"2010{row}").Text(120, y, names[row]).Right(300, y, $"{row + 1}1.00").Right(380, y, $"{row + 1}2.00");
        }

        sheet.Text(120, 606, "机关事业单位基本").Text(60, 600, "20805").Right(300, 600, "4.00").Right(380, 600, "5.00").Text(120, 594, "养老保险缴费支出");

        Assert.Equal(
            [
                "20100 | 行政运行 | 11.00 | 12.00",
                "20101 | 住房公积金 | 21.00 | 22.00",
                "20102 | 公务员医疗补助 | 31.00 | 32.00",
                "20805 | 机关事业单位基本养老保险缴费支出 | 4.00 | 5.00",
            ],
            Printed.Rows(Assert.Single(sheet.Find(new TableFinder()).Grids)));
    }

    [Fact]
    public void A_column_without_contents_is_kept_for_its_head()
    {
        Sheet sheet = new Sheet()
            .Center(100, 690, "项目").Center(200, 690, "合计").Center(300, 690, "单位资金").Center(400, 690, "其他");
        for (int row = 0; row < 4; row++)
            sheet.Text(60, 670 - 20 * row, "支出项目").Right(240, 670 - 20 * row, $"{row}1.50").Right(440, 670 - 20 * row, $"{row}2.50");

        Assert.Equal(
            ["项目 | 合计 | 单位资金 | 其他", "支出项目 | 01.50 | · | 02.50"],
            Printed.Rows(Assert.Single(sheet.Find(new TableFinder()).Grids)).Take(2));
    }

    /// <summary>The rest of a table on its last page: no row has money in both of the last two columns.</summary>
    [Fact]
    public void Amounts_that_no_row_has_side_by_side_are_still_of_two_columns()
    {
        Sheet sheet = new();
        for (int row = 0; row < 6; row++)
            sheet.Text(60, 670 - 20 * row, "支出项目").Right(240, 670 - 20 * row, $"{row}1.50").Right(row % 2 == 0 ? 320 : 400, 670 - 20 * row, $"{row}1.50");

        Assert.Equal(
            ["支出项目 | 01.50 | 01.50 | ·", "支出项目 | 11.50 | · | 11.50"],
            Printed.Rows(Assert.Single(sheet.Find(new TableFinder()).Grids)).Take(2));
    }

    /// <summary>编码, centred over 类 and 款, reaches farther right than any code, and not as far as a name.</summary>
    [Fact]
    public void A_head_that_juts_out_beyond_its_columns_is_not_over_the_next_one()
    {
        Sheet sheet = new Sheet()
            .Center(150, 720, "科目").Center(330, 720, "基本支出").Center(90, 706, "分类科目编码").Center(65, 692, "类").Center(105, 692, "款")
            .Center(190, 699, "名称").Center(300, 699, "合计").Center(360, 699, "公用");
        for (int row = 0; row < 4; row++)
        {
            float y = 670 - 20 * row;
            sheet.Center(65, y, "301").Center(105, y, $"0{row}").Text(128, y, "工资福利支出").Right(318, y, $"{row}1.00").Right(378, y, $"{row}1.00");
        }

        Assert.Equal(
            ["科目[1x3] | 基本支出[1x2]", "分类科目编码[1x2] | 名称[2x1] | 合计[2x1] | 公用[2x1]", "类 | 款"],
            Printed.Rows(Assert.Single(sheet.Find(new TableFinder()).Grids)).Take(3));
    }

    /// <summary>The first line from side to side is drawn below the head, whose longest name is broken over two lines.</summary>
    [Fact]
    public void A_head_above_the_first_line_belongs_to_the_table_also_when_it_ends_in_a_single_text()
    {
        Sheet sheet = new Sheet().Center(100, 706, "项目").Center(220, 706, "合计").Center(340, 712, "上级转移").Center(340, 700, "支付");
        foreach (float y in (float[])[690, 670, 650, 630, 610])
            sheet.Across(y, 60, 400);
        for (int row = 0; row < 4; row++)
            sheet.Text(64, 676 - 20 * row, "支出项目").Right(256, 676 - 20 * row, $"{row}1.50").Right(396, 676 - 20 * row, $"{row}2.50");

        Assert.Equal(
            ["项目 | 合计 | 上级转移支付", "支出项目 | 01.50 | 02.50"], Printed.Rows(Assert.Single(sheet.Find(new TableFinder()).Grids)).Take(2));
    }

    /// <summary>A bold title whose outlines are painted too: the bars of its letters make a box, but no table.</summary>
    [Fact]
    public void Bars_of_painted_letters_are_no_table_and_leave_the_title_a_line()
    {
        PageContent content = Written(20).Center(240, 740, "部门支出总表", 16).Text(60, 715, "编制部门：局").Right(420, 715, "单位：万元")
            .Across(742, 226, 238).Across(747, 226, 238).Across(752, 226, 238).Down(227, 741, 753).Down(237, 741, 753)
            .Find(new TableFinder());

        Assert.Equal(_withHead, Printed.Rows(Assert.Single(content.Grids)));
        Assert.Equal(["部门支出总表", "编制部门：局", "单位：万元"], Printed.Lines(content));
    }

    [Fact]
    public void A_name_over_the_code_columns_spans_them()
    {
        // 合计 is centred over two columns of codes and one of names, and so stands in one of codes.
        Sheet sheet = new Sheet();
        foreach (float y in (float[])[700, 680, 660, 640, 620, 600, 580])
            sheet.Across(y, 60, 420);
        sheet.Center(80, 686, "类").Center(120, 686, "款").Center(160, 686, "名称").Center(240, 686, "预算数").Center(360, 686, "决算数");
        for (int row = 0; row < 4; row++)
        {
            float y = 666 - 20 * row;
            sheet.Center(80, y, "201").Center(120, y, $"0{row}").Text(142, y, "行政").Right(298, y, $"{row}1.00").Right(418, y, $"{row}2.00");
        }

        sheet.Center(120, 586, "合计").Right(298, 586, "6.00").Right(418, 586, "8.00");

        Assert.Equal("合计[1x3] | 6.00 | 8.00", Printed.Rows(Assert.Single(sheet.Find(new TableFinder()).Grids))[^1]);
    }

    [Fact]
    public void Two_tables_with_lines_of_one_width_are_parted_at_the_title_between()
    {
        Sheet sheet = new Sheet();
        foreach (float shift in (float[])[0, 200])
        {
            foreach (float y in (float[])[700, 680, 660, 640])
                sheet.Across(y - shift, 60, 420);
            sheet.Center(100, 686 - shift, "项目").Center(240, 686 - shift, "合计").Center(360, 686 - shift, "其他")
                .Text(62, 666 - shift, "行政").Right(278, 666 - shift, "1.00").Right(418, 666 - shift, "2.00")
                .Text(62, 646 - shift, "事业").Right(278, 646 - shift, "3.00").Right(418, 646 - shift, "4.00");
        }

        PageContent content = sheet.Center(240, 540, "表九").Text(60, 515, "编制部门：局").Right(420, 515, "单位：万元").Find(new TableFinder());

        Assert.Equal([3, 3], content.Grids.Select(grid => grid.Rows));
        Assert.Equal(["表九", "编制部门：局", "单位：万元"], Printed.Lines(content));
    }

    [Fact]
    public void An_empty_table_is_found_by_the_row_that_numbers_its_columns()
    {
        Sheet sheet = new Sheet()
            .Center(100, 690, "项目名称").Center(200, 690, "合计").Center(300, 690, "基本支出").Center(400, 690, "项目支出")
            .Center(100, 670, "※").Center(200, 670, "1").Center(300, 670, "2").Center(400, 670, "3")
            .Text(60, 640, "本单位没有政府性基金预算拨款安排的支出，本表为空表。");

        PageContent content = sheet.Find(new TableFinder());
        Assert.Equal(["项目名称 | 合计 | 基本支出 | 项目支出", "※ | 1 | 2 | 3"], Printed.Rows(Assert.Single(content.Grids)));
        Assert.Equal(["本单位没有政府性基金预算拨款安排的支出，本表为空表。"], Printed.Lines(content));
    }

    [Fact]
    public void A_head_alone_is_an_empty_table_below_a_label()
    {
        PageContent content = Head(new Sheet().Text(60, 710, "单位：万元")).Text(60, 640, "注：本单位没有此项支出。").Find(new TableFinder());

        Assert.Equal(["项目名称[2x1] | 合计[2x1] | 基本支出[1x2]", "人员经费 | 公用经费"], Printed.Rows(Assert.Single(content.Grids)));
        Assert.Equal(["单位：万元", "注：本单位没有此项支出。"], Printed.Lines(content));
        Assert.Empty(Head(new Sheet()).Find(new TableFinder()).Grids);
    }

    [Fact]
    public void A_single_row_of_figures_stays_with_its_head()
    {
        PageContent content = Head(new Sheet().Text(60, 710, "单位：万元")).Text(80, 660, "某局").Right(215, 660, "12.00").Right(315, 660, "12.00").Find(new TableFinder());

        Assert.Equal("某局 | 12.00 | 12.00 | ·", Printed.Rows(Assert.Single(content.Grids))[^1]);
    }

    [Fact]
    public void A_list_of_two_columns_is_a_table_below_a_label()
    {
        Sheet List(string label) => new Sheet().Text(60, 710, label)
            .Text(100, 690, "项目").Text(300, 690, "预算")
            .Text(60, 672, "一、预算拨款").Right(340, 672, "1,129.34")
            .Text(60, 654, "二、其他资金").Right(340, 654, "20.00")
            .Text(60, 636, "收入总计").Right(340, 636, "1,149.34");

        Assert.Equal(
            ["项目 | 预算", "一、预算拨款 | 1,129.34", "二、其他资金 | 20.00", "收入总计 | 1,149.34"],
            Printed.Rows(Assert.Single(List("单位：万元").Find(new TableFinder()).Grids)));
        Assert.Empty(List("目录").Find(new TableFinder()).Grids);
    }

    [Fact]
    public void Names_broken_over_lines_beside_the_first_figures_are_no_head()
    {
        Sheet sheet = new Sheet().Text(60, 720, "单位：万元").Text(80, 700, "项目").Text(200, 700, "预算数").Text(280, 700, "项目").Text(400, 700, "合计")
            .Text(60, 685, "一、一般公共预算").Text(260, 685, "一、社会保障和就业").Right(230, 679, "338.47").Right(430, 679, "33.33")
            .Text(60, 673, "拨款").Text(260, 673, "支出");
        for (int row = 0; row < 3; row++)
            sheet.Text(60, 655 - 18 * row, "二、某某收入").Text(260, 655 - 18 * row, "二、某某支出").Right(230, 655 - 18 * row, "1.00").Right(430, 655 - 18 * row, "2.00");

        Assert.Equal(
            ["项目 | 预算数 | 项目 | 合计", "一、一般公共预算拨款 | 338.47 | 一、社会保障和就业支出 | 33.33"],
            Printed.Rows(Assert.Single(sheet.Find(new TableFinder()).Grids)).Take(2));
    }

    [Fact]
    public void A_dash_for_no_amount_is_parted_from_the_name_behind_it()
    {
        Sheet sheet = new Sheet().Text(80, 685, "项目").Text(200, 685, "预算数").Text(280, 685, "项目").Text(400, 685, "预算数");
        foreach (float y in (float[])[700, 680, 660, 640, 620])
            sheet.Across(y, 60, 440);
        string[] amounts = ["338.47", "—", "—"];
        for (int row = 0; row < 3; row++)
            sheet.Text(62, 665 - 20 * row, "一、某某收入").Right(250, 665 - 20 * row, amounts[row]).Text(252, 665 - 20 * row, "一、某某支出").Right(438, 665 - 20 * row, "5.00");

        Assert.Equal("一、某某收入 | — | 一、某某支出 | 5.00", Printed.Rows(Assert.Single(sheet.Find(new TableFinder()).Grids))[2]);
    }

    [Fact]
    public void A_whole_number_is_parted_from_the_name_behind_it_where_other_rows_show_the_border()
    {
        Sheet sheet = new Sheet().Text(80, 685, "项目").Text(200, 685, "预算数").Text(280, 685, "项目").Text(400, 685, "预算数");
        foreach (float y in (float[])[700, 680, 660, 640, 620, 600])
            sheet.Across(y, 60, 440);
        string[] amounts = ["338.47", "1,200.5", "12.25", "78"];
        for (int row = 0; row < 4; row++)
            sheet.Text(62, 665 - 20 * row, "一、某某收入").Right(250, 665 - 20 * row, amounts[row]).Text(252, 665 - 20 * row, "（一）某某支出").Right(438, 665 - 20 * row, "5.00");

        Assert.Equal("一、某某收入 | 78 | （一）某某支出 | 5.00", Printed.Rows(Assert.Single(sheet.Find(new TableFinder()).Grids))[4]);
    }

    [Fact]
    public void The_rest_of_broken_amounts_between_two_lines_is_no_row()
    {
        Sheet sheet = new Sheet().Text(80, 685, "项目").Text(200, 685, "合计").Text(300, 685, "基本支出");
        foreach (float y in (float[])[700, 680, 650, 630, 610])
            sheet.Across(y, 60, 340);
        sheet.Text(62, 662, "某某支出").Right(240, 667, "10,838,095.2").Right(240, 655, "3").Right(338, 667, "10,838,095.2").Right(338, 655, "3");
        for (int row = 0; row < 2; row++)
            sheet.Text(62, 635 - 20 * row, "某某支出").Right(240, 635 - 20 * row, "1.00").Right(338, 635 - 20 * row, "1.00");

        Assert.Equal("某某支出 | 10,838,095.2 3 | 10,838,095.2 3", Printed.Rows(Assert.Single(sheet.Find(new TableFinder()).Grids))[1]);
    }

    [Fact]
    public void Amounts_broken_beside_whole_ones_are_in_the_row_that_lines_make()
    {
        Sheet sheet = new Sheet().Text(80, 685, "项目").Text(200, 685, "合计").Text(260, 685, "结转").Text(320, 685, "基本支出");
        foreach (float y in (float[])[700, 680, 650, 620, 590])
            sheet.Across(y, 60, 380);
        for (int row = 0; row < 3; row++)
            sheet.Text(62, 661 - 30 * row, "某某支出").Right(240, 667 - 30 * row, "10,838,095.2").Right(240, 655 - 30 * row, "3")
                .Right(290, 667 - 30 * row, "203,333.3").Right(290, 655 - 30 * row, "3").Right(378, 661 - 30 * row, "634,761.90");

        Assert.Equal(4, Assert.Single(sheet.Find(new TableFinder()).Grids).Rows);
    }

    [Fact]
    public void The_year_in_a_head_is_not_parted_from_its_word()
    {
        Sheet sheet = new Sheet().Text(80, 685, "项目").Text(200, 685, "2021").Text(222.5f, 685, "年预算").Text(300, 685, "增减");
        foreach (float y in (float[])[700, 680, 660, 640, 620])
            sheet.Across(y, 60, 340);
        for (int row = 0; row < 3; row++)
            sheet.Text(62, 665 - 20 * row, "某某收入").Right(255, 665 - 20 * row, "338.47").Right(338, 665 - 20 * row, "5.00");

        Assert.Equal("项目 | 2021年预算 | 增减", Printed.Rows(Assert.Single(sheet.Find(new TableFinder()).Grids))[0]);
    }

    /// <summary>A head of two levels over four columns.</summary>
    private static Sheet Head(Sheet sheet) => sheet
        .Text(80, 685, "项目名称").Center(200, 685, "合计").Center(350, 692, "基本支出").Center(300, 678, "人员经费").Center(400, 678, "公用经费");

    [Fact]
    public void Sentences_with_figures_are_no_table()
    {
        Sheet sheet = new Sheet();
        for (int line = 0; line < 20; line++)
            sheet.Text(60, 700 - 18 * line, "一般公共预算收入 534.24 万元，占 100.00% ，比上年增加 12.92 万元，增长 3.21 %。");

        PageContent content = sheet.Find(new TableFinder());
        Assert.Empty(content.Grids);
        Assert.Equal(20, content.Lines.Length);
    }

    [Theory]
    [InlineData("................")]
    [InlineData("………………")]
    [InlineData("")]
    public void A_table_of_contents_is_no_table(string leader)
    {
        Sheet sheet = new Sheet();
        for (int line = 0; line < 12; line++)
        {
            float y = 700 - 18 * line;
            sheet.Text(60, y, "一、部门收支总体情况表" + leader).Right(540, y, $"{line + 1}");
        }

        Assert.Empty(sheet.Find(new TableFinder()).Grids);
    }

    [Fact]
    public void Lines_at_the_head_and_foot_of_a_page_make_no_table_of_it()
    {
        Sheet sheet = new Sheet().Across(760, 60, 540).Across(740, 60, 540).Across(60, 60, 540)
            .Text(60, 745, "部门预算").Right(540, 745, "公开");
        for (int line = 0; line < 10; line++)
            sheet.Text(60, 700 - 18 * line, "本部门所有收入和支出均纳入部门预算管理，收支总预算平衡，各项支出按规定安排。");

        Assert.Empty(sheet.Find(new TableFinder()).Grids);
    }

    /// <summary>The table of <see cref="_withHead"/> in rows of equal height.</summary>
    private static Sheet Written(float height)
    {
        float Row(int row) => 700 - height * row - height / 2 - 3.5f;
        return new Sheet()
            .Center(160, Row(0), "科目").Center(340, Row(0), "支出预算")
            .Center(90, Row(1), "编码").Center(190, Row(1), "名称").Center(300, Row(1), "合计").Center(380, Row(1), "基本支出")
            .Center(90, Row(2), "201").Text(123, Row(2), "一般公共服务支出").Right(337, Row(2), "499.92").Right(417, Row(2), "124.92")
            .Center(90, Row(3), "20103").Text(123, Row(3), "政府办公厅及相关机构事务").Right(337, Row(3), "499.92")
            .Center(90, Row(4), "208").Text(123, Row(4), "社会保障和就业支出").Right(337, Row(4), "12.92").Right(417, Row(4), "12.92")
            .Text(123, Row(5), "总计").Right(337, Row(5), "512.84").Right(417, Row(5), "137.84");
    }
}
