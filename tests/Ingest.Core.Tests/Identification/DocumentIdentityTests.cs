using Ingest.Contract.Documents;
using Ingest.Core.Statements;
using Ingest.Core.Tests.Statements;

namespace Ingest.Core.Tests.Identification;

public class DocumentIdentityTests
{
    private const string Rows = "201|||一般公共服务支出|10.00|10.00|";

    [Fact]
    public void Tables_say_whose_document_it_is_and_titles_of_which_year()
    {
        Identity identity = Reading.Of(
            Cover("某某市财政局", "2024年部门预算公开"),
            new DrawnPage(2).Text("2024年部门支出总体情况表").Text("编制部门：某某市财政局", "单位：万元").Table(FormHeads.T03 + Rows)).Identity;

        Assert.Equal(("某某市财政局", 2024, DocumentKind.Budget, "xinjiang-2024"), (identity.Department, identity.FiscalYear, identity.Kind, identity.Layout));
        Assert.Null(identity.PublishedOn);
    }

    [Theory]
    [InlineData("上海市普陀区财政局", "2024年度部门决算")]
    [InlineData("上海市普陀区财政局2024年度部门决算", "")]
    [InlineData("2024年度上海市普陀区财政局部门决算", "")]
    [InlineData("上海市普陀区2024年度部门决算", "主管部门：上海市普陀区财政局")]
    public void Without_a_body_above_the_tables_the_cover_says_it(string first, string second)
    {
        Identity identity = Reading.Of(
            Cover(first, second),
            new DrawnPage(2).Text("收入决算表").Text("单位：万元").Table(
                """
                项目|<|本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入
                功能分类科目编码|科目名称|^|^|^|^|^|^|^
                合计|<|1.00|1.00|||||
                """)).Identity;

        Assert.Equal(("上海市普陀区财政局", 2024, DocumentKind.FinalAccounts), (identity.Department, identity.FiscalYear, identity.Kind));
    }

    [Fact]
    public void The_date_at_the_end_is_the_date_of_publication()
    {
        Identity identity = Reading.Of(
            Cover("某某市财政局", "2024年部门预算公开"),
            new DrawnPage(2).Text("某某市财政局").Text("2024 年 03 月 01 日").Text("— 2 —")).Identity;

        Assert.Equal(new DateOnly(2024, 3, 1), identity.PublishedOn);
    }

    [Fact]
    public void Sources_that_disagree_are_reported_and_the_tables_win()
    {
        StatementReading reading = Reading.Of(
            Cover("某某市水利局", "2023年部门预算公开"),
            new DrawnPage(2).Text("2024年部门支出总体情况表").Text("编制部门：某某市财政局", "单位：万元").Table(FormHeads.T03 + Rows));

        Assert.Equal(("某某市财政局", 2024), (reading.Identity.Department, reading.Identity.FiscalYear));
        Assert.Contains(reading.Diagnostics, diagnostic => diagnostic.Code == "identity-department" && diagnostic.Message.English.Contains("某某市水利局", StringComparison.Ordinal));
        Assert.Contains(reading.Diagnostics, diagnostic => diagnostic.Code == "identity-year" && diagnostic.Message.English.Contains("2023", StringComparison.Ordinal));
    }

    [Fact]
    public void The_suffix_of_the_own_level_is_no_disagreement()
    {
        StatementReading reading = Reading.Of(
            Cover("某某市财政局", "2024年部门预算公开"),
            new DrawnPage(2).Text("部门支出总体情况表").Text("编制部门：某某市财政局（本级）", "单位：万元").Table(FormHeads.T03 + Rows));

        Assert.DoesNotContain(reading.Diagnostics, diagnostic => diagnostic.Code == "identity-department");
    }

    [Fact]
    public void A_document_without_tables_and_cover_has_no_identity()
    {
        Assert.Equal(new Identity(), Reading.Of(new DrawnPage(1).Text("会议纪要")).Identity);
    }

    private static DrawnPage Cover(string first, string second) => new DrawnPage(1).Text(first).Text(second);
}
