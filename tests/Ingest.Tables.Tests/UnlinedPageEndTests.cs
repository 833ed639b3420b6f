using Ingest.Contract.Geometry;

namespace Ingest.Tables.Tests;

/// <summary>Heads and first rows of tables that nothing drawn parts, as pages begin and end with them.</summary>
public sealed class UnlinedPageEndTests
{
    [Fact]
    public void Lines_of_a_head_that_is_spread_over_its_cell_are_one_head()
    {
        // Lines 16 points apart at a size of 10, beside heads of one line in the middle.
        Sheet sheet = new Sheet().Text(60, 760, "单位：万元").Center(90, 722, "编码").Center(170, 722, "名称");
        (float X, string First, string Second)[] heads = [(260, "财政拨款", "小计"), (340, "一般公共预", "算"), (420, "政府性基金", "预算")];
        foreach ((float x, string first, string second) in heads)
            sheet.Center(x, 730, first).Center(x, 714, second);
        for (int row = 0; row < 3; row++)
            Row(sheet, 690 - 20 * row, $"20{row + 1}", "教育支出", "11.00", "12.00", row == 1 ? null : "13.00");

        Assert.Equal("编码 | 名称 | 财政拨款小计 | 一般公共预算 | 政府性基金预算", Rows(sheet)[0]);
    }

    [Fact]
    public void The_numbers_of_columns_are_a_row_also_where_the_ground_of_the_heads_lies_behind_them()
    {
        // Hardly two amounts below one another, as in a table of what is carried over.
        Sheet sheet = new Sheet().Fill(new Box(58, 665, 462, 725)).Center(90, 700, "编码").Center(170, 700, "名称").Center(260, 700, "合计").Center(340, 700, "基本").Center(420, 700, "项目")
            .Center(90, 672, "※").Center(170, 672, "※").Center(260, 672, "1").Center(340, 672, "2").Center(420, 672, "3")
            .Center(90, 650, "201").Text(124, 650, "教育支出").Right(296, 650, "11.00").Right(376, 650, "11.00")
            .Center(90, 630, "202").Text(124, 630, "科技支出").Right(456, 630, "7.50");

        Assert.Equal(
            ["编码 | 名称 | 合计 | 基本 | 项目", "※ | ※ | 1 | 2 | 3", "201 | 教育支出 | 11.00 | 11.00 | ·", "202 | 科技支出 | · | · | 7.50"],
            Rows(sheet));
    }

    [Fact]
    public void The_numbers_of_columns_and_the_first_row_are_two_where_the_next_ground_begins_below_both()
    {
        Sheet sheet = new Sheet().Center(90, 720, "编码").Center(170, 720, "名称").Center(260, 720, "合计").Center(340, 720, "基本").Center(420, 720, "项目")
            .Center(90, 700, "※").Center(170, 700, "※").Center(260, 700, "1").Center(340, 700, "2").Center(420, 700, "3");
        for (int row = 0; row < 6; row++)
        {
            float y = 680 - 20 * row;
            Row(sheet, y, $"20{row + 1}", "教育支出", $"{row + 1}1.00", $"{row + 1}2.00", $"{row + 1}3.00");
            if (row % 2 == 1)
                sheet.Fill(new Box(58, y - 6, 462, y + 14), 0xF2F2F2);
        }

        Assert.Equal("201 | 教育支出 | 11.00 | 12.00 | 13.00", Rows(sheet)[2]);
    }

    [Fact]
    public void Names_numbered_as_in_a_list_are_rows_also_above_the_first_figures()
    {
        Sheet sheet = new Sheet().Fill(new Box(58, 712, 502, 752)).Center(180, 738, "收入").Center(400, 738, "支出")
            .Center(120, 718, "项目").Center(240, 718, "预算数").Center(340, 718, "项目").Center(460, 718, "预算数")
            .Text(60, 696, "二、政府性基金").Text(290, 696, "二、外交支出")
            .Text(60, 676, "三、国有资本经营").Right(278, 676, "325.00").Text(290, 676, "三、国防支出");
        for (int row = 0; row < 6; row++)
            sheet.Text(290, 656 - 20 * row, $"{"四五六七八九"[row]}、教育支出").Right(498, 656 - 20 * row, $"{row + 1}5.00");
        sheet.Text(60, 536, "收入总计").Right(278, 536, "325.00").Text(290, 536, "支出总计").Right(498, 536, "325.00");

        Assert.Equal(
            ["收入[1x2] | 支出[1x2]", "项目 | 预算数 | 项目 | 预算数", "二、政府性基金 | · | 二、外交支出 | ·", "三、国有资本经营 | 325.00 | 三、国防支出 | ·"],
            Rows(sheet)[..4]);
    }

    [Fact]
    public void Figures_below_heads_and_a_label_are_a_table_however_few_rows_have_three_pieces()
    {
        Sheet sheet = new Sheet().Text(60, 760, "部门：某某局").Right(500, 760, "单位：万元")
            .Center(120, 738, "项目").Center(240, 738, "预算数").Center(340, 738, "项目").Center(460, 738, "预算数")
            .Text(60, 718, "一、财政拨款收入").Right(278, 718, "70.00").Text(290, 718, "一、公共服务").Right(498, 718, "10.00");
        for (int row = 0; row < 9; row++)
            sheet.Text(290, 698 - 20 * row, $"{"二三四五六七八九十"[row]}、教育支出").Right(498, 698 - 20 * row, row % 2 == 0 ? "12.00" : "");

        Assert.Equal(["项目 | 预算数 | 项目 | 预算数", "一、财政拨款收入 | 70.00 | 一、公共服务 | 10.00", "· | · | 二、教育支出 | 12.00"], Rows(sheet)[..3]);
    }

