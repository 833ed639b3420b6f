using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;

namespace Ingest.Core.Tests.Checks.Narrative;

/// <summary>What the text says accounts are for. In the seed 行政运行 has 124.92 basic and 375.00 project, 行政单位医疗 6.06 basic.</summary>
public class PurposeTests
{
    private static readonly ImmutableArray<string> _running = ["一般公共服务支出", "政府办公厅（室）及相关机构事务", "行政运行"];
    private static readonly ImmutableArray<string> _medical = ["卫生健康支出", "行政事业单位医疗", "行政单位医疗"];
    private static readonly ImmutableArray<string> _housing = ["住房保障支出", "住房改革支出", "住房公积金"];

    [Fact]
    public void Mostly_project_money_said_to_be_for_basic_expenditure_is_a_warning()
    {
        Finding finding = Assert.Single(Findings("N-17", (_running, "单位的基本支出")));

        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Equal(["narrative", "T05", "T05"], finding.Cells.Select(cell => cell.Statement));
        Assert.Contains("项目支出 375.00、基本支出 124.92", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("行政单位的基本支出")]
    [InlineData("基本支出和项目支出")]
    [InlineData("在职人员医疗保险费")]
    public void A_purpose_that_the_columns_bear_out_is_none(string purpose) =>
        Assert.Empty(Findings("N-17", (_medical, purpose)));

    [Fact]
    public void A_purpose_copied_from_the_account_it_names_is_a_warning()
    {
        Finding finding = Assert.Single(Findings("N-18", (_medical, "行政单位医疗保险支出"), (_housing, "行政单位医疗保险支出")));

        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Equal("第 17 页正文“住房公积金”的用途写作“行政单位医疗保险支出”，与“行政单位医疗”相同，疑为照抄（N-18）", finding.Message);
    }

    [Fact]
    public void The_same_general_words_for_two_accounts_are_no_copy() =>
        Assert.Empty(Findings("N-18", (_medical, "退休人员经费支出"), (_housing, "退休人员经费支出")));

    private static Finding[] Findings(string rule, params (ImmutableArray<string> Account, string Purpose)[] purposes)
    {
        ImmutableArray<NarrativeFact> facts =
        [
            .. purposes.Select(told => new NarrativeFact { Kind = FactKind.Purpose, Subject = told.Account, Text = told.Purpose, Page = 17, Box = default }),
        ];
        var sentence = new NarrativeSentence("…", 17, default, facts, []);
        BudgetDocument document = Samples.Seed with
        {
            Narrative = [new NarrativeSection("五、关于某某局2024年一般公共预算当年拨款情况说明", 2, 17, [sentence])],
        };
        return [.. document.Reconcile().Findings.Where(finding => finding.Rule == rule)];
    }
}
