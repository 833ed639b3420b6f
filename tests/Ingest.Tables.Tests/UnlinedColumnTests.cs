using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;

namespace Ingest.Tables.Tests;

/// <summary>Columns and rows that no line parts: by numbers of columns, by heads, by what stands beside what.</summary>
public sealed class UnlinedColumnTests
{
    [Fact]
    public void Numbered_columns_without_figures_stay_columns()
    {
        // Columns 60–120, 120–220, 220–300, 300–380, 380–460; nothing stands in the fourth.
        Sheet sheet = new Sheet().Center(90, 700, "编码").Center(170, 700, "名称").Center(260, 700, "合计").Center(340, 700, "基本").Center(420, 700, "项目")
            .Center(90, 680, "※").Center(170, 680, "※").Center(260, 680, "1").Center(340, 680, "2").Center(420, 680, "3");
        for (int row = 0; row < 3; row++)
        {
            float y = 660 - 20 * row;
            sheet.Center(90, y, $"20{row + 1}").Text(124, y, "教育支出").Right(296, y, $"{row + 1}1.00").Right(456, y, $"{row + 1}1.00");
        }

        Assert.Equal(
            [
                "编码 | 名称 | 合计 | 基本 | 项目",
                "※ | ※ | 1 | 2 | 3",
                "201 | 教育支出 | 11.00 | · | 11.00",
                "202 | 教育支出 | 21.00 | · | 21.00",
                "203 | 教育支出 | 31.00 | · | 31.00",
            ],
            Printed.Rows(Assert.Single(sheet.Find(new TableFinder()).Grids)));
    }

    [Theory]
    [InlineData("-", 2)]
    [InlineData("－", 3)]
    [InlineData("△", 3)]
    public void A_sign_set_apart_from_its_number_is_of_its_column(string sign, float gap)
    {
        Sheet sheet = new Sheet().Center(90, 700, "编码").Center(170, 700, "名称").Center(260, 700, "合计").Center(340, 700, "基本");
        for (int row = 0; row < 4; row++)
        {
            float y = 680 - 20 * row;
            sheet.Center(90, y, $"20{row + 1}").Text(124, y, "教育支出").Right(296, y, $"{row + 1}1.00").Right(376, y, $"{row + 1}2.00");
        }

        sheet.Right(271 - gap, 620, sign).Right(351 - gap, 640, sign);

        string[] rows = Printed.Rows(Assert.Single(sheet.Find(new TableFinder()).Grids)).Select(row => row.Replace(sign + " ", sign, StringComparison.Ordinal)).ToArray();
        Assert.Equal([$"203 | 教育支出 | 31.00 | {sign}32.00", $"204 | 教育支出 | {sign}41.00 | 42.00"], rows[^2..]);
    }

    [Fact]
    public void Rows_as_close_as_the_lines_of_a_name_are_told_by_the_figures_beside_them()
    {
        // All lines 12 points apart; the name of three lines has its figures beside the middle one.
        Sheet sheet = new();
        (string Code, string Name, float Y)[] rows = [("20101", "行政运行支出情", 690), ("20102", "", 666), ("20103", "事业运行支出情", 642), ("20104", "住房公积金", 630)];
        foreach ((string code, string name, float y) in rows)
            sheet.Text(60, y, code).Text(120, y, name).Right(300, y, $"{code[^1]}1.00").Right(380, y, $"{code[^1]}2.00");
        sheet.Text(120, 678, "机关事业单位基").Text(120, 666, "本养老保险缴费").Text(120, 654, "支出");

        Assert.Equal(
            [
                "20101 | 行政运行支出情 | 11.00 | 12.00",
                "20102 | 机关事业单位基本养老保险缴费支出 | 21.00 | 22.00",
                "20103 | 事业运行支出情 | 31.00 | 32.00",
                "20104 | 住房公积金 | 41.00 | 42.00",
            ],
            Printed.Rows(Assert.Single(sheet.Find(new TableFinder()).Grids)));
    }

    [Theory]
    [InlineData(11)]
    [InlineData(13)]
    public void Names_without_figures_as_far_apart_as_rows_are_rows(float step)
    {
        // The longest name ends above one that has figures; the others leave room for another letter.
        string[] names = ["合计", "因公出国（境）费", "公务接待费", "公务用车购置及运行费", "其中：公务用车购置费", "公务用车运行费"];
        string[] amounts = ["8.00", "", "3.00", "5.00", "", "5.00"];
        Sheet sheet = new Sheet().Center(120, 700, "项目").Center(260, 700, "合计").Center(340, 700, "一般公共预算");
        for (int row = 0; row < names.Length; row++)
            sheet.Text(60, 680 - step * row, names[row]).Right(296, 680 - step * row, amounts[row]).Right(376, 680 - step * row, amounts[row]);

        Assert.Equal(names, Printed.Rows(Assert.Single(sheet.Find(new TableFinder()).Grids)).Skip(1).Select(row => row.Split(" | ")[0]));
    }

