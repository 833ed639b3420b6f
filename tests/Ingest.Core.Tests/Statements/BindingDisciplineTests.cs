using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Core.Statements;

namespace Ingest.Core.Tests.Statements;

/// <summary>Tables are bound by what they say, never by what they resemble.</summary>
public class BindingDisciplineTests
{
    private const string Row = "201|||一般公共服务支出|3.00|3.00|";
    private const string Next = "201|03||政府办公厅（室）及相关机构事务|3.00|3.00|";

    [Theory]
    [InlineData("债务支出预算表")]
    [InlineData("上级补助项目支出预算表")]
    [InlineData("重点支出情况表")]
    [InlineData("2025年全市一般公共预算支出表")]
    [InlineData("2025年市本级一般公共预算支出表")]
    [InlineData("公开17表")]
    public void An_unknown_title_or_label_forbids_binding_by_the_header_alone(string title)
    {
        StatementReading reading = Reading.Of(new DrawnPage(1).Text(title).Text("单位：万元").Table(FormHeads.T05 + Row));

        Assert.Empty(reading.Statements);
        UnboundTable table = Assert.Single(reading.Unbound);
        Assert.Equal((title, AmountsOfRow), (table.Title, table.Amounts));
    }

    [Fact]
    public void The_second_half_of_a_broken_title_is_no_title()
    {
        StatementReading reading = Reading.Of(new DrawnPage(1).Text("公开09表：国家机关和事业单位差旅费、会议费").Text("支出预算表").Text("单位：万元").Table(FormHeads.T03 + Row));

        Assert.Equal("国家机关和事业单位差旅费、会议费支出预算表", Assert.Single(reading.Unbound).Title);
    }

    [Fact]
    public void An_unknown_title_nearer_than_a_known_one_is_that_of_the_table()
    {
        StatementReading reading = Reading.Of(new DrawnPage(1).Text("一般公共预算支出表").Text("单位：万元").Text("政府采购预算表").Text("单位：万元").Table(FormHeads.T05 + Row));

        Assert.Equal("政府采购预算表", Assert.Single(reading.Unbound).Title);
    }

    [Theory]
    [InlineData("政府采购预算表", "单位：万元")]
    [InlineData("公开12表", "单位：万元")]
    [InlineData("编制部门：某某局", "单位：千元")]
    [InlineData("编制部门：另一局", "单位：万元")]
    public void A_table_with_a_heading_of_its_own_continues_none(string first, string second)
    {
        StatementReading reading = Reading.Of(Start(Row), new DrawnPage(2).Text(first).Text(second).Table(FormHeads.T03 + Next));

        Assert.Single(reading.Statements[0].Rows);
    }

    [Fact]
    public void A_table_with_a_header_but_no_heading_that_could_not_be_read_leaves_the_one_before_in_doubt()
    {
        StatementReading reading = Reading.Of(Start(Row), new DrawnPage(2).Table("功能分类科目编码|功能分类科目名称|合计\n201|公共服务|3.00", 75, [77, 133, 91]));

        Assert.Contains(Assert.Single(reading.Statements).Doubts, doubt => doubt.Code == "left-out-rows");
    }

    [Fact]
    public void Two_tables_in_one_grid_beside_each_other_are_parted_below_their_titles()
    {
        StatementReading reading = Reading.Of(new DrawnPage(1).Text("编制部门：某某局", "单位：万元").Table(
            """
            一般公共预算支出表|<|<|<|政府采购预算表|<
            科目编码|科目名称|合计|基本支出|项目名称|金额
            201|一般公共服务支出|3.00|1.00|办公设备|7.00
            205|教育支出|4.00|2.00|印刷服务|8.00
            """));

        Assert.Equal(["201 一般公共服务支出: 3.00 1.00", "205 教育支出: 4.00 2.00"], Reading.Rows(Assert.Single(reading.Statements)));
        UnboundTable other = Assert.Single(reading.Unbound);
        Assert.Equal(("政府采购预算表", 2), (other.Title, other.Amounts));
    }

