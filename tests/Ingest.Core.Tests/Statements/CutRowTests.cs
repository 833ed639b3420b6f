using Ingest.Contract.Documents;

namespace Ingest.Core.Tests.Statements;

/// <summary>Rows and numbers that a page end cuts, and amounts in cells merged over rows.</summary>
public class CutRowTests
{
    private const string Whole = "201|||一般公共服务支出|3.00|3.00|\n201|01||人大事务|1.00|1.00|\n201|01|01|行政运行|1.00|1.00|\n";

    [Theory]
    [InlineData("201|03||政府办公厅（室）及|||", "|||相关机构事务|2.00|2.00|")]
    [InlineData("201|03||政府办公厅（室）及|2.00|2.00|", "|||相关机构事务|||")]
    [InlineData("|||政府办公厅（室）及|||", "201|03||相关机构事务|2.00|2.00|")]
    [InlineData("201|03||政府办公厅（室）及相关机构事务|||", "||||2.00|2.00|")]
    // Centred in its cells, one number may stand above the page end and the other below.
    [InlineData("201|03||政府办公厅（室）及|2.00||", "|||相关机构事务||2.00|")]
    [InlineData("201|03||政府办公厅（室）及||2.00|", "|||相关机构事务|2.00||")]
    public void A_row_cut_by_the_page_end_is_one_row_whichever_half_holds_what(string above, string below)
    {
        Statement statement = Reading.Single(Start(Whole + above), new DrawnPage(2).Table(below + "\n205|||教育支出|4.00|4.00|"));

        Assert.Equal(["20103 政府办公厅（室）及相关机构事务: 2.00 2.00 -", "205 教育支出: 4.00 4.00 -"], Reading.Rows(statement).Skip(3));
    }

    [Fact]
    public void A_row_cut_before_its_amounts_is_one_row_beside_rows_of_units_too()
    {
        Statement statement = Reading.Single(
            Start("|||某局本级|3.00|3.00|\n201|||一般公共服务支出|3.00|3.00|\n|||某局第二分局|2.00|2.00|\n201|03||政府办公厅（室）及|||"),
            new DrawnPage(2).Table("|||相关机构事务|2.00|2.00|\n205|||教育支出|4.00|4.00|"));

        Assert.Equal(["20103 政府办公厅（室）及相关机构事务: 2.00 2.00 -", "205 教育支出: 4.00 4.00 -"], Reading.Rows(statement).Skip(3));
    }

