using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Statements;

namespace Ingest.Core.Tests.Statements;

public class BindingTests
{
    private const string Row = "201|||一般公共服务支出|499.92|124.92|375.00";

    [Fact]
    public void A_table_is_bound_by_title_and_headers_and_says_why()
    {
        StatementReading reading = Reading.Of(new DrawnPage(1)
            .Text("表 3").Text("部门支出总体情况表").Text("编制部门：某某局", "单位：万元").Table(FormHeads.T03 + Row));
        Statement statement = Assert.Single(reading.Statements);

        Assert.Equal(("T03", "表3", "部门支出总体情况表", AmountUnit.TenThousand, "某某局"), (statement.Id, statement.Label, statement.Title, statement.Unit!.Value, statement.Department));
        Assert.Equal(["支出预算", "基本支出"], statement.Columns[1].Header.AsEnumerable());
        Assert.Equal(["201 一般公共服务支出: 499.92 124.92 375.00"], Reading.Rows(statement));
        GridBinding binding = Assert.Single(reading.Bindings);
        Assert.Equal(["code", "code", "code", "name", "total", "basic", "project"], binding.Columns.Select(column => column.Role));
        Assert.Contains(binding.Reasons, reason => reason.English.Contains("the title \"部门支出总体情况表\" fits 100", StringComparison.Ordinal));
        Assert.Equal(4, binding.Lines.Length);
        Assert.Empty(reading.Diagnostics);
    }