    [Fact]
    public void The_rest_of_a_table_may_begin_with_names_of_either_of_its_blocks()
    {
        Sheet sheet = new Sheet().Text(60, 760, "（二）政府性基金").Text(290, 740, "二、结转下年")
            .Text(60, 720, "收入总计").Right(278, 720, "5,727.82").Text(290, 720, "支出总计").Right(498, 720, "5,727.82").Right(560, 720, "5,553.87");

        Assert.Equal(["（二）政府性基金 | · | · | · | ·", "· | · | 二、结转下年 | · | ·", "收入总计 | 5,727.82 | 支出总计 | 5,727.82 | 5,553.87"], Rows(sheet));
    }

    [Fact]
    public void Names_of_two_columns_beside_one_another_are_two_also_when_none_shares_a_line()
    {
        // The project takes two lines, above and below the line of the name.
        Sheet sheet = new Sheet().Text(220, 755, "流浪乞讨人员救助").Text(220, 743, "补助资金")
            .Text(60, 749, "2080208").Text(110, 749, "基层政权建设").Right(380, 749, "650.00").Right(460, 749, "650.00");

        Assert.Equal(["2080208 | 基层政权建设 | 流浪乞讨人员救助补助资金 | 650.00 | 650.00"], Rows(sheet));
    }

    [Fact]
    public void The_rest_of_a_name_below_repeated_heads_is_a_row_and_no_head()
    {
        Sheet sheet = new Sheet().Center(90, 760, "编码").Center(170, 760, "名称").Center(260, 760, "合计").Center(340, 760, "基本").Center(420, 760, "项目")
            .Text(124, 738, "支出");
        for (int row = 0; row < 3; row++)
            Row(sheet, 714 - 24 * row, $"20{row + 1}", "教育支出", "11.00", "12.00", "13.00");

        Assert.Equal(["编码 | 名称 | 合计 | 基本 | 项目", "· | 支出 | · | · | ·", "201 | 教育支出 | 11.00 | 12.00 | 13.00"], Rows(sheet)[..3]);
    }

    [Fact]
    public void A_name_that_is_set_half_a_line_too_high_is_one_with_its_rest()
    {
        // The figures stand at the height of its second line.
        Sheet sheet = new();
        for (int row = 0; row < 4; row++)
        {
            float y = 700 - 28 * row;
            sheet.Text(60, y, $"2010{row}").Text(120, row == 2 ? y + 12 : y, row == 2 ? "其他残疾人事业" : "行政运行和管理").Right(300, y, $"{row + 1}1.00").Right(380, y, $"{row + 1}2.00");
        }

        sheet.Text(120, 644, "支出");

        Assert.Equal("20102 | 其他残疾人事业支出 | 31.00 | 32.00", Rows(sheet)[2]);
    }

    [Fact]
    public void Names_of_several_rows_are_found_also_where_every_other_row_is_shaded()
    {
        Sheet sheet = new Sheet().Center(180, 720, "项目名称").Center(440, 720, "金额");
        string[] items = ["小计", "公共财政拨款", "专项收入", "小计", "其他非税收入"];
        for (int row = 0; row < items.Length; row++)
        {
            float y = 700 - 20 * row;
            sheet.Text(220, y, items[row]).Right(498, y, $"{row + 1}0.00");
            if (row % 2 == 1)
                sheet.Fill(new Box(58, y - 6, 502, y + 14), 0xF2F2F2);
        }

        sheet.Center(120, 680, "一般公共预算").Center(120, 630, "财政专户资金").Text(60, 760, "部门：某某局").Right(500, 760, "单位：万元");

        Assert.Equal(["一般公共预算[3x1] | 小计 | 10.00", "公共财政拨款 | 20.00", "专项收入 | 30.00", "财政专户资金[2x1] | 小计 | 40.00", "其他非税收入 | 50.00"], Rows(sheet)[1..]);
    }

    [Fact]
    public void Two_long_heads_may_nearly_touch_where_others_stand_clear()
    {
        Sheet sheet = new Sheet().Right(500, 760, "单位：万元").Center(90, 728, "编码").Center(170, 728, "名称").Center(250, 728, "合计").Center(320, 728, "基本")
            .Center(385, 734, "事业单位经").Center(385, 722, "营支出").Center(440, 734, "对附属单位").Center(440, 722, "补助支出")
            .Text(124, 700, "合计").Right(280, 700, "5,254.01").Right(350, 700, "2,917.69");

        Assert.Equal(["编码 | 名称 | 合计 | 基本 | 事业单位经营支出 | 对附属单位补助支出", "· | 合计 | 5,254.01 | 2,917.69 | · | ·"], Rows(sheet));
    }

    private static void Row(Sheet sheet, float y, string code, string name, string first, string second, string? third)
    {
        sheet.Center(90, y, code).Text(124, y, name).Right(296, y, first).Right(376, y, second);
        if (third is not null)
            sheet.Right(456, y, third);
    }

    private static string[] Rows(Sheet sheet) => [.. Printed.Rows(Assert.Single(sheet.Find(new TableFinder()).Grids))];
}