    [Fact]
    public void An_amount_and_the_name_that_touches_it_are_two_where_other_rows_begin_there()
    {
        Sheet sheet = new Sheet().Center(120, 700, "项目").Center(220, 700, "预算数").Center(330, 700, "支出项目").Center(440, 700, "预算数");
        for (int row = 0; row < 6; row++)
        {
            float y = 680 - 20 * row;
            sheet.Text(60, y, $"第{row + 1}项收入").Text(261, y, $"20{row + 1}教育支出").Right(478, y, $"{row + 1}.00");
            if (row < 2)
                sheet.Right(261, y, $"7{row},699.33");
        }

        sheet.Text(60, 560, "收入总计").Right(261, 560, "73,699.33").Text(290, 560, "支出总计").Right(478, 560, "73,699.33")
            .Text(60, 540, "上年结转").Right(261, 540, "1.00");
        string[] rows = Printed.Rows(Assert.Single(sheet.Find(new TableFinder()).Grids)).ToArray();

        Assert.Equal("第1项收入 | 70,699.33 | 201教育支出 | 1.00", rows[1]);
        Assert.Equal("第2项收入 | 71,699.33 | 202教育支出 | 2.00", rows[2]);
        Assert.Equal("第3项收入 | · | 203教育支出 | 3.00", rows[3]);
    }

    [Theory]
    [InlineData("国有土地使用权出让收入安排支出", 215, "711.50", "国有土地使用权出让收入安排支出 | 711.50 | 20.00")]
    [InlineData("上年安排支出", 122, "2.50", "上年安排支出2.50 | · | 20.00")]
    public void A_name_and_the_amount_that_it_reaches_are_two_where_amounts_of_other_rows_end(string name, float x, string amount, string row)
    {
        Sheet sheet = new Sheet().Center(137, 700, "科目名称").Center(230, 700, "合计").Center(294, 700, "项目支出").Across(714, 60, 340).Across(694, 60, 340).Across(610, 60, 340);
        for (int above = 0; above < 3; above++)
            sheet.Text(62, 682 - 18 * above, "城乡社区支出").Right(245, 682 - 18 * above, $"{above}1.00").Right(338, 682 - 18 * above, $"{above}2.00");
        sheet.Text(62, 628, name).Text(x, 628, amount).Right(338, 628, "20.00");

        Assert.Equal(row, Printed.Rows(Assert.Single(sheet.Find(new TableFinder()).Grids))[^1]);
    }

    [Theory]
    [InlineData("2080506", "年金缴费支出", "2080506 | 年金缴费支出 | 8.00 | 9.00")]
    [InlineData("2026", "年预算支出", "2026年预算支出[1x2] | 8.00 | 9.00")]
    public void A_code_before_a_name_is_no_year(string digits, string name, string row)
    {
        Sheet sheet = new Sheet().Center(85, 700, "科目编码").Center(160, 700, "科目名称").Center(260, 700, "合计").Center(340, 700, "项目支出");
        for (int above = 0; above < 3; above++)
            sheet.Text(62, 682 - 18 * above, $"208050{above}").Text(106, 682 - 18 * above, "养老保险缴费").Right(280, 682 - 18 * above, $"{above}1.00").Right(368, 682 - 18 * above, $"{above}2.00");
        sheet.Right(97, 628, digits).Text(106, 628, name).Right(280, 628, "8.00").Right(368, 628, "9.00");

        Assert.Equal(row, Printed.Rows(Assert.Single(sheet.Find(new TableFinder()).Grids))[^1]);
    }

    [Fact]
    public void A_digit_below_an_amount_that_is_too_wide_stays_in_its_row()
    {
        Sheet sheet = new();
        for (int row = 0; row < 4; row++)
        {
            float y = 700 - 24 * row;
            sheet.Text(60, y, $"2010{row}").Text(120, y, "行政运行").Right(300, y, $"{row + 1}1.00").Right(380, y, $"{row + 1}2.00");
        }

        sheet.Right(380, 700 - 72 - 12, "5");

        Assert.Equal("20103 | 行政运行 | 41.00 | 42.00 5", Printed.Rows(Assert.Single(sheet.Find(new TableFinder()).Grids)).Last());
    }

    [Fact]
    public void A_single_row_at_the_top_of_a_page_is_the_rest_of_a_table_and_one_in_a_letter_is_not()
    {
        Sheet rest = new Sheet().Text(60, 780, "收入总计").Right(300, 780, "534.24").Text(320, 780, "支出总计").Right(500, 780, "534.24");
        Sheet letter = new Sheet().Text(60, 780, "现将本部门预算情况公开如下，请予以监督。").Text(60, 740, "收入").Right(300, 740, "534.24").Right(500, 740, "534.24");

        Assert.Equal(["收入总计 | 534.24 | 支出总计 | 534.24"], Printed.Rows(Assert.Single(rest.Find(new TableFinder()).Grids)));
        Assert.Empty(letter.Find(new TableFinder()).Grids);
    }

    [Fact]
    public void The_ground_of_the_first_row_does_not_cut_off_the_heads_above_it()
    {
        Sheet sheet = new Sheet().Center(90, 700, "编码").Center(190, 700, "名称").Center(300, 700, "合计").Center(380, 700, "基本支出");
        for (int row = 0; row < 4; row++)
        {
            float y = 676 - 24 * row;
            if (row % 2 == 0)
                sheet.Fill(new Box(60, y - 8, 420, y + 16));
            sheet.Center(90, y, $"20{row + 1}").Text(124, y, "教育支出").Right(336, y, $"{row + 1}1.00").Right(416, y, $"{row + 1}2.00");
        }

        Grid grid = Assert.Single(sheet.Find(new TableFinder()).Grids);
        Assert.Equal("编码 | 名称 | 合计 | 基本支出", Printed.Rows(grid).First());
        Assert.Equal("201 | 教育支出 | 11.00 | 12.00", Printed.Rows(grid).ElementAt(1));
    }
}