    [Theory]
    [InlineData("百万元")]
    [InlineData("十万元")]
    public void Rare_units_are_units(string unit)
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("部门支出总体情况表").Text("编制部门：某某局", $"单位：{unit}").Table(FormHeads.T03 + Row));

        Assert.Equal(unit, statement.Unit?.Printed());
    }

    [Fact]
    public void A_second_total_with_other_amounts_begins_another_table()
    {
        StatementReading reading = Reading.Of(Start(Row + "\n|||合计|3.00|3.00|"), new DrawnPage(2).Table("201|||一般公共服务支出|9.00|9.00|\n|||合计|9.00|9.00|"));

        Assert.Equal(2, Assert.Single(reading.Statements).Rows.Length);
        Assert.Single(reading.Unbound);
    }

    [Fact]
    public void A_total_that_is_printed_again_on_the_next_page_counts_once()
    {
        Statement statement = Reading.Single(Start("|||合计|3.00|3.00|\n" + Row), new DrawnPage(2).Table(FormHeads.T03 + "|||合计|3.00|3.00|\n" + Next));

        Assert.Equal(["合计", "一般公共服务支出", "政府办公厅（室）及相关机构事务"], statement.Rows.Select(row => row.Name));
    }

    [Fact]
    public void A_foreign_table_keeps_its_further_pages()
    {
        StatementReading reading = Reading.Of(
            new DrawnPage(1).Text("债务支出预算表").Text("单位：万元").Table(FormHeads.T05 + Row),
            new DrawnPage(2).Table(Next),
            new DrawnPage(3).Table(FormHeads.T05 + Next));

        UnboundTable table = Assert.Single(reading.Unbound);
        Assert.Equal([1, 2, 3], table.Pages.AsEnumerable());
        Assert.Equal(6, table.Amounts);
        Assert.Empty(reading.Statements);
    }

    [Fact]
    public void A_heading_at_the_foot_of_a_page_is_that_of_the_grid_on_the_next()
    {
        Statement statement = Reading.Single(
            new DrawnPage(1).Text("（一）其他说明事项，见下。").Text("表3").Text("部门支出总体情况表").Text("编制部门：某某局", "单位：万元").Text("- 7 -"),
            new DrawnPage(2).Table(FormHeads.T03 + Row));

        Assert.Equal(("T03", "表3", "部门支出总体情况表"), (statement.Id, statement.Label, statement.Title));
        Assert.Equal([2], statement.Pages.AsEnumerable());
    }

    [Fact]
    public void Header_rows_at_the_foot_of_a_page_stand_above_those_of_the_next()
    {
        Statement statement = Reading.Single(
            new DrawnPage(1).Text("财政拨款收支预算总表").Text("单位：万元").Table("收入|<|支出|<"),
            new DrawnPage(2).Table("项目名称|金额|项目名称|金额\n一、一般公共预算|7.00|一、基本支出|7.00"));

        Assert.Equal(["Income|一、一般公共预算: 7.00", "Expenditure|一、基本支出: 7.00"], Reading.Rows(statement));
        Assert.Equal([1, 2], statement.Pages.AsEnumerable());
    }

    /// <summary>The last line of a head is cut off by the page end, and the next page prints the whole head again.</summary>
    [Fact]
    public void A_head_that_the_next_page_prints_whole_is_not_added_to_it()
    {
        Statement statement = Reading.Single(
            new DrawnPage(1).Text("一般公共预算基本支出情况表").Text("单位：万元").Table("经济分类/科目|经济分类科目名称|合计|人员经费|公用经费"),
            new DrawnPage(2).Table("经济分类/科目编码|经济分类科目名称|合计|人员经费|公用经费\n301|工资福利支出|47.00|47.00|\n30103|奖金|47.00|47.00|"));

        Assert.Equal(("301", "30103"), (statement.Rows[0].Code, statement.Rows[1].Code));
    }

    [Theory]
    [InlineData("收入支出决算总表")]
    [InlineData("支出决算表")]
    public void Statements_of_final_accounts_never_bind_in_a_budget(string title)
    {
        StatementReading reading = Reading.Of(
            Start(Row), new DrawnPage(2).Text("一般公共预算支出情况表").Text("单位：万元").Table(FormHeads.T05 + Row),
            new DrawnPage(3).Text(title).Text("单位：万元").Table("收入|<|支出|<\n项目|决算数|项目|决算数\n一、财政拨款收入|1.00|一、一般公共服务支出|1.00"));

        Assert.DoesNotContain(reading.Statements, statement => statement.Id[0] == 'F');
        Assert.Equal(title, Assert.Single(reading.Unbound).Title);
    }

    [Theory]
    [InlineData("一般公共预算支出情况表|<|<|<|<|<|<\n编制部门：某某局|<|<|<|单位：万元|<|<\n")]
    [InlineData("一般公共预算支出情况表/编制部门：某某局/单位：万元|<|<|<|<|<|<\n")]
    public void Two_tables_in_one_grid_are_parted_at_the_boxed_title(string heading)
    {
        StatementReading reading = Reading.Of(new DrawnPage(1).Text("部门支出总体情况表").Text("单位：万元").Table(FormHeads.T03 + Row + "\n" + heading + FormHeads.T05 + Row));

        Assert.Equal(["T03", "T05"], reading.Statements.Select(statement => statement.Id));
        Assert.All(reading.Statements, statement => Assert.Equal(["201 一般公共服务支出: 3.00 3.00 -"], Reading.Rows(statement)));
        Assert.Equal("一般公共预算支出情况表", reading.Statements[1].Title);
    }

    [Fact]
    public void A_column_that_the_layout_does_not_have_stays_and_shifts_no_other()
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("部门支出总体情况表").Text("单位：万元").Table(
            """
            功能分类科目编码|功能分类科目名称|合计|占比（%）|项目支出
            ※|※|1|2|3
            201|一般公共服务支出|499.92|25.00|375.00
            """));

        Assert.Equal(["total", "unknown1", "project"], statement.Columns.Select(column => column.Key));
        Assert.Equal(375.00m, Assert.Single(statement.Rows).Value("project"));
    }

    [Theory]
    [InlineData("部门预算支出经济科目", "政府预算支出经济科目")]
    [InlineData("部门经济科目", "政府经济科目")]
    [InlineData("部门预算支出经济分类科目", "政府经济分类科目")]
    public void Two_subjects_side_by_side_are_two_columns(string department, string government)
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("一般公共预算基本支出情况表（按经济分类）").Text("单位：万元").Table(
            $"""
            {department}|{government}|预算
            合计||5.00
            [301]工资福利支出|[501]机关工资福利支出|3.00
            [301]工资福利支出|[505]对事业单位经常性补助|2.00
            """));

        Assert.Equal(["合计: 5.00", "301 工资福利支出: 3.00", "301 工资福利支出: 2.00"], Reading.Rows(statement));
        Assert.Equal([null, "501", "505"], statement.Rows.Select(row => row.GovernmentCode));
        Assert.Equal("机关工资福利支出", statement.Rows[1].GovernmentName);
    }

    [Theory]
    [InlineData("“三公”经费预算表")]
    [InlineData("2026年财政拨款“三公”经费预算表")]
    [InlineData("一般公共预算财政拨款“三公”经费支出表")]
    public void Official_expenses_of_two_years_are_bound_under_each_of_their_titles(string title)
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text(title).Text("单位：万元").Table(
            """
            项目|2025年预算数|2026年预算数
            因公出国（境）费|1.00|2.00
            公务接待费|3.00|4.00
            合计|4.00|6.00
            """));

        Assert.Equal(("T10", 6.00m, 4.00m), (statement.Id, statement.Rows[2].Value("total"), statement.Rows[2].Value("priorYear")));
    }

    private const int AmountsOfRow = 2;

    private static DrawnPage Start(string rows) =>
        new DrawnPage(1).Text("表3").Text("部门支出总体情况表").Text("编制部门：某某局", "单位：万元").Table(FormHeads.T03 + rows);
}
