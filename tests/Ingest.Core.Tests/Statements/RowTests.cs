using Ingest.Contract.Documents;

namespace Ingest.Core.Tests.Statements;

public class RowTests
{
    [Fact]
    public void A_name_alone_between_rows_without_lines_leaves_its_neighbours_in_doubt()
    {
        const string Rows = "208|05|05|基本养老保险|5.00|5.00|\n|||缴费支出|||\n221|02|01|住房公积金|3.00|3.00|\n221|02|03|购房补贴|2.00|2.00|";
        DrawnPage page = new DrawnPage(1).Text("部门支出总表").Text("单位：万元").Table(FormHeads.T03 + Rows);

        Assert.Empty(Reading.Single(page).Doubts);
        Assert.Equal([0, 1, 2], Reading.Single(page.WithoutLines()).Doubts.Where(doubt => doubt.Code == "lone-name").Select(doubt => doubt.Row!.Value));
    }

    [Theory]
    [InlineData("3.50", new[] { 3 })]
    [InlineData("3", new int[0])]
    public void Without_lines_a_number_without_decimals_among_amounts_that_have_them_is_in_doubt(string another, int[] doubted)
    {
        string rows = $"201|||一般公共服务支出|20.50|10.25|10.25\n205|||教育支出|{another}|1.50|\n208|||社会保障和就业支出|3.50|3.50|\n210|||卫生健康支出|48||\n221|||住房保障支出|9.69|9.69|0";
        DrawnPage page = new DrawnPage(1).Text("部门支出总表").Text("单位：万元").Table(FormHeads.T03 + rows);

        Assert.Empty(Reading.Single(page).Doubts);
        Assert.Equal(doubted, Reading.Single(page.WithoutLines()).Doubts.Where(doubt => doubt.Code == "whole-number").Select(doubt => doubt.Row!.Value));
    }

    [Fact]
    public void Codes_in_three_columns_are_joined_and_blanks_are_not_zeros()
    {
        Assert.Equal(
            [
                "总计: 534.24 159.24 375.00",
                "201 一般公共服务支出: 499.92 - 375.00",
                "20103 政府办公厅（室）及相关机构事务: 499.92 0.00 375.00",
                "2010301 行政运行: - - -",
            ],
            T03("""
                |||总　计|534.24|159.24|375.00
                201|||一般公共服务支出|499.92||375.00
                201|03||政府办公厅（室）/及相关机构事务|499.92|0.00|375.00
                201|03|01|行政运行|||
                """));
    }

    [Fact]
    public void Code_columns_may_repeat_the_code_so_far_or_print_only_what_is_new()
    {
        Assert.Equal(
            ["208 社会保障和就业支出: 3 3 -", "20805 养老支出: 2 2 -", "2080501 离退休: 2 2 -", "210 卫生健康支出: 1 1 -", "21011 医疗: 1 1 -", "2101101 行政单位医疗: 1 1 -"],
            T03("""
                208|||社会保障和就业支出|3|3|
                208|20805||养老支出|2|2|
                208|20805|2080501|离退休|2|2|
                210|||卫生健康支出|1|1|
                |11||医疗|1|1|
                ||01|行政单位医疗|1|1|
                """));
    }

