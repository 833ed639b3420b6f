using Ingest.Contract.Grids;

namespace Ingest.Tables.Tests;

public abstract class MissingRulesContract(ITableFinder finder)
{
    private static readonly float[] _x = [100, 200, 280, 360];

    [Fact]
    public void Amounts_below_one_another_without_a_line_are_rows()
    {
        Sheet sheet = new Sheet().Grid(_x, [700, 680, 600])
            .Center(150, 686, "项目").Center(240, 686, "合计").Center(320, 686, "基本");
        for (int row = 0; row < 4; row++)
            sheet.Text(102, 668 - 18 * row, "行政运行").Right(278, 668 - 18 * row, $"{row}1.00").Right(358, 668 - 18 * row, $"{row}2.00");

        Assert.Equal(
            ["项目 | 合计 | 基本", "行政运行 | 01.00 | 02.00", "行政运行 | 11.00 | 12.00", "行政运行 | 21.00 | 22.00", "行政运行 | 31.00 | 32.00"],
            Printed.Rows(Assert.Single(sheet.Find(finder).Grids)));
    }

    [Fact]
    public void Whole_amounts_below_one_another_without_a_line_are_rows()
    {
        Sheet sheet = new Sheet().Grid(_x, [700, 680, 600])
            .Center(150, 686, "项目").Center(240, 686, "合计").Center(320, 686, "基本");
        for (int row = 0; row < 4; row++)
            sheet.Text(102, 668 - 18 * row, "行政运行").Right(278, 668 - 18 * row, $"{row + 1}1234").Right(358, 668 - 18 * row, row == 2 ? "0" : $"{row + 1}2345678");

        Assert.Equal(
            ["项目 | 合计 | 基本", "行政运行 | 11234 | 12345678", "行政运行 | 21234 | 22345678", "行政运行 | 31234 | 0", "行政运行 | 41234 | 42345678"],
            Printed.Rows(Assert.Single(sheet.Find(finder).Grids)));
    }

    [Fact]
    public void A_code_broken_over_lines_beside_another_is_one_row()
    {
        Sheet sheet = new Sheet().Grid(_x, [700, 680, 600]).Center(150, 686, "科目").Center(240, 686, "编码").Center(320, 686, "编号")
            .Text(102, 656, "行政运行").Center(240, 662, "2010").Center(240, 650, "301").Center(320, 662, "2024").Center(320, 650, "0001");

        Assert.Equal(2, Assert.Single(sheet.Find(finder).Grids).Rows);
    }

    [Fact]
    public void Names_below_one_another_without_a_line_are_rows_where_their_amounts_have_lines()
    {
        Sheet sheet = WithoutLinesBetweenNames();
        string[] names = ["行政运行", "住房公积金", "一般公共服务支出"];
        for (int row = 0; row < 3; row++)
            sheet.Text(102, 666 - 20 * row, names[row]);

        Assert.Equal(
            ["项目 | 合计 | 基本", "行政运行 | 11.00 | 12.00", "住房公积金 | 21.00 | 22.00", "一般公共服务支出 | 31.00 | 32.00"],
            Printed.Rows(Assert.Single(sheet.Find(finder).Grids)));
    }

    [Fact]
    public void A_name_of_three_lines_for_three_rows_stays_one_cell()
    {
        Sheet sheet = WithoutLinesBetweenNames().Text(102, 660, "机关事业单位").Text(102, 648, "基本养老保险").Text(102, 636, "缴费支出");

        Assert.Equal(
            ["项目 | 合计 | 基本", "机关事业单位基本养老保险缴费支出[3x1] | 11.00 | 12.00", "21.00 | 22.00", "31.00 | 32.00"],
            Printed.Rows(Assert.Single(sheet.Find(finder).Grids)));
    }

    [Fact]
    public void A_head_of_three_lines_beside_heads_of_three_levels_stays_one_cell()
    {
        Sheet sheet = new Sheet().Grid([100, 200, 280], [700, 680, 660, 640, 620]).Across(700, 280, 360).Across(640, 280, 360).Across(620, 280, 360).Down(360, 620, 700)
            .Center(150, 686, "项目").Center(240, 686, "支出").Center(150, 666, "科目").Center(240, 666, "合计").Center(150, 646, "名称").Center(240, 646, "小计")
            .Center(320, 686, "对附属").Center(320, 666, "单位补").Center(320, 646, "助支出").Text(102, 626, "行政运行").Right(278, 626, "1.00").Right(358, 626, "2.00");

        Assert.Equal(
            ["项目 | 支出 | 对附属单位补助支出[3x1]", "科目 | 合计", "名称 | 小计", "行政运行 | 1.00 | 2.00"],
            Printed.Rows(Assert.Single(sheet.Find(finder).Grids)));
    }

    private static Sheet WithoutLinesBetweenNames()
    {
        Sheet sheet = new Sheet().Grid([200, 280, 360], [700, 680, 660, 640, 620])
            .Across(700, 100, 360).Across(680, 100, 360).Across(620, 100, 360).Down(100, 620, 700)
            .Center(150, 686, "项目").Center(240, 686, "合计").Center(320, 686, "基本");
        for (int row = 0; row < 3; row++)
            sheet.Right(278, 666 - 20 * row, $"{row + 1}1.00").Right(358, 666 - 20 * row, $"{row + 1}2.00");
        return sheet;
    }

    [Fact]
    public void A_name_of_two_lines_beside_its_amounts_stays_one_row()
    {
        Sheet sheet = new Sheet().Grid(_x, [700, 670, 650])
            .Text(102, 688, "机关事业单位").Text(102, 676, "养老保险缴费").Right(278, 682, "12.92").Right(358, 682, "11.71");

        Assert.Equal(["机关事业单位养老保险缴费 | 12.92 | 11.71", "· | · | ·"], Printed.Rows(Assert.Single(sheet.Find(finder).Grids)));
    }

    [Fact]
    public void Amounts_side_by_side_belong_to_the_columns_of_the_head()
    {
        // Upright lines in the head only.
        Sheet sheet = new Sheet().Grid(_x, [700, 680]).Down(100, 620, 680).Down(360, 620, 680);
        foreach (float y in (float[])[660, 640, 620])
            sheet.Across(y, 100, 360);
        sheet.Center(150, 686, "项目").Center(240, 686, "合计").Center(320, 686, "基本")
            .Text(102, 666, "行政运行").Right(278, 666, "1.00").Right(358, 666, "2.00")
            .Text(102, 646, "住房公积金").Right(278, 646, "3.00")
            .Text(102, 626, "合计").Right(278, 626, "4.00").Right(358, 626, "2.00");

        Assert.Equal(
            ["项目 | 合计 | 基本", "行政运行 | 1.00 | 2.00", "住房公积金 | 3.00 | ·", "合计 | 4.00 | 2.00"],
            Printed.Rows(Assert.Single(sheet.Find(finder).Grids)));
    }
}
