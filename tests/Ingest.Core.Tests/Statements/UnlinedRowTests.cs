using Ingest.Contract.Documents;
using Ingest.Core.Statements;

namespace Ingest.Core.Tests.Statements;

/// <summary>Rows of tables whose rows no lines part: what is not sure is said, and lines of one name are one row.</summary>
public class UnlinedRowTests
{
    [Theory]
    [InlineData("|||某项经费8,229.102|||", true)]
    [InlineData("|||某项经费15208947|||", true)]
    [InlineData("|||某项经费2024|||", false)]
    [InlineData("|||某项118,487.1132经费|1.00|1.00|", true)]
    public void An_amount_run_into_a_name_is_said_with_any_decimals(string row, bool doubted)
    {
        Statement statement = Reading.Single(Expenditure("201|||一般公共服务支出|1.00|1.00|\n" + row).WithoutLines());

        Assert.Equal(doubted, statement.Doubts.Any(doubt => doubt is { Code: "number-in-name", Row: 1 }));
    }

    /// <summary>Whole yuan of the column before the name; 20101 and 2010301 are codes, 2024年 a year.</summary>
    [Theory]
    [InlineData("15208947二、外交支出", true)]
    [InlineData("20101人大事务", false)]
    [InlineData("2010301行政运行", false)]
    [InlineData("2024年结转", false)]
    public void An_amount_run_into_the_front_of_a_name_is_said(string name, bool doubted)
    {
        DrawnPage page = new DrawnPage(1).Text("部门收支总体情况表").Text("单位：元").Table(
            FormHeads.T01 + $"一、本年收入|4|{name}|4\n收入总计|4|支出总计|4");

        Assert.Equal(doubted, Reading.Single(page.WithoutLines()).Doubts.Any(doubt => doubt.Code == "number-in-name"));
    }

    [Fact]
    public void An_amount_run_into_the_name_of_a_project_is_said()
    {
        DrawnPage page = new DrawnPage(1).Text("一般公共预算项目支出情况表").Text("单位：万元").Table(
            "功能分类科目编码|功能分类科目名称|项目名称|项目支出合计|工资福利支出|商品和服务支出\n2010101|行政运行|治理能力提升工程四期7,191.623|||7,191.623");

        Assert.DoesNotContain(Reading.Single(page).Doubts, doubt => doubt.Code == "number-in-name");
        Assert.Contains(Reading.Single(page.WithoutLines()).Doubts, doubt => doubt is { Code: "number-in-name", Row: 0 });
    }

    [Fact]
    public void An_amount_in_the_middle_of_a_wrapped_name_is_said()
    {
        DrawnPage page = Expenditure("201|||一般公共服务支出|1.00|1.00|\n208|||机关事业单位基本养老保险缴850.20费|||");

        Assert.Contains(Reading.Single(page.WithoutLines()).Doubts, doubt => doubt is { Code: "number-in-name", Row: 1 });
    }

    /// <summary>The amount may be that of the list on the left, whose row is blank otherwise.</summary>
    [Fact]
    public void An_amount_run_into_a_name_of_the_list_beside_it_puts_both_rows_in_doubt()
    {
        DrawnPage page = new DrawnPage(1).Text("部门收支总体情况表").Text("单位：元").Table(
            FormHeads.T01 + "一、本年收入||41551079一、一般公共服务支出|4\n收入总计|4|支出总计|4");

        Assert.Equal([0, 1], Reading.Single(page.WithoutLines()).Doubts.Where(doubt => doubt.Code == "number-in-name").Select(doubt => doubt.Row!.Value).Order());
    }

    [Fact]
    public void The_running_head_above_rows_that_go_on_is_no_row()
    {
        const string running = "某某市财政局2017年度部门预算";
        StatementReading reading = Reading.Of(
            new DrawnPage(1).Text(running).Text("部门收支总体情况表").Text("单位：万元").Table(FormHeads.T01 + "一、本年收入|4.00|一、一般公共服务支出|4.00").WithoutLines(),
            new DrawnPage(2, top: 814).Table(running + "|||\n二、上年结转|1.00|二、结转下年|1.00\n收入总计|5.00|支出总计|5.00").WithoutLines(),
            new DrawnPage(3).Text(running).Text("一般公共预算支出情况表").Text("单位：万元").Table(FormHeads.T05 + "201|||一般公共服务支出|3.00|3.00|").WithoutLines());

        Assert.Equal(["一、本年收入", "二、上年结转", "收入总计"], reading.Statements[0].Rows.Where(row => row.Side == RowSide.Income).Select(row => row.Name));
    }

