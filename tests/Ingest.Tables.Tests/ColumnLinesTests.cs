using Ingest.Contract.Grids;

namespace Ingest.Tables.Tests;

/// <summary>Tables with lines between their columns alone: their rows are told by the text.</summary>
public sealed class ColumnLinesTests
{
    private static readonly float[] _x = [100, 200, 280, 360];

    [Theory]
    // Whole yuan, beside one another in every row or not.
    [InlineData("12,000", "7,000", false)]
    [InlineData("12,000", "7,000", true)]
    [InlineData("12.00", "7.00", true)]
    public void Rows_without_lines_are_one_of_the_ways_to_read_a_table_with_upright_lines(string first, string second, bool hasHeadLine)
    {
        Sheet sheet = new Sheet().Across(700, 100, 360).Across(600, 100, 360);
        foreach (float x in _x)
            sheet.Down(x, 600, 700);
        if (hasHeadLine)
            sheet.Across(680, 100, 360);
        sheet.Center(150, 686, "项目").Center(240, 686, "合计").Center(320, 686, "基本支出");
        for (int row = 0; row < 4; row++)
            sheet.Text(102, 668 - 18 * row, "行政运行").Right(278, 668 - 18 * row, first).Right(358, 668 - 18 * row, row % 2 == 0 ? second : "");

        Grid grid = Assert.Single(sheet.Find(new TableFinder()).Grids);

        Assert.Contains(
            string.Join('\n', "项目 | 合计 | 基本支出", $"行政运行 | {first} | {second}", $"行政运行 | {first} | ·", $"行政运行 | {first} | {second}", $"行政运行 | {first} | ·"),
            grid.Alternatives.Prepend(grid).Select(way => string.Join('\n', Printed.Rows(way))));
    }

    [Fact]
    public void Numbered_items_without_figures_are_rows_between_upright_lines()
    {
        // The last page of a list: nothing but items that are blank, and the total.
        float[] x = [100, 200, 260, 380, 440];
        Sheet sheet = new Sheet().Across(700, 100, 440).Across(618, 100, 440);
        foreach (float at in x)
            sheet.Down(at, 618, 700);
        string[] items = ["二十六、债务还本支出", "二十七、债务付息支出", "二十八、其他支出"];
        for (int row = 0; row < items.Length; row++)
            sheet.Text(262, 686 - 18 * row, items[row]);
        sheet.Text(102, 632, "收入总计").Right(258, 632, "12.00").Text(262, 632, "支出总计").Right(438, 632, "12.00");

        Grid grid = Assert.Single(sheet.Find(new TableFinder()).Grids);

        Assert.Contains(grid.Alternatives.Prepend(grid), way => items.All(item => way.Cells.Any(cell => cell.Text == item)));
    }

    [Fact]
    public void A_table_with_all_its_lines_has_one_reading()
    {
        Sheet sheet = new Sheet().Grid(_x, [700, 680, 640, 600]).Center(150, 686, "项目").Center(240, 686, "合计").Center(320, 686, "基本支出")
            .Text(102, 666, "机关事业单位").Text(102, 654, "养老保险缴费").Right(278, 660, "12.92").Right(358, 660, "11.71").Text(102, 618, "行政运行");

        Assert.Empty(Assert.Single(sheet.Find(new TableFinder()).Grids).Alternatives);
    }
}
