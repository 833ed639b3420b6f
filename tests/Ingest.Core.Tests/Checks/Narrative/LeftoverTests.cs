using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks;
using Ingest.Core.Narrative;
using Ingest.Core.Tests.Narrative;

namespace Ingest.Core.Tests.Checks.Narrative;

/// <summary>What was left in a text from an earlier year's document, or from another body's, and funds of performance tables.</summary>
public class LeftoverTests
{
    private const string Income = """
        # T01 万元 | i:total e:total
        i:- 收入总计 | 10.00
        e:- 支出总计 | 10.00
        """;

    private static readonly string[] _headings =
    [
        "一、关于某局2024年收支预算情况的总体说明", "二、关于某局2024年收入预算情况说明", "三、关于某局2024年支出预算情况说明",
        "四、关于某局2024年财政拨款收支预算情况说明",
    ];

    [Theory]
    [InlineData("五、关于某局2023年“三公”经费预算情况说明", true)]
    [InlineData("五、关于某局2024年“三公”经费预算情况说明", false)]
    [InlineData("五、关于某局2023年预算执行情况说明", false)]
    public void A_heading_of_another_year_is_found(string heading, bool wrong) =>
        Assert.Equal(wrong, Errors(Of(DocumentKind.Budget, [.. _headings, heading]), "N-23") > 0);

    [Theory]
    [InlineData("截至2024年12月31日，某局共有车辆3辆。", false)]
    [InlineData("截至2023年12月31日，某局共有车辆3辆。", true)]
    public void Final_accounts_count_at_the_end_of_their_year(string sentence, bool wrong) =>
        Assert.Equal(wrong, Errors(Of(DocumentKind.FinalAccounts, ["三、国有资产占有使用情况", "　　" + sentence]), "N-24") > 0);

    [Theory]
    [InlineData("2024年收入预算10.00万元。", false)]
    [InlineData("2023年收入预算10.00万元。", true)]
    [InlineData("2023年收入预算9.00万元。", false)]
    public void This_years_amount_told_as_another_years_is_found(string sentence, bool wrong) =>
        Assert.Equal(wrong, Errors(Of(DocumentKind.Budget, ["二、收入预算情况说明", "　　" + sentence], Income), "N-25") > 0);

    [Theory]
    [InlineData("某局2024年收入预算10.00万元。", false)]
    [InlineData("上海市普陀区教育局2024年收入预算10.00万元。", true)]
    public void Another_body_with_this_ones_amount_is_found(string sentence, bool wrong) =>
        Assert.Equal(wrong, Errors(Of(DocumentKind.Budget, ["二、收入预算情况说明", "　　" + sentence], Income), "STR-01") > 0);

    /// <summary>A unit below the body has money of its own.</summary>
    [Fact]
    public void Another_body_with_another_amount_may_be_told_of() =>
        Assert.Equal(0, Errors(Of(DocumentKind.Budget, ["二、收入预算情况说明", "　　上海市普陀区教育局2024年收入预算4.00万元。"], Income), "STR-01"));

    [Theory]
    [InlineData(100, 80, false)]
    [InlineData(100, 120, true)]
    public void A_part_of_the_years_funds_is_no_more_than_they_are(int total, int fiscal, bool wrong)
    {
        BudgetDocument document = Of(DocumentKind.Budget, []) with { Performance = [Table("甲", ("年度资金总额", total), ("财政拨款", fiscal))] };
        Assert.Equal(wrong, Errors(document, "P-09") > 0);
    }

    [Theory]
    [InlineData("编报绩效目标的项目共2个，涉及项目预算资金300.00万元。", false)]
    [InlineData("编报绩效目标的项目共2个，涉及项目预算资金350.00万元。", true)]
    [InlineData("编报绩效目标的项目共3个，涉及项目预算资金350.00万元。", false)]
    public void The_funds_told_are_those_of_the_tables_where_all_are_printed(string sentence, bool wrong)
    {
        BudgetDocument document = Of(DocumentKind.Budget, ["四、绩效目标设置情况", "　　" + sentence]) with
        {
            Performance = [Table("甲", ("年度资金总额", 100)), Table("乙", ("年度资金总额", 200))],
        };
        Assert.Equal(wrong, Errors(document, "P-10") > 0);
    }

    private static int Errors(BudgetDocument document, string rule) =>
        Reconciler.Reconcile(document, ReconciliationOptions.Default, CancellationToken.None).Findings.Count(finding => finding.Rule == rule && finding.Severity == Severity.Error);

    private static BudgetDocument Of(DocumentKind kind, string[] lines, string tables = "") =>
        Draft.Of(tables, kind) with { Narrative = NarrativeReader.Read([TextPages.Page(1, lines)], ["某局"]).Sections };

    private static PerformanceTable Table(string project, params (string Label, decimal Value)[] funds) => new()
    {
        Kind = PerformanceKind.Project, Title = "项目支出绩效目标表", Project = project, Pages = [1],
        Funds = [.. funds.Select(fund => new PerformanceFund([fund.Label], fund.Value + 0.00m, AmountUnit.TenThousand, fund.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), 1, default))],
    };
}