    [Fact]
    public void A_first_row_that_stands_nowhere_else_is_no_running_head()
    {
        Statement statement = Reading.Single(
            new DrawnPage(1).Text("某某局2025年度部门预算").Text("部门支出总体情况表").Text("单位：万元").Table(FormHeads.T03 + "201|||一般公共服务支出|3.00|3.00|").WithoutLines(),
            new DrawnPage(2, top: 814).Table("20103|||政府办公厅（室）及相关机构事务|||\n2010301|||行政运行|3.00|3.00|").WithoutLines());

        Assert.Equal(["一般公共服务支出", "政府办公厅（室）及相关机构事务", "行政运行"], statement.Rows.Select(row => row.Name));
    }

    [Theory]
    [InlineData("2010101行政运行治理能力提升工程四期|<|<", true)]
    [InlineData("20101政府办公厅（室）及相关机构事务|<|<", false)]
    [InlineData("2010101行政运行|<|治理能力提升工程四期", false)]
    public void A_name_that_runs_into_that_of_the_project_is_said(string labels, bool doubted)
    {
        DrawnPage page = new DrawnPage(1).Text("一般公共预算项目支出情况表").Text("单位：万元").Table(
            $"功能分类科目编码|功能分类科目名称|项目名称|项目支出合计|工资福利支出|商品和服务支出\n201|一般公共服务支出||7.00||7.00\n{labels}|7.00||7.00");

        Assert.Equal(doubted, Reading.Single(page.WithoutLines()).Doubts.Any(doubt => doubt is { Code: "project-in-name", Row: 1 }));
    }

    [Fact]
    public void The_second_line_of_a_name_in_a_short_list_puts_it_and_the_name_in_doubt()
    {
        DrawnPage page = new DrawnPage(1).Text("财政拨款“三公”经费支出情况表").Text("单位：万元").Table(
            "项目|合计|一般公共预算|政府性基金|国有资本经营预算\n合计|57.00|57.00||\n公务用车购置及|20.00|20.00||\n运行费||||\n公务接待费|37.00|37.00||", widths: [39, 60]);

        Assert.Empty(Reading.Single(page).Doubts);
        Assert.Equal([1, 2], Reading.Single(page.WithoutRowLines()).Doubts.Where(doubt => doubt.Code == "run-on-name").Select(doubt => doubt.Row!.Value));
    }

    [Theory]
    [InlineData("一般公共预算§小计", true)]
    [InlineData("一般公共预算/小计", false)]
    public void Two_texts_beside_each_other_in_the_cell_of_a_name_are_said(string name, bool doubted)
    {
        DrawnPage page = Expenditure($"201|||{name}|1.00|1.00|");

        Assert.DoesNotContain(Reading.Single(page).Doubts, doubt => doubt.Code == "names-side-by-side");
        Assert.Equal(doubted, Reading.Single(page.WithoutRowLines()).Doubts.Any(doubt => doubt.Code == "names-side-by-side"));
    }

    [Fact]
    public void A_code_within_a_name_is_said()
    {
        DrawnPage page = new DrawnPage(1).Text("部门收支总体情况表").Text("单位：万元").Table(
            FormHeads.T01 + "一、本年收入|4.00|209社会保险基金支|\n||出210卫生健康支出|4.00\n收入总计|4.00|支出总计|4.00");

        Assert.Contains(Reading.Single(page.WithoutLines()).Doubts, doubt => doubt.Code == "code-in-name");
    }

    [Theory]
    [InlineData("公务用车购置及运行费145.310145.310", true)]
    [InlineData("335329", true)]
    [InlineData("[302]商品和服务支", true)]
    [InlineData("221住房保障支", true)]
    [InlineData("30108机关事业单位基本养老保险缴费280.88", true)]
    [InlineData("2024年预算数", false)]
    [InlineData("注：本表反映部门支出", false)]
    public void Rows_left_below_a_table_without_lines_are_said(string below, bool said)
    {
        DrawnPage page = Expenditure("201|||一般公共服务支出|1.00|1.00|").Text(below);

        Assert.DoesNotContain(Reading.Single(page).Doubts, doubt => doubt.Code == "stray-amount");
        Assert.Equal(said, Reading.Single(page.WithoutLines()).Doubts.Any(doubt => doubt.Code == "stray-amount"));
    }

    [Fact]
    public void Totals_on_a_page_of_their_own_are_of_the_columns_they_stand_below()
    {
        const string Head = "收入|<|支出|<|<|<|<\n项目|预算数|项目|合计|一般公共预算|政府性基金预算|国有资本经营预算\n";
        DrawnPage first = new DrawnPage(1).Text("财政拨款收支总表").Text("单位：元").Table(
            Head + "一、本年收入|58.76|一、本年支出|58.76|58.76||\n（一）一般公共预算拨款|58.76|（一）一般公共服务支出|58.76|58.76||").WithoutLines();
        // The last column reaches over the blank ones behind it.
        DrawnPage second = new DrawnPage(2).Table("收入总计|58.76|支出总计|58.76|58.76", widths: [60, 60, 60, 60, 180]).WithoutLines();

        Statement statement = Reading.Single(first, second);

        Assert.Equal("Expenditure|支出总计: 58.76 58.76 - -", Reading.Rows(statement)[^1]);
    }