    [Theory]
    [InlineData("表3：部门支出总体情况表", "表3")]
    [InlineData("2024年部门支出总体情况表（公开03表）", "公开03表")]
    [InlineData("三、某某市第十四幼儿园支出总体情况表", "三")]
    [InlineData("支出预算总表", null)]
    [InlineData("部门支出总表", null)]
    public void Titles_of_other_years_bodies_and_provinces_name_the_same_statement(string title, string? label)
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text(title).Text("单位：元").Table(FormHeads.T03 + Row));

        Assert.Equal(("T03", label), (statement.Id, statement.Label));
    }

    [Fact]
    public void A_title_broken_over_two_lines_is_one_title()
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("表三：").Text("一般公共预算").Text("支出情况表").Text("单位：万元").Table(FormHeads.T05 + Row));

        Assert.Equal(("T05", "一般公共预算支出情况表", "表三"), (statement.Id, statement.Title, statement.Label));
    }

    [Fact]
    public void A_unit_is_named_and_its_code_is_no_classification()
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("部门收入总表").Text("单位：万元").Table(
            """
            单位代码|单位名称|合计|上年结转|一般公共预算拨款收入|事业收入
            |合计|30.00|1.00|20.00|9.00
            301001|某某县人民医院|30.00|1.00|20.00|9.00
            """));

        Assert.Equal("T02", statement.Id);
        Assert.Equal(["合计: 30.00 1.00 20.00 9.00", "某某县人民医院: 30.00 1.00 20.00 9.00"], Reading.Rows(statement));
    }

    [Fact]
    public void A_subtotal_whose_group_is_lost_is_told_by_its_neighbours()
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("部门收入总表").Text("单位：万元").Table(
            """
            科目编码|科目名称|合计|小计|一般公共预算|政府性基金预算|小计|事业收入|其他收入|上年结转
            210|卫生健康支出|10.00|3.00|2.00|1.00|6.00|4.00|2.00|1.00
            """));

        Assert.Equal(
            ["total", "fiscalSubtotal", "generalBudget", "governmentFund", "unitFunds", "businessIncome", "otherIncome", "carryover"],
            statement.Columns.Select(column => column.Key));
        Assert.Equal(["fiscalSubtotal", "unitFunds"], statement.Doubts.Select(doubt => doubt.Column));
    }

    [Fact]
    public void A_group_over_two_sums_leaves_its_columns_in_doubt()
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("一般公共预算支出表").Text("单位：万元").Table(
            """
            科目编码|科目名称|基本支出|<|<|<|项目支出
            ^|^|合计|小计|人员经费|公用经费|^
            205|教育支出|10.00|8.00|6.00|2.00|2.00
            """));

        Assert.Equal(["合计", "小计", "人员经费", "公用经费"], statement.Doubts.Select(doubt => statement.Columns.Single(column => column.Key == doubt.Column).Header[^1]));
    }

    [Theory]
    [InlineData("收入总体情况表", "T02", "一、预算拨款")]
    [InlineData("支出总体情况表", "T03", "一、基本支出")]
    public void A_summary_may_be_a_list_with_one_amount(string title, string id, string line)
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text(title).Text("单位：万元").Table($"项目|2021年预算\n{line}|30.00\n本年合计|30.00"));

        Assert.Equal(id, statement.Id);
        Assert.Equal([$"{line}: 30.00", "本年合计: 30.00"], Reading.Rows(statement));
    }

    [Fact]
    public void Equal_headers_are_told_apart_by_the_title()
    {
        string head = FormHeads.T03.Replace("支出预算", "本年支出", StringComparison.Ordinal);
        DrawnPage page = new DrawnPage(1)
            .Text("支出总表").Text("单位：万元").Table(head + Row)
            .Text("一般公共预算支出表").Text("单位：万元").Table(head + Row);

        Assert.Equal(["T03", "T05"], Reading.Of(page).Statements.Select(statement => statement.Id));
    }

    [Fact]
    public void Without_a_title_the_group_above_the_columns_decides()
    {
        Assert.Equal("T05", Reading.Single(new DrawnPage(1).Text("单位：万元").Table(FormHeads.T05 + Row)).Id);
    }

    [Fact]
    public void Without_title_and_group_a_table_is_not_forced_into_a_statement()
    {
        StatementReading reading = Reading.Of(new DrawnPage(1).Text("单位：万元").Table(
            """
            科目编码|科目名称|合计|基本支出|项目支出
            201|一般公共服务支出|499.92|124.92|375.00
            """));

        Assert.Empty(reading.Statements);
        Assert.Equal("499.92", Assert.Single(reading.Unbound).Rows[1][2]);
        Assert.Contains(reading.Diagnostics, diagnostic => diagnostic.Code == "unbound-table" && diagnostic.Page == 1);
    }

    [Fact]
    public void Headers_that_contradict_the_title_leave_the_table_unbound()
    {
        StatementReading reading = Reading.Of(new DrawnPage(1).Text("一般公共预算支出情况表").Text("单位：万元").Table(
            FormHeads.T05.Replace("一般公共预算支出", "政府性基金预算支出", StringComparison.Ordinal) + Row));

        Assert.Empty(reading.Statements);
        Diagnostic diagnostic = Assert.Single(reading.Diagnostics, diagnostic => diagnostic.Code == "weak-binding");
        Assert.Contains("the header \"政府性基金预算支出\" is not of T05", diagnostic.Message.English, StringComparison.Ordinal);
        Assert.Equal("一般公共预算支出情况表", Assert.Single(reading.Unbound).Title);
    }

    [Fact]
    public void A_sentence_that_names_a_statement_is_not_the_title_of_the_next_table()
    {
        DrawnPage page = new DrawnPage(1)
            .Text("政府性基金预算支出情况表").Text("单位：万元").Table(FormHeads.T08 + "|||||||")
            .Text("某某局2024年没有使用政府性基金预算拨款安排的支出，政府性基金预算支出情况表为空表。")
            .Text("单位名称").Table("序号|单位名称\n1|某某局本级");
        StatementReading reading = Reading.Of(page);

        Assert.Equal("T08", Assert.Single(reading.Statements).Id);
        Assert.Single(reading.Unbound);
    }

    [Fact]
    public void Columns_are_bound_by_what_they_say_in_whatever_order()
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("部门支出总体情况表").Text("单位：万元").Table(
            """
            功能分类科目编码|功能分类科目名称|项目支出|基本支出|合计
            201|一般公共服务支出|375.00|124.92|499.92
            """));

        Assert.Equal(["project", "basic", "total"], statement.Columns.Select(column => column.Key));
        Assert.Equal(499.92m, statement.Rows[0].Value("total"));
    }

    [Fact]
    public void Numbered_columns_keep_their_key_where_the_header_is_broken_and_are_in_doubt()
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("部门支出总体情况表").Text("单位：万元").Table(
            """
            功能分类科目编码|功能分类科目名称|合计|某某支|项目支出
            ※|※|1|2|3
            201|一般公共服务支出|499.92|124.92|375.00
            """));

        Assert.Equal(124.92m, Assert.Single(statement.Rows).Value("basic"));
        ExtractionDoubt doubt = Assert.Single(statement.Doubts);
        Assert.Equal(("weak-column", "basic"), (doubt.Code, doubt.Column));
        Assert.Equal("“basic”列：表头“某某支”无法识别，按栏次 2 对应。", doubt.Message.Chinese);
        Assert.Equal("Column basic: the header \"某某支\" is unknown; column number 2 was used.", doubt.Message.English);
    }

    [Theory]
    [InlineData("※|※|1|2|3", "1 2 3")]
    [InlineData("栏次||1|2=3+4|4", "1 2 4")]
    [InlineData("※|※|1||3", "1  3")]
    public void Column_numbers_are_kept_with_their_gaps_and_are_no_row(string markers, string numbers)
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("部门支出总体情况表").Text("单位：万元").Table(
            $"""
            功能分类科目编码|功能分类科目名称|合计|基本支出|项目支出
            {markers}
            201|一般公共服务支出|499.92|124.92|375.00
            """));

        Assert.Equal(numbers, string.Join(' ', statement.Columns.Select(column => column.Number)));
        Assert.Single(statement.Rows);
    }

    [Fact]
    public void A_column_that_the_layout_does_not_have_is_kept_under_a_key_of_its_own()
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("部门支出总体情况表").Text("单位：万元").Table(
            """
            功能分类科目编码|功能分类科目名称|合计|基本支出|项目支出|抗疫特别支出
            201|一般公共服务支出|499.92|124.92|375.00|1.00
            """));

        Assert.Equal(1.00m, statement.Rows[0].Value("unknown1"));
        Assert.Contains(statement.Doubts, doubt => doubt is { Code: "unknown-column", Column: "unknown1" });
    }

    [Fact]
    public void Columns_under_one_and_the_same_header_follow_the_form_and_are_in_doubt()
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("上年结转结余情况明细表").Text("单位：万元").Table(
            """
            项目名称|总计|财政拨款非财政拨款|<|<|<|<|<|<|<
            ^|^|合计|基本支出|<|项目支出|合计|基本支出|<|项目支出
            ^|^|^|人员经费|公用经费|^|^|人员经费|公用经费|^
            道路养护|3.00|2.00|||2.00|1.00|||1.00
            """));

        Assert.Equal((2.00m, 1.00m), (statement.Rows[0].Value("fiscalTotal"), statement.Rows[0].Value("nonFiscalTotal")));
        Assert.Equal(8, statement.Doubts.Count(doubt => doubt.Code == "weak-column"));
    }

    [Fact]
    public void Title_body_and_unit_may_be_rows_of_the_table()
    {
        Statement statement = Reading.Single(new DrawnPage(1).Table(
            """
            表3|<|<|<|<|<|<
            部门支出总体情况表|<|<|<|<|<|<
            编制部门：某某局|<|<|<|<|单位：万元|<

            """ + FormHeads.T03 + Row));

        Assert.Equal(("T03", "表3", "某某局", AmountUnit.TenThousand), (statement.Id, statement.Label, statement.Department, statement.Unit!.Value));
        Assert.Single(statement.Rows);
    }

    [Theory]
    [InlineData("单位：元", AmountUnit.Yuan)]
    [InlineData("单位:万元", AmountUnit.TenThousand)]
    [InlineData("金额单位：千元", AmountUnit.Thousand)]
    [InlineData("编制单位：某某局 单位：亿元", AmountUnit.HundredMillion)]
    [InlineData("金额单位：人民币万元", AmountUnit.TenThousand)]
    public void Units_are_read_as_printed(string line, AmountUnit unit)
    {
        Assert.Equal(unit, Reading.Single(new DrawnPage(1).Text("部门支出总体情况表").Text(line).Table(FormHeads.T03 + Row)).Unit);
    }

    [Fact]
    public void A_missing_unit_stays_unknown_and_is_reported()
    {
        StatementReading reading = Reading.Of(new DrawnPage(1)
            .Text("部门支出总体情况表").Text("编制单位：某某局").Table(FormHeads.T03 + Row)
            .Text("一般公共预算支出情况表").Text("单位：元").Table(FormHeads.T05 + Row));

        Assert.Null(reading.Statements[0].Unit);
        Assert.Contains(reading.Diagnostics, diagnostic => diagnostic.Code == "unit-missing");
    }

    [Fact]
    public void A_unit_stated_for_the_whole_document_holds_where_none_is_printed()
    {
        StatementReading reading = Reading.Of(new DrawnPage(1)
            .Text("说明：本公开表金额单位均为万元。").Text("部门支出总体情况表").Table(FormHeads.T03 + Row));

        Assert.Equal(AmountUnit.TenThousand, Assert.Single(reading.Statements).Unit);
        Assert.Contains(reading.Diagnostics, diagnostic => diagnostic.Code == "unit-inherited");
    }

    [Fact]
    public void The_table_of_contents_is_no_table()
    {
        StatementReading reading = Reading.Of(new DrawnPage(1).Text("目 录").Table(
            """
            一、|部门收支总体情况表|3
            二、|部门收入总体情况表|4
            三、|部门支出总体情况表|5
            """));

        Assert.Empty(reading.Statements);
        Assert.Empty(reading.Unbound);
        Assert.Equal(GridRole.Contents, Assert.Single(reading.Bindings).Role);
    }

    [Fact]
    public void Performance_tables_are_left_to_others()
    {
        StatementReading reading = Reading.Of(new DrawnPage(1).Text("项目支出绩效目标表").Table(
            """
            项目名称|道路养护|<
            一级指标|二级指标|三级指标
            产出指标|数量指标|养护里程
            """));

        Assert.Empty(reading.Unbound);
        Assert.Equal(GridRole.Performance, Assert.Single(reading.Bindings).Role);
    }

    [Theory]
    [InlineData("部门收支总体情况表 部门收入总体情况表 上年结转结余情况明细表", "xinjiang-2024")]
    [InlineData("单位收支总体情况表 单位收入总体情况表 单位支出总体情况表", "xinjiang-2023")]
    public void The_layout_is_the_one_whose_wording_the_document_has(string titles, string layout)
    {
        DrawnPage page = new DrawnPage(1);
        foreach (string title in titles.Split(' '))
            page.Text(title).Text("单位：万元").Table(Form(title));

        Assert.Equal(layout, Reading.Of(page).Identity.Layout);
    }

    [Fact]
    public void The_same_pages_give_the_same_reading()
    {
        StatementReading first = Reading.Of(new DrawnPage(1).Text("部门支出总体情况表").Text("单位：万元").Table(FormHeads.T03 + Row));
        StatementReading second = Reading.Of(new DrawnPage(1).Text("部门支出总体情况表").Text("单位：万元").Table(FormHeads.T03 + Row));

        Assert.Equal(Reading.Rows(first.Statements[0]), Reading.Rows(second.Statements[0]));
        Assert.Equal(first.Bindings[0].Reasons.AsEnumerable(), second.Bindings[0].Reasons);
    }

    [Fact]
    public void Cancellation_stops_the_reading()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => new StatementReader(Ingest.Core.Layouts.LayoutCatalog.Embedded)
            .Read([new DrawnPage(1).Text("目录").Done()], "x.pdf", source.Token));
    }

    private static string Form(string title) => title switch
    {
        _ when title.Contains("收支", StringComparison.Ordinal) => FormHeads.T01 + "一、本年收入|1.00|201 一般公共服务支出|1.00",
        _ when title.Contains("支出", StringComparison.Ordinal) => FormHeads.T03 + Row,
        _ when title.Contains("结转", StringComparison.Ordinal) =>
            """
            项目名称|总计|财政拨款|<|<|<|非财政拨款|<|<|<
            ^|^|合计|基本支出|<|项目支出|合计|基本支出|<|项目支出
            ^|^|^|人员经费|公用经费|^|^|人员经费|公用经费|^
            道路养护|1.00|1.00|||1.00||||
            """,
        _ =>
            """
            功能分类科目编码|功能分类科目名称|总计|财政拨款（补助）|<|<|<|<|<|<|财政专户（教育收费）|单位资金|财政拨款结转|非财政拨款结转结余
            ^|^|^|财政拨款(补助)小计|一般公共预算|上级一般公共预算安排的转移支付|政府性基金预算|上级政府性基金安排的转移支付|国有资本经营预算|上级国有资本经营预算安排的转移支付|^|^|^|^
            201|一般公共服务支出|1.00|1.00|1.00|||||||||
            """,
    };
}
