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
