using Ingest.Contract.Documents;
using Ingest.Core.Statements;

namespace Ingest.Core.Tests.Statements;

public class ContinuationTests
{
    private const string First = "201|||一般公共服务支出|3.00|3.00|";
    private const string Second = "201|03||政府办公厅（室）及相关机构事务|3.00|3.00|";

    [Fact]
    public void The_rest_of_a_table_needs_neither_title_nor_header()
    {
        Statement statement = Reading.Single(Start(First), new DrawnPage(2).Table(Second), new DrawnPage(3).Table("|||合计|3.00|3.00|"));

        Assert.Equal(["201 一般公共服务支出: 3.00 3.00 -", "20103 政府办公厅（室）及相关机构事务: 3.00 3.00 -", "合计: 3.00 3.00 -"], Reading.Rows(statement));
        Assert.Equal([1, 2, 3], statement.Pages.AsEnumerable());
        Assert.Equal([1, 2, 3], statement.Rows.Select(row => row.Page));
    }

    [Theory]
    [InlineData("")]
    [InlineData("部门支出总体情况表")]
    [InlineData("部门支出总体情况表（续表）")]
    public void Repeated_titles_and_headers_begin_no_new_statement(string title)
    {
        DrawnPage next = new(2);
        if (title.Length > 0)
            next.Text(title).Text("编制部门：某某局", "单位：万元");
        Statement statement = Reading.Single(Start(First), next.Table(FormHeads.T03 + Second));

        Assert.Equal(2, statement.Rows.Length);
        Assert.Equal("部门支出总体情况表", statement.Title);
    }

    [Fact]
    public void A_repeated_title_without_header_continues()
    {
        Statement statement = Reading.Single(Start(First), new DrawnPage(2).Text("部门支出总体情况表（续）").Text("单位：万元").Table(Second));

        Assert.Equal(2, statement.Rows.Length);
    }

    [Fact]
    public void Other_margins_and_another_scale_are_the_same_table()
    {
        Statement statement = Reading.Single(Start(First), new DrawnPage(2).Table(Second, left: 90, widths: [48]));

        Assert.Equal(2, statement.Rows.Length);
    }

    [Fact]
    public void Columns_drawn_anew_are_the_same_table_when_they_hold_the_same()
    {
        Statement statement = Reading.Single(Start(First), new DrawnPage(2).Table(Second, widths: [30, 30, 30, 150, 70, 70, 40]));

        Assert.Equal(2, statement.Rows.Length);
        Assert.Equal(3.00m, statement.Rows[1].Value("basic"));
    }

    [Fact]
    public void A_page_with_the_total_alone_keeps_its_columns_although_label_cells_are_merged()
    {
        Statement statement = Reading.Single(Start(First), new DrawnPage(2).Table("合计|3.00|2.00|1.00", widths: [240, 60, 60, 60]));

        Assert.Equal(["201 一般公共服务支出: 3.00 3.00 -", "合计: 3.00 2.00 1.00"], Reading.Rows(statement));
    }

    [Fact]
    public void A_table_of_other_columns_is_no_continuation()
    {
        StatementReading reading = Reading.Of(Start(First), new DrawnPage(2).Table("序号|单位名称\n1|某某局本级", widths: [100, 200]));

        Assert.Single(Assert.Single(reading.Statements).Rows);
        Assert.Single(reading.Unbound);
    }

    /// <summary>On the second page 项 and one of the amounts are blank in all rows, so that nothing shows their columns.</summary>
    [Theory]
    [InlineData(120, "20103 相关机构事务: 3.00 - 3.00")]
    [InlineData(60, "20103 相关机构事务: 3.00 3.00 -")]
    public void Without_lines_a_continuation_keeps_the_columns_that_its_texts_stand_in(float total, string expected)
    {
        Statement statement = Reading.Single(
            new DrawnPage(1).Text("部门支出总体情况表").Text("单位：万元").Table(FormHeads.T03 + First, widths: [30, 30, 30, 150, 60, 60, 60]).WithoutLines(),
            new DrawnPage(2).Table("201|03|相关机构事务|3.00|3.00", widths: [25, 55, 165, total, 60]).WithoutLines());

        Assert.Equal(["201 一般公共服务支出: 3.00 3.00 -", expected], Reading.Rows(statement));
    }

    /// <summary>Without lines the head of a further page may come out in pieces; its row of numbers is still no row of figures.</summary>
    [Fact]
    public void A_repeated_head_is_known_by_the_numbers_of_its_columns()
    {
        const string numbers = "※|※|※|※|1|2|3\n";
        Statement statement = Reading.Single(
            Start(numbers + First), new DrawnPage(2).Table("码|<|<|<|预算|<|<\n类|款|项|名称|合|计基本|项目\n" + numbers + Second));

        Assert.Equal(["201 一般公共服务支出: 3.00 3.00 -", "20103 政府办公厅（室）及相关机构事务: 3.00 3.00 -"], Reading.Rows(statement));
    }