    [Fact]
    public void The_second_line_of_a_name_in_a_list_without_lines_is_no_row()
    {
        Statement statement = Reading.Single(List("""
            一、一般公共预算拨款||一、外交支出|
            收入|3.00|二、文化旅游体育与传|
            二、政府性基金预算拨||媒支出|2.00
            款收入||三、教育支出|1.00
            本年收入合计|3.00|本年支出合计|3.00
            """).WithoutRowLines());

        Assert.Equal(
            [
                "Income|一、一般公共预算拨款收入: 3.00", "Expenditure|一、外交支出: -", "Expenditure|二、文化旅游体育与传媒支出: 2.00",
                "Income|二、政府性基金预算拨款收入: -", "Expenditure|三、教育支出: 1.00", "Income|本年收入合计: 3.00", "Expenditure|本年支出合计: 3.00",
            ],
            Reading.Rows(statement));
    }

    [Theory]
    // A line that the next letter would have fitted into is whole.
    [InlineData("一、财政拨款", "补助", 6)]
    [InlineData("其中：公务用车购置费", "公务用车运行费", 6)]
    // Names without a number of their own.
    [InlineData("一、一般公共预算拨款收", "其中：一般财力", 6)]
    public void A_name_without_a_number_that_is_one_stays_a_row(string above, string name, int rows)
    {
        Statement statement = Reading.Single(List($"{above}|3.00|一、外交支出|\n{name}||二、教育支出|3.00\n二、政府性基金预算拨款||三、科学技术支出|").WithoutLines());

        Assert.Equal(rows, statement.Rows.Length);
    }

    [Fact]
    public void A_code_that_touches_the_name_is_the_code()
    {
        const string Rows = "20103|政府办公厅|2.00|2.00|\n|2010301行政运行|2.00|2.00|";
        DrawnPage page = new DrawnPage(1).Text("部门支出总表").Text("单位：万元").Table("科目编码|科目名称|合计|基本支出|项目支出\n" + Rows);

        Assert.Equal(["20103 政府办公厅: 2.00 2.00 -", "2010301 行政运行: 2.00 2.00 -"], Reading.Rows(Reading.Single(page.WithoutLines())));
    }

    [Fact]
    public void A_further_page_under_the_same_title_may_have_accounts_of_the_same_names()
    {
        const string Head = "科目编码|科目名称|合计|基本支出|项目支出\n";
        DrawnPage first = new DrawnPage(1).Text("部门支出总表").Text("单位：元").Table(Head + "20103|政府办公厅|2|2|\n2010301|行政运行|2|2|");
        DrawnPage second = new DrawnPage(2).Text("部门支出总表").Text("单位：元").Table("科目编码|科目名称|合计|基本|项目支出\n21301|农业农村|3|3|\n2130101|行政运行|3|3|");

        Assert.Equal(4, Reading.Single(first.WithoutLines(), second.WithoutLines()).Rows.Length);
    }

    [Theory]
    // A head that was not read to the letter.
    [InlineData("科目编码|科目名称|合计|基本|项目支出", "21301|农业农村|3|3|", 1, false)]
    // Other columns: what they are cannot be told.
    [InlineData("科目编码|科目名称|合计|基本支出|项目支出|上缴", "21301|农业农村|3|3||", 2, true)]
    public void A_further_page_under_the_same_title_is_read_under_the_same_columns_or_said(string head, string rows, int statements, bool said)
    {
        DrawnPage first = new DrawnPage(1).Text("部门支出总表").Text("单位：元").Table("科目编码|科目名称|合计|基本支出|项目支出\n20103|政府办公厅|2|2|\n2010301|行政运行|2|2|");
        DrawnPage second = new DrawnPage(2).Text("部门支出总表").Text("单位：元").Table(head + "\n" + rows);

        StatementReading reading = Reading.Of(first.WithoutLines(), second.WithoutLines());

        Assert.Equal(statements, reading.Statements.Length);
        Assert.Equal(said, reading.Statements[0].Doubts.Any(doubt => doubt.Code == "left-out-rows"));
    }

    private static DrawnPage Expenditure(string rows) => new DrawnPage(1).Text("部门支出总表").Text("单位：万元").Table(FormHeads.T03 + rows);

    private static DrawnPage List(string rows) => new DrawnPage(1).Text("部门收支总表").Text("单位：万元").Table(FormHeads.T01 + rows);
}