    [Theory]
    [InlineData("2010301|行政运行", "2010301 行政运行: 1 1 -")]
    [InlineData("201 03 01|行 政 运 行", "2010301 行政运行: 1 1 -")]
    [InlineData("２０１０３|政府办公厅(室)", "20103 政府办公厅(室): 1 1 -")]
    public void A_single_code_column_is_read_in_any_spelling(string labels, string expected)
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("部门支出总体情况表").Text("单位：万元").Table(
            $"功能分类科目编码|功能分类科目名称|合计|基本支出|项目支出\n{labels}|1|1|"));

        Assert.Equal([expected], Reading.Rows(statement));
    }

    [Fact]
    public void A_code_in_the_name_column_is_parted_from_the_name_where_there_is_no_code_column()
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("部门支出总体情况表").Text("单位：万元").Table(
            "科目名称|合计|基本支出|项目支出\n2010301行政运行|1|1|"));

        Assert.Equal(["2010301 行政运行: 1 1 -"], Reading.Rows(statement));
    }

    [Fact]
    public void A_total_merged_over_code_and_name_shifts_no_amount()
    {
        Assert.Equal(["合计: 534.24 159.24 375.00"], T03("合 计|<|<|<|534.24|159.24|375.00"));
    }

    [Fact]
    public void Both_sides_of_a_printed_line_are_rows_income_first()
    {
        Assert.Equal(
            [
                "Income|一、本年收入: 534.24",
                "Expenditure|201 一般公共服务支出: 499.92",
                "Income|1、一般公共预算拨款: -",
                "Expenditure|202 外交支出: -",
                "Expenditure|203 国防支出: -",
                "Income|收入总计: 534.24",
                "Expenditure|支出总计: 534.24",
            ],
            T01("""
                一、本年收入|534.24|201 一般公共服务支出|499.92
                　1、一般公共预算拨款||202外交支出|
                ||203-国防支出|
                |||
                收入总计|534.24|支出总计|534.24
                """));
    }

    [Fact]
    public void Names_that_begin_with_a_year_keep_it()
    {
        Assert.Equal(["Income|2022年结余: 1", "Expenditure|2022年结余: 1"], T01("2022年结余|1|2022年结余|1"));
    }

    [Fact]
    public void Units_and_projects_of_T07_keep_their_lines()
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("一般公共预算项目支出情况表").Text("单位：万元").Table(
            """
            科目编码|<|<|功能分类科目名称|项目名称|项目支出合计|工资福利支出|商品服务支出|对个人和家庭的补助|债务利息及费用支出|资本性支出（基本建设）|资本性支出|对企业补助（基本建设）|对企业补助|对社会保障基金补助|其他支出
            类|款|项|^|^|^|^|^|^|^|^|^|^|^|^|^
            |||某某局本级||375.00||375.00||||||||
            201|03|01|行政运行|数字化发展/专项|300.00||300.00||||||||
            ^|^|^|^|信息化|75.00||75.00||||||||
            """));

        Assert.Equal([null, "数字化发展专项", "信息化"], statement.Rows.Select(row => row.Project));
        Assert.Equal([null, "2010301", "2010301"], statement.Rows.Select(row => row.Code));
        Assert.Equal(["某某局本级", "行政运行", "行政运行"], statement.Rows.Select(row => row.Name));
        Assert.Equal(75.00m, statement.Rows[2].Value("goodsServices"));
    }

    [Fact]
    public void A_label_that_reaches_down_over_a_blank_line_makes_no_row()
    {
        Assert.Equal(["201 一般公共服务支出: 1 1 -"], T03("201|||一般公共服务支出|1|1|\n^|^|^|^|||"));
    }

    [Fact]
    public void The_name_of_a_carryover_is_its_project()
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("上年结转结余情况明细表").Text("单位：万元").Table(
            """
            项目名称|总计|财政拨款|<|<|<|非财政拨款|<|<|<
            ^|^|合计|基本支出|<|项目支出|合计|基本支出|<|项目支出
            ^|^|^|人员经费|公用经费|^|^|人员经费|公用经费|^
            合计|2.00|1.00|||1.00|1.00|||1.00
            道路养护|2.00|1.00|||1.00|1.00|||1.00
            """));

        Assert.Equal([null, "道路养护"], statement.Rows.Select(row => row.Project));
        Assert.Equal(1.00m, statement.Rows[1].Value("nonFiscalProject"));
    }

    [Fact]
    public void A_row_of_amounts_without_label_is_a_row()
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("2025年部门“三公”经费和机关运行经费预算表").Text("单位:万元").Table(
            """
            “三公”经费预算数|<|<|<|<|<|机关运行经费预算数
            合计|因公出国(境)费|公务接待费|公务用车购置及运行费|<|<|^
            ^|^|^|小计|购置费|运行费|^
            867.50|839.00|28.50||||213.28
            """));

        Assert.Equal([": 867.50 839.00 28.50 - - - 213.28"], Reading.Rows(statement));
    }

    [Fact]
    public void Personnel_and_operating_halves_are_told_apart_by_their_codes()
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("一般公共预算财政拨款基本支出决算表").Text("单位：万元").Table(
            """
            经济分类科目编码|科目名称|决算数|经济分类科目编码|科目名称|决算数
            301|工资福利支出|95.36|302|商品和服务支出|10.23
            30101|基本工资|14.12|||
            人员经费合计|<|95.36|公用经费合计|<|10.23
            """));

        Assert.Equal(
            ["Personnel|301 工资福利支出: 95.36", "Operating|302 商品和服务支出: 10.23", "Personnel|30101 基本工资: 14.12", "Personnel|人员经费合计: 95.36", "Operating|公用经费合计: 10.23"],
            Reading.Rows(statement));
    }

    [Fact]
    public void A_long_half_may_be_printed_in_two_blocks()
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("一般公共预算财政拨款基本支出决算表").Text("单位：万元").Table(
            """
            人员经费|<|<|公用经费|<|<|<|<|<
            科目编码|科目名称|决算数|科目编码|科目名称|决算数|科目编码|科目名称|决算数
            301|工资福利支出|700.00|302|商品和服务支出|150.00|310|资本性支出|50.00
            人员经费合计|<|700.00|公用经费合计|<|<|<|<|200.00
            """));

        Assert.Equal(
            [
                "Personnel|301 工资福利支出: 700.00", "Operating|302 商品和服务支出: 150.00", "Operating|310 资本性支出: 50.00",
                "Personnel|人员经费合计: 700.00", "Operating|公用经费合计: 200.00",
            ],
            Reading.Rows(statement));
        Assert.Equal(2, statement.Columns.Length);
    }

    [Fact]
    public void Of_two_years_in_the_header_the_later_is_this_year()
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("一般公共预算“三公”经费支出表").Text("单位：万元").Table(
            """
            项目|2022年预算数|2023年预算数
            合计|12.00|11.50
            """));

        Assert.Equal((12.00m, 11.50m), (statement.Rows[0].Value("priorYear"), statement.Rows[0].Value("total")));
    }

    [Fact]
    public void A_first_total_row_may_share_its_line_with_sub_headers()
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("收入决算表").Text("单位：万元").Table(
            """
            项目|<|<|<|本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入
            支出功能分类科目编码|<|<|科目名称|^|^|^|^|^|^|^
            类|款|项|合计|2,946.25|2,940.05|||||6.20
            201|||一般公共服务支出|2,112.86|2,106.66|||||6.20
            """));

        Assert.Equal(
            ["合计: 2946.25 2940.05 - - - - 6.20", "201 一般公共服务支出: 2112.86 2106.66 - - - - 6.20"],
            Reading.Rows(statement));
    }

    [Fact]
    public void Line_numbers_and_the_row_of_column_numbers_are_no_figures()
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("收入支出决算总表").Text("公开01表").Text("金额单位：万元").Table(
            """
            收入|<|<|支出|<|<
            项目|行次|金额|项目（按功能分类）|行次|金额
            栏次||1|栏次||2
            一、一般公共预算财政拨款收入|1|307.82|一、一般公共服务支出|32|264.87
            """));

        Assert.Equal(["Income|一、一般公共预算财政拨款收入: 307.82", "Expenditure|一、一般公共服务支出: 264.87"], Reading.Rows(statement));
        Assert.Equal("公开01表", statement.Label);
        Assert.Empty(statement.Doubts);
    }

    [Fact]
    public void What_is_no_amount_is_kept_unread_and_in_doubt()
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("部门支出总体情况表").Text("单位：万元").Table(FormHeads.T03 + "201|||一般公共服务支出|499.92|12,3|单位不需填列"));
        AmountCell cell = statement.Rows[0].Cell("basic")!;

        Assert.True(cell.IsUnread);
        Assert.Equal("12,3", cell.Text);
        Assert.Equal([("unread-amount", "basic", 0), ("unread-amount", "project", 0)], statement.Doubts.Select(doubt => (doubt.Code, doubt.Column!, doubt.Row!.Value)));
    }

    [Fact]
    public void A_dash_is_blank_with_its_text_kept()
    {
        AmountCell cell = Reading.Single(new DrawnPage(1).Text("部门支出总体情况表").Text("单位：万元").Table(FormHeads.T03 + "201|||一般公共服务支出|1.00|—|1.00")).Rows[0].Cell("basic")!;

        Assert.True(cell.IsBlank);
        Assert.False(cell.IsUnread);
        Assert.Equal("—", cell.Text);
    }

    [Fact]
    public void A_number_broken_over_lines_is_one_number_and_two_numbers_are_none()
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("部门支出总体情况表").Text("单位：元").Table(
            FormHeads.T03 + "201|||一般公共服务支出|453,112,1/16.73|12.50/13.60|1"));

        Assert.Equal(453112116.73m, statement.Rows[0].Value("total"));
        Assert.True(statement.Rows[0].Cell("basic")!.IsUnread);
    }

    [Fact]
    public void A_blank_behind_the_first_part_of_a_code_is_not_filled_from_the_row_above()
    {
        Assert.Equal(
            ["20103 政府办公厅（室）及相关机构事务: 3.00 3.00 -", "20105 统计信息事务: 1.00 1.00 -"],
            T03("""
                201|03||政府办公厅（室）及相关机构事务|3.00|3.00|
                201||05|统计信息事务|1.00|1.00|
                """));
    }

    [Fact]
    public void A_code_in_the_header_of_the_codes_puts_the_table_in_doubt()
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("一般公共预算支出情况表").Text("单位：万元").Table(
            "功能科目代码/201|功能科目名称|合计|基本支出|项目支出\n|一般公共服务支出|3.00|3.00|\n20103|政府办公厅（室）及相关机构事务|3.00|3.00|"));

        Assert.Equal("code-in-header", Assert.Single(statement.Doubts).Code);
    }

    [Fact]
    public void Codes_in_a_column_that_is_not_bound_as_theirs_put_the_table_in_doubt()
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("一般公共预算基本支出情况表").Text("单位：万元").Table(
            "序号|经济分类科目名称|合计|人员经费|公用经费\n301|工资福利支出|47.00|47.00|\n30103|奖金|47.00|47.00|"));

        Assert.Equal("unbound-codes", Assert.Single(statement.Doubts).Code);
    }

    [Fact]
    public void Codes_of_a_further_page_under_another_head_put_the_table_in_doubt()
    {
        Statement statement = Reading.Single(
            new DrawnPage(1).Text("一般公共预算基本支出情况表").Text("单位：万元").Table("经济分类科目名称|合计|人员经费|公用经费\n工资福利支出|47.00|47.00|"),
            new DrawnPage(2).Text("一般公共预算基本支出情况表").Text("单位：万元").Table("科目编码|经济分类科目名称|合计|人员经费|公用经费\n302|商品和服务支出|3.00||3.00\n30201|办公费|3.00||3.00"));

        Assert.Equal([2], statement.Doubts.Where(doubt => doubt.Code == "unbound-codes").Select(doubt => doubt.Page));
    }

    [Fact]
    public void Text_that_no_cell_could_take_puts_the_table_in_doubt()
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("部门支出总体情况表").Text("单位：万元").Table(
            FormHeads.T03 + "201|||一般公共服务支出|499.92|124.92|375.00", unplaced: "12.5 13.6"));

        Assert.Equal("unplaced-text", Assert.Single(statement.Doubts).Code);
    }

    [Fact]
    public void Numbers_that_touch_over_a_border_are_in_doubt()
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("部门支出总体情况表").Text("单位：万元").Table(
            FormHeads.T03 + "201|||一般公共服务支出|1,234,567.89|124.92|375.00"));

        Assert.Equal([("touching-amounts", "total"), ("touching-amounts", "basic")], statement.Doubts.Select(doubt => (doubt.Code, doubt.Column!)));
    }

    [Fact]
    public void A_code_of_wrong_shape_is_kept_and_in_doubt()
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("部门支出总体情况表").Text("单位：万元").Table(FormHeads.T03 + "201|3||一般公共服务支出|1.00|1.00|"));

        Assert.Equal("2013", statement.Rows[0].Code);
        Assert.Equal("code-shape", Assert.Single(statement.Doubts).Code);
    }

    [Theory]
    [InlineData("|||||||", "没有使用政府性基金预算拨款安排的支出，政府性基金预算支出情况表为空表。")]
    [InlineData("|||合计||||", "注:本部门2025年无政府性基金预算财政拨款安排的预算，故本表为空表。")]
    [InlineData("|||||||", "本单位没有政府性基金预算安排的支出。")]
    public void An_empty_table_has_its_sentence_from_below(string rows, string note)
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("政府性基金预算支出情况表").Text("单位：万元").Table(FormHeads.T08 + rows).Text(note));

        Assert.True(statement.Empty);
        Assert.Equal(note, statement.EmptyNote);
    }

    [Fact]
    public void A_sentence_in_the_last_row_of_the_table_is_its_note_and_no_row()
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("政府性基金预算支出情况表").Text("单位：万元").Table(
            FormHeads.T08 + "某某局没有使用政府性基金预算拨款安排的支出，政府性基金预算支出情况表为空表。|<|<|<|<|<|<|<"));

        Assert.True(statement.Empty);
        Assert.StartsWith("某某局没有", statement.EmptyNote, StringComparison.Ordinal);
        Assert.Null(statement.LeftInstruction);
    }

    [Fact]
    public void Instructions_of_the_form_are_not_the_sentence()
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("政府性基金预算支出情况表").Text("单位：万元").Table(FormHeads.T08 + "|||||||")
            .Text("注：本表反映部门本年度政府性基金预算支出情况。")
            .Text("无政府性基金预算支出的，仍保留该表格式，并在本表下方作下述说明：")
            .Text("说明：某某局本年度没有政府性基金预算支出，故本表无数据。"));

        Assert.Equal("说明：某某局本年度没有政府性基金预算支出，故本表无数据。", statement.EmptyNote);
        Assert.Equal("无政府性基金预算支出的，仍保留该表格式，并在本表下方作下述说明：", statement.LeftInstruction);
    }

    [Fact]
    public void A_table_with_figures_has_no_empty_note_from_the_prose_below()
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("部门支出总体情况表").Text("单位：万元").Table(FormHeads.T03 + "201|||一般公共服务支出|1.00|1.00|")
            .Text("政府性基金预算支出未安排。"));

        Assert.Null(statement.EmptyNote);
    }

    [Fact]
    public void Radicals_and_spaces_do_not_survive_in_names()
    {
        Assert.Equal(["201 部门预算: 1 1 -"], T03("201|||部⻔ 预 算|1|1|"));
    }

    private static string[] T03(string rows) =>
        Reading.Rows(Reading.Single(new DrawnPage(1).Text("部门支出总体情况表").Text("单位：万元").Table(FormHeads.T03 + rows)));

    private static string[] T01(string rows) =>
        Reading.Rows(Reading.Single(new DrawnPage(1).Text("部门收支总体情况表").Text("单位：万元").Table(FormHeads.T01 + rows)));
}