    [Theory]
    [InlineData("部门支出总体情况表", true)]
    [InlineData("部门整体情况说明", false)]
    public void A_page_with_rows_under_the_title_of_the_table_puts_one_with_all_its_lines_in_doubt(string title, bool doubted)
    {
        Statement statement = Reading.Single(Start(First), new DrawnPage(2).Text(title).Text("221住房保障支出", "9.69"));

        Assert.Equal(doubted ? ["stray-amount"] : [], statement.Doubts.Select(doubt => doubt.Code));
    }

    /// <summary>The texts of 小计 and 基本 are a third and two thirds of the way, as those of 基本 and 项目 are on the first page.</summary>
    [Fact]
    public void Columns_of_tables_without_lines_are_told_by_where_their_texts_stand_and_not_by_shares_of_the_width()
    {
        Statement statement = Reading.Single(
            new DrawnPage(1).Text("一般公共预算支出情况表").Text("单位：万元").Table(
                "科目编码|科目名称|合计|基本支出|项目支出\n201|一般公共服务支出|3.00|1.00|2.00\n205|教育支出|3.00|1.00|2.00", left: 221, widths: [51, 200, 52, 43, 53]).WithoutLines(),
            new DrawnPage(2).Table("2101103|公务员医疗补助|35.00|35.00\n213|农林水支出|93.75|93.75", left: 223, widths: [47, 169, 76, 48]).WithoutLines());

        Assert.All(statement.Rows.Skip(2), row => Assert.Null(row.Value("project")));
    }

