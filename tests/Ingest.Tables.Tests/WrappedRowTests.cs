using Ingest.Contract.Geometry;

namespace Ingest.Tables.Tests;

/// <summary>Rows whose names take two lines with the amounts in the middle between them, where nothing is drawn between the columns.</summary>
public sealed class WrappedRowTests
{
    [Fact]
    public void Lines_between_rows_make_a_table_however_many_lines_its_names_take()
    {
        // Three heights of text in each row, and few figures.
        Sheet sheet = new Sheet().Across(730, 58, 502).Center(120, 718, "项目").Center(240, 718, "金额").Center(340, 718, "项目").Center(460, 718, "金额").Across(710, 58, 502);
        for (int row = 0; row < 8; row++)
        {
            float y = 698 - 32 * row;
            sheet.Text(290, y, $"{"一二三四五六七八"[row]}、文化旅游体育").Text(290, y - 12, "与传媒支出").Across(y - 20, 58, 502);
            if (row % 4 == 0)
                sheet.Right(498, y - 6, $"{row + 1}1.00");
            if (row < 4)
                sheet.Text(60, y - 6, $"{"一二三四"[row]}、拨款");
        }

        sheet.Right(278, 692, "21.00");

        string[] rows = Rows(sheet);
        Assert.Equal(9, rows.Length);
        Assert.Equal("一、拨款 | 21.00 | 一、文化旅游体育与传媒支出 | 11.00", rows[1]);
        Assert.StartsWith("· | · | 八、文化旅游体育与传媒支出", rows[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Three_lines_are_those_of_a_table_where_heads_of_two_lines_stand_side_by_side()
    {
        Sheet sheet = new Sheet().Across(732, 70, 300)
            .Text(77, 719, "部门预算经济科").Text(107, 706, "目").Text(170, 719, "政府预算经济科").Text(200, 706, "目").Text(265, 712, "预算")
            .Across(699, 70, 300).Text(72, 686, "合计").Right(298, 686, "3316765");
        for (int row = 0; row < 3; row++)
        {
            float y = 664 - 33 * row;
            sheet.Text(72, y, "[301]工资福利").Text(72, y - 12, "支出").Text(165, y, "[501]机关工资").Text(165, y - 12, "福利支出").Right(298, y - 6, $"{row + 1}35329");
        }

        string[] rows = Rows(sheet.Across(580, 70, 300));
        Assert.Equal(["部门预算经济科目 | 政府预算经济科目 | 预算", "合计 | · | 3316765", "[301]工资福利支出 | [501]机关工资福利支出 | 135329"], rows[..3]);
        Assert.Equal(5, rows.Length);
    }

    [Fact]
    public void An_amount_in_the_middle_of_a_name_of_two_lines_is_a_row_at_the_end_of_a_table_too()
    {
        Sheet sheet = List(700);
        foreach (float y in (float[])[600, 570])
            sheet.Text(290, y, "221住房保障和就业").Text(290, y - 10, "支出").Right(498, y - 5, "9,900.00");
        // And items below it without figures.
        sheet.Text(290, 540, "222粮油物资储备支").Text(290, 530, "出");

        string[] rows = Rows(sheet);
        Assert.Equal(["· | · | 221住房保障和就业支出 | 9,900.00", "· | · | 221住房保障和就业支出 | 9,900.00", "· | · | 222粮油物资储备支出 | ·"], rows[^3..]);
    }

    [Fact]
    public void What_stands_below_a_table_is_none_of_its_rows()
    {
        Sheet sheet = List(700).Text(60, 560, "二、关于收入预算的说明").Text(60, 545, "本部门收入预算情况如下：").Right(560, 500, "9,900.00");

        Assert.Equal("收入总计 | 4,400.00 | 支出总计 | 4,400.00", Rows(sheet)[^1]);
    }

    [Fact]
    public void A_frame_around_heads_and_names_with_figures_in_the_last_row_alone_is_a_table()
    {
        Sheet sheet = new Sheet().Frame(new Box(58, 620, 502, 752)).Center(180, 738, "收入").Center(400, 738, "支出")
            .Center(120, 718, "项目").Center(240, 718, "预算数").Center(340, 718, "项目").Center(460, 718, "预算数")
            .Text(60, 696, "其中：专户核拨").Text(290, 696, "227预备费")
            .Text(60, 676, "单位资金").Text(290, 676, "229其他支出").Text(290, 656, "230转移性支出")
            .Text(60, 632, "收入总计").Right(278, 632, "4,400.00").Text(290, 632, "支出总计").Right(498, 632, "4,400.00");

        string[] rows = Rows(sheet);
        Assert.Equal("其中：专户核拨 | · | 227预备费 | ·", rows[2]);
        Assert.Equal("收入总计 | 4,400.00 | 支出总计 | 4,400.00", rows[^1]);
    }

    /// <summary>Two lists side by side below their heads, from a height down.</summary>
    private static Sheet List(float top)
    {
        Sheet sheet = new Sheet().Text(60, top + 40, "部门：某某局").Right(500, top + 40, "单位：元")
            .Center(120, top + 20, "项目").Center(240, top + 20, "预算数").Center(340, top + 20, "项目").Center(460, top + 20, "预算数");
        for (int row = 0; row < 4; row++)
            sheet.Text(60, top - 20 * row, $"{row + 1}、财政拨款").Right(278, top - 20 * row, "1,100.00").Text(290, top - 20 * row, $"20{row + 1}教育支出").Right(498, top - 20 * row, "1,100.00");
        return sheet.Text(60, top - 80, "收入总计").Right(278, top - 80, "4,400.00").Text(290, top - 80, "支出总计").Right(498, top - 80, "4,400.00");
    }

    private static string[] Rows(Sheet sheet) => Printed.Rows(Assert.Single(sheet.Find(new TableFinder()).Grids));
}