    [Theory]
    [InlineData("12.9", "2", "12.92")]
    [InlineData("12.", "92", "12.92")]
    [InlineData("1,2", ".92", null)]
    // Whole yuan: one of the parts is no number by its separators.
    [InlineData("9,59", "0,646", "9590646")]
    [InlineData("9,590", ",646", "9590646")]
    [InlineData("9,59", "0,646.20", "9590646.20")]
    public void A_number_cut_by_the_page_end_is_put_together_and_in_doubt(string begin, string rest, string? value)
    {
        Statement statement = Reading.Single(
            Start(Whole + $"201|03||政府办公厅（室）及|{begin}|3.00|"), new DrawnPage(2).Table($"|||相关机构事务|{rest}||\n205|||教育支出|4.00|4.00|"));

        Assert.NotEmpty(statement.Doubts);
        if (value is not null)
            Assert.Equal(value, statement.Rows[3].Value("total")!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Parts_of_which_one_fits_and_another_does_not_change_nothing_and_are_in_doubt()
    {
        Statement statement = Reading.Single(
            Start(Whole + "201|03||政府办公厅（室）及|12.9|12|"), new DrawnPage(2).Table("|||相关机构事务|2|345|\n205|||教育支出|4.00|4.00|"));

        Assert.Equal((12.9m, 2m), (statement.Rows[3].Value("total"), statement.Rows[4].Value("total")));
        Assert.Equal([3, 4], statement.Doubts.Where(doubt => doubt.Code == "cut-row").Select(doubt => doubt.Row!.Value));
    }

    [Theory]
    [InlineData("12.9", "2", "12.92")]
    [InlineData("9,59", "0,646", "9590646")]
    public void A_number_broken_over_two_lines_without_rulings_is_put_together_and_in_doubt(string begin, string rest, string value)
    {
        Statement statement = Reading.Single(Start(Whole + $"201|03||政府办公厅（室）|{begin}|3.00|\n||||{rest}||\n205|||教育支出|4.00|4.00|").WithoutLines());

        Assert.Equal(["20103 政府办公厅（室）", "205 教育支出"], statement.Rows.Skip(3).Select(row => $"{row.Code} {row.Name}"));
        Assert.Equal(value, statement.Rows[3].Value("total")!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains(statement.Doubts, doubt => doubt is { Code: "broken-amount", Row: 3, Column: "total" });
    }

    [Fact]
    public void Numbers_below_a_row_that_may_be_the_rest_of_its_own_are_in_doubt_with_it()
    {
        Statement statement = Reading.Single(Start(Whole + "201|03||政府办公厅（室）|90|90|\n||||9008713||\n205|||教育支出|4.00|4.00|").WithoutLines());

        Assert.Equal([3, 4], statement.Doubts.Where(doubt => doubt.Code == "broken-row").Select(doubt => doubt.Row!.Value));
    }

    [Fact]
    public void A_row_of_amounts_between_rulings_is_a_row()
    {
        Statement statement = Reading.Single(Start(Whole + "201|03||政府办公厅（室）|12.9|3.00|\n||||2||\n205|||教育支出|4.00|4.00|"));

        Assert.Equal(12.9m, statement.Rows[3].Value("total"));
        Assert.DoesNotContain(statement.Doubts, doubt => doubt.Code is "broken-row" or "broken-amount");
    }

    [Theory]
    [InlineData("教育支出28,963,485", "number-in-name")]
    [InlineData("教育支出1.00", "number-in-name")]
    [InlineData("教育支出-", "sign-in-name")]
    [InlineData("教育支出—", "sign-in-name")]
    [InlineData("教育支出", null)]
    public void What_a_name_ends_in_may_be_of_the_amount_behind_it(string name, string? doubt)
    {
        Statement statement = Reading.Single(Start(Whole + $"205|||{name}|4.00|4.00|"));

        Assert.Equal(doubt is null ? [] : [doubt], statement.Doubts.Where(other => other.Row == 3).Select(other => other.Code));
    }

    [Fact]
    public void Names_of_several_items_in_one_cell_are_in_doubt()
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("部门收支总表").Text("单位：万元").Table(
            FormHeads.T01 + "一、财政拨款/二、事业收入|9.00|201 一般公共服务支出/202 外交支出/203 国防支出|9.00\n三、其他/收入||204 公共安全/支出|\n四、上级补助||（二十七）债务付息支出/（二十八）其他支出|1.00"));

        Assert.Equal([0, 1, 5], statement.Doubts.Where(doubt => doubt.Code == "several-names").Select(doubt => doubt.Row!.Value));
    }

    [Theory]
    // A dash is 5 points wide and begins 2 points behind the border, as the number does in the next column.
    [InlineData(12, true, 2)]
    [InlineData(60, true, 0)]
    [InlineData(12, false, 0)]
    public void A_dash_close_before_the_number_of_the_next_column_may_be_its_sign(float width, bool isUnlined, int doubts)
    {
        DrawnPage page = new DrawnPage(1).Text("表3").Text("部门支出总体情况表").Text("编制部门：某某局", "单位：万元")
            .Table(FormHeads.T03 + "205|||教育支出|-|4.00|", widths: [30, 30, 30, 150, width, 60, 60]);

        Statement statement = Reading.Single(isUnlined ? page.WithoutLines() : page);

        Assert.Equal(doubts, statement.Doubts.Count(doubt => doubt.Code == "sign-beside"));
    }

    [Fact]
    public void A_total_on_the_next_page_is_not_the_rest_of_a_row_without_amounts()
    {
        Statement statement = Reading.Single(Start(Whole + "205|||教育支出|||"), new DrawnPage(2).Table("|||合计|3.00|3.00|"));

        Assert.Equal(["205 教育支出: - - -", "合计: 3.00 3.00 -"], Reading.Rows(statement).Skip(3));
    }

    [Fact]
    public void An_item_of_a_list_without_codes_is_joined_where_its_name_is_not_whole()
    {
        Statement statement = Reading.Single(
            new DrawnPage(1).Text("部门收支总表").Text("单位：万元").Table(FormHeads.T01 + "一、财政拨款|9.00|一、外交支出|\n二、事业收入||二、国防支出|\n三、其他收入||三、国土海洋气象等支|"),
            new DrawnPage(2).Table("|||出\n||四、住房保障支出|".Replace("|||出", "||出|", StringComparison.Ordinal)));

        Assert.Equal(
            ["一、外交支出", "二、国防支出", "三、国土海洋气象等支出", "四、住房保障支出"],
            statement.Rows.Where(row => row.Side == RowSide.Expenditure).Select(row => row.Name));
    }

    [Fact]
    public void An_amount_merged_over_an_account_and_its_parts_is_that_of_each()
    {
        Statement statement = Reading.Single(Start("208|||社会保障和就业支出|12.92|12.92|\n208|05||养老支出|^|^|\n208|05|05|保险缴费支出|^|^|"));

        Assert.Equal([12.92m, 12.92m, 12.92m], statement.Rows.Select(row => row.Value("total")!.Value));
        Assert.Empty(statement.Doubts);
    }

    [Theory]
    [InlineData("208|08||抚恤|12.92|12.92|")]
    // The cell of the other part is merged with a row before it, too.
    [InlineData("208|05|05|保险缴费支出|12.92|12.92|\n208|08||抚恤|^|^|")]
    public void An_amount_merged_over_an_account_and_one_of_two_parts_that_have_amounts_is_in_doubt(string others)
    {
        Statement statement = Reading.Single(Start("208|||社会保障和就业支出|12.92|12.92|\n208|05||养老支出|^|^|\n" + others));

        Assert.Contains(statement.Doubts, doubt => doubt.Code == "merged-amount" && doubt.Row == 1);
    }

    [Fact]
    public void An_amount_merged_over_rows_that_are_no_parts_of_one_another_is_in_doubt()
    {
        Statement statement = Reading.Single(Start("208|||社会保障和就业支出|12.92|12.92|\n210|||卫生健康支出|^|^|"));

        Assert.Contains(statement.Doubts, doubt => doubt.Code == "merged-amount" && doubt.Row == 1);
    }

    [Fact]
    public void A_group_that_goes_on_over_the_page_end_names_its_rows_there_too()
    {
        const float group = 120;
        Statement statement = Reading.Single(
            new DrawnPage(1).Text("收入预算总表").Text("单位：万元").Table("项目名称|<|金额\n收入总计|<|9.00\n其他资金|小计|9.00", widths: [group, group, group]),
            new DrawnPage(2).Table("|事业收入|9.00\n^|其他收入|\n上年结转资金|小计|", widths: [group, group, group]));

        Assert.Equal(["收入总计", "其他资金小计", "其他资金事业收入", "其他资金其他收入", "上年结转资金小计"], statement.Rows.Select(row => row.Name));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Without_lines_a_group_is_named_until_the_next_and_its_items_bear_its_name(bool columnLines)
    {
        Statement statement = Grouped("一般公共预算资金|小计|7.00\n|公共财政拨款资金|4.00\n|专项收入|3.00\n其他资金|小计|2.00\n|事业收入|2.00", columnLines);

        Assert.Equal(
            ["收入总计", "一般公共预算资金小计", "一般公共预算资金公共财政拨款资金", "一般公共预算资金专项收入", "其他资金小计", "其他资金事业收入"],
            statement.Rows.Select(row => row.Name));
        Assert.Empty(statement.Doubts);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Without_lines_subtotals_whose_groups_are_named_beside_other_rows_are_in_doubt(bool columnLines) =>
        Assert.Equal([1, 3], Grouped("|小计|7.00\n一般公共预算资金|专项收入|7.00\n|小计|2.00\n其他资金|事业收入|2.00", columnLines).Doubts.Select(doubt => doubt.Row!.Value).Distinct());

    /// <param name="columnLines">Lines are drawn between the columns and none between the rows.</param>
    private static Statement Grouped(string rows, bool columnLines)
    {
        DrawnPage page = new DrawnPage(1).Text("收入预算总表").Text("单位：万元").Table("项目名称|<|金额\n收入总计|<|9.00\n" + rows, widths: [120, 120, 120]);
        return Reading.Single(columnLines ? page.WithoutRowLines() : page.WithoutLines());
    }

    [Fact]
    public void Three_blocks_are_two_sides_and_the_lists_of_one_side_stay_apart()
    {
        Statement statement = Reading.Single(
            new DrawnPage(1).Text("收支预算总表").Text("单位：万元").Table(
                """
                收入|<|支出|<|<|<
                项目名称|金额|功能分类|<|支出用途|<
                ^|^|功能科目名称|金额|项目名称|金额
                一、财政拨款|9.00|一、外交支出|4.00|一、基本支出|6.00
                二、其他资金||二、国防支出|5.00|二、项目支出|3.00
                """),
            new DrawnPage(2).Table("收入合计|9.00|支出合计|9.00", widths: [60, 60, 180, 60]));

        Assert.Equal(
            ["一、外交支出", "二、国防支出", "一、基本支出", "二、项目支出", "支出合计"],
            statement.Rows.Where(row => row.Side == RowSide.Expenditure).Select(row => row.Name));
        Assert.Equal(["功能分类", "功能分类", "支出用途", "支出用途", "支出用途"], statement.Rows.Where(row => row.Side == RowSide.Expenditure).Select(row => row.List));
        Assert.Equal(9.00m, statement.Rows[^1].Value("total"));
        Assert.Empty(statement.Doubts);
    }

    private static DrawnPage Start(string rows) =>
        new DrawnPage(1).Text("表3").Text("部门支出总体情况表").Text("编制部门：某某局", "单位：万元").Table(FormHeads.T03 + rows);
}