    [Fact]
    public void An_amount_on_the_next_page_in_no_table_puts_a_table_without_lines_in_doubt()
    {
        Statement statement = Reading.Single(
            Start(First).WithoutLines(), new DrawnPage(2).Text("20103", "9.69"), new DrawnPage(3).Text("单位：万元").Text("1.00"));

        ExtractionDoubt doubt = Assert.Single(statement.Doubts);
        Assert.Equal(("stray-amount", null, 2), (doubt.Code, doubt.Row, doubt.Page));
        Assert.Contains("“9.69”", doubt.Message.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("支出比上年增加，共", "9.69")]
    [InlineData("单位：万元", "9.69")]
    public void An_amount_behind_prose_or_the_next_heading_is_not_of_the_table(string before, string amount) =>
        Assert.Empty(Reading.Single(Start(First).WithoutLines(), new DrawnPage(2).Text(before).Text(amount)).Doubts);

    [Fact]
    public void Rows_that_cannot_be_read_under_the_columns_put_the_whole_table_in_doubt()
    {
        StatementReading reading = Reading.Of(Start(First), new DrawnPage(2).Table("行政运行|2.00|1.00", widths: [100, 37, 51]));

        ExtractionDoubt doubt = Assert.Single(Assert.Single(reading.Statements).Doubts);
        Assert.Equal(("left-out-rows", null, null, 2), (doubt.Code, doubt.Column, doubt.Row, doubt.Page));
    }

    [Fact]
    public void An_amount_left_outside_the_grid_puts_the_table_in_doubt()
    {
        Statement statement = Reading.Single(Start(First).Text("375.91").Text("- 1 -"));

        Assert.Equal(["stray-amount"], statement.Doubts.Select(doubt => doubt.Code));
    }

    [Fact]
    public void A_row_cut_by_the_page_end_is_one_row()
    {
        Statement statement = Reading.Single(
            Start("201|03||政府办公厅（室）及|3.00|3.00|"), new DrawnPage(2).Table("|||相关机构事务|||\n201|03|01|行政运行|3.00|3.00|"));

        Assert.Equal(["20103 政府办公厅（室）及相关机构事务: 3.00 3.00 -", "2010301 行政运行: 3.00 3.00 -"], Reading.Rows(statement));
    }

    [Fact]
    public void Rows_without_codes_are_not_glued_to_the_row_on_the_page_before()
    {
        Statement statement = Reading.Single(
            new DrawnPage(1).Text("收入支出决算总表").Text("单位：万元").Table(
                "收入|<|支出|<\n项目|决算数|项目|决算数\n一、一般公共预算财政拨款收入|1.00|十三、交通运输支出|"),
            new DrawnPage(2).Table("||十四、资源勘探工业信息等支出|"));

        Assert.Equal(["十三、交通运输支出", "十四、资源勘探工业信息等支出"], statement.Rows.Where(row => row.Side == RowSide.Expenditure).Select(row => row.Name));
    }

    [Fact]
    public void A_name_with_an_open_bracket_goes_on_where_there_are_no_codes()
    {
        Statement statement = Reading.Single(
            new DrawnPage(1).Text("收入支出决算总表").Text("单位：万元").Table(
                "收入|<|支出|<\n项目|决算数|项目|决算数\n使用非财政拨款结余（含专|1.00||"),
            new DrawnPage(2).Table("用结余）|||\n总计|1.00|总计|1.00"));

        Assert.Equal("使用非财政拨款结余（含专用结余）", statement.Rows[0].Name);
    }

    [Fact]
    public void Blank_lines_of_the_form_on_a_last_page_are_not_a_page_of_the_statement()
    {
        Statement statement = Reading.Single(Start(First), new DrawnPage(2).Table("||||||\n||||||"));

        Assert.Equal([1], statement.Pages.AsEnumerable());
    }

    [Fact]
    public void A_note_may_stand_on_the_next_page_above_the_next_title()
    {
        StatementReading reading = Reading.Of(
            new DrawnPage(1).Text("政府性基金预算支出情况表").Text("单位：万元").Table(FormHeads.T08 + "|||||||").Text("- 1 -"),
            new DrawnPage(2).Text("某某局没有使用政府性基金预算拨款安排的支出，政府性基金预算支出情况表为空表。")
                .Text("部门支出总体情况表").Text("单位：万元").Table(FormHeads.T03 + First));

        Assert.Equal("某某局没有使用政府性基金预算拨款安排的支出，政府性基金预算支出情况表为空表。", reading.Statements[0].EmptyNote);
        Assert.Null(reading.Statements[1].EmptyNote);
    }

    [Fact]
    public void The_same_statement_of_two_bodies_is_two_statements()
    {
        StatementReading reading = Reading.Of(
            Start(First),
            new DrawnPage(2).Text("部门支出总体情况表").Text("编制部门：另一局", "单位：万元").Table(FormHeads.T03 + First));

        Assert.Equal(2, reading.Statements.Length);
        Assert.Contains(reading.Diagnostics, diagnostic => diagnostic.Code == "duplicate-statement" && diagnostic.Page == 2);
    }

    [Fact]
    public void Performance_tables_between_statements_join_neither()
    {
        StatementReading reading = Reading.Of(
            Start(First),
            new DrawnPage(2).Text("项目支出绩效目标表").Table("一级指标|二级指标|三级指标\n产出指标|数量指标|里程"),
            new DrawnPage(3).Table("效益指标|社会效益|满意"),
            new DrawnPage(4).Text("一般公共预算支出情况表").Text("单位：万元").Table(FormHeads.T05 + First));

        Assert.Equal(["T03", "T05"], reading.Statements.Select(statement => statement.Id));
        Assert.Equal([GridRole.Statement, GridRole.Performance, GridRole.Performance, GridRole.Statement], reading.Bindings.Select(binding => binding.Role));
        Assert.Empty(reading.Unbound);
    }

    [Theory]
    [InlineData("收入总计|9.00|支出总计|9.00", 1)]
    [InlineData("一、财政拨款|9.00|一、外交支出|9.00", 2)]
    public void A_page_under_the_same_title_whose_head_is_read_otherwise_goes_on_unless_its_rows_are_the_same(string rows, int statements)
    {
        DrawnPage first = new DrawnPage(1).Text("部门收支总表").Text("单位：万元").Table(FormHeads.T01 + "一、财政拨款|9.00|一、外交支出|9.00\n二、事业收入||二、国防支出|").WithoutLines();
        DrawnPage next = new DrawnPage(2).Text("部门收支总表（续）").Table("收入|<|支出|<\n项目|本年预算数|功能分类|本年预算数\n" + rows).WithoutLines();

        Assert.Equal(statements, Reading.Of(first, next).Statements.Length);
    }

    [Fact]
    public void A_page_under_the_same_title_that_could_not_be_read_leaves_the_table_in_doubt()
    {
        Statement statement = Reading.Single(
            Start(First).WithoutLines(), new DrawnPage(2).Text("部门支出总体情况表（续）").Table("行政运行|2.00|1.00", widths: [100, 37, 51]).WithoutLines());

        Assert.Equal("left-out-rows", Assert.Single(statement.Doubts).Code);
    }

    [Theory]
    [InlineData("9.69 3.00", true)]
    [InlineData("公务接待费9.69 3.00", true)]
    [InlineData("注：其中 9.69", false)]
    [InlineData("第 2 页", false)]
    public void Amounts_beside_each_other_below_a_table_without_lines_are_a_row_that_was_left_out(string below, bool isDoubted)
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("部门支出总体情况表").Text("单位：万元").Table(FormHeads.T03 + First).WithoutLines().Text(below));

        Assert.Equal(isDoubted ? ["stray-amount"] : [], statement.Doubts.Select(doubt => doubt.Code));
    }

    private static DrawnPage Start(string rows) =>
        new DrawnPage(1).Text("表3").Text("部门支出总体情况表").Text("编制部门：某某局", "单位：万元").Table(FormHeads.T03 + rows);
}
