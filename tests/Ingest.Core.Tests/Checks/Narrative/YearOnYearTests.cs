using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks;
using Ingest.Core.Checks.Rules.YearOnYear;

namespace Ingest.Core.Tests.Checks.Narrative;

/// <summary>The two budgets of one department in fixtures/pair-2023 and pair-2024, read from their PDFs.</summary>
public sealed class YearOnYearTests
{
    private static readonly BudgetDocument _before = Fixture.Read("pair-2023/pair-2023.pdf");

    private static readonly BudgetDocument _now = Fixture.Read("pair-2024/pair-2024.pdf");

    /// <summary>Of the 35 changes of money, three are of accounts that 2023 did not have; staff changes are in 在职, 退休 and 离休.</summary>
    [Fact]
    public void Every_change_that_the_text_states_is_that_of_the_two_documents()
    {
        BudgetDocument compared = Compare(_now, _before);

        Assert.DoesNotContain(compared.Findings, finding => finding.Rule[0] == 'Y');
        Assert.Equal((32, 3), (Tally(compared, "Y-01").Consistent, Tally(compared, "Y-01").NotAssessable));
        Assert.Equal((3, 0), (Tally(compared, "Y-02").Consistent, Tally(compared, "Y-02").NotAssessable));
    }

    [Fact]
    public void A_change_told_wrongly_is_a_warning_that_points_at_both_documents()
    {
        NarrativeFact change = _now.Facts().First(fact => fact is { Kind: FactKind.Change, Value: 5.01m });

        Finding finding = Assert.Single(Compare(_now.With(change, 5.10m), _before).Findings, finding => finding.Rule == "Y-01");

        // 行政运行: 293.49 this year, 288.48 in the document of 2023.
        Assert.Equal((Severity.Warning, 5.01m, 5.10m), (finding.Severity, finding.Expected, finding.Actual));
        CellReference last = Assert.Single(finding.Cells, cell => cell.Year == 2023);
        Assert.Equal(("T05", "2130101", 288.48m), (last.Statement, last.Code, last.Amount));
    }

    [Fact]
    public void Every_change_that_has_a_figure_in_both_years_is_caught_when_it_is_wrong_by_one()
    {
        string[] missed =
        [
            .. _now.Facts().Where(fact => fact is { Kind: FactKind.Change, Value: not null, Aside: false })
                .Where(fact => Compare(_now.With(fact, fact.Value!.Value + 1), _before).Findings.All(finding => finding.Rule[0] != 'Y'))
                .Select(fact => fact.Subject[^1]),
        ];

        // The new accounts, whose prior year no document has.
        Assert.Equal(["机关事业单位职业年金缴费支出", "农村环境保护", "农业农村生态环境支出"], missed);
    }

    [Fact]
    public void Staff_that_does_not_roll_forward_is_a_warning()
    {
        NarrativeFact change = _now.Facts().First(fact => fact.Kind == FactKind.Change && fact.Subject[^1] == "退休");

        Assert.Equal("Y-02", Assert.Single(Compare(_now.With(change, 5), _before).Findings, finding => finding.Rule[0] == 'Y').Rule);
    }

    [Theory]
    [InlineData("12.00", 0)]
    [InlineData("11.00", 1)]
    public void What_is_carried_over_is_compared_with_what_last_years_accounts_left(string left, int findings)
    {
        BudgetDocument budget = Draft.Of("""
            # T01 万元 | i:total e:total
            i:- 二、上年结转结余 | 12.00
            i:- 收入总计 | 12.00
            e:- 支出总计 | 12.00
            """);
        BudgetDocument accounts = Draft.Of($"""
            # F01 万元 | i:total e:total
            e:- 年末结转和结余 | {left}
            """, DocumentKind.FinalAccounts);
        accounts = accounts with { Identity = accounts.Identity with { FiscalYear = 2023 } };

        Assert.Equal(findings, Compare(budget, accounts).Findings.Count(finding => finding.Rule == "Y-03"));
    }

    [Fact]
    public void Documents_that_do_not_follow_one_another_are_not_compared()
    {
        Assert.Null(YearOnYearCheck.Mismatch(_now, _before));
        Assert.Contains("不是相邻年度", YearOnYearCheck.Mismatch(_before, _now)!.Value.Chinese, StringComparison.Ordinal);
        Assert.Contains("编制部门不同", YearOnYearCheck.Mismatch(_now, Samples.Seed)!.Value.Chinese, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Compare(_now, _now));
    }

    private static BudgetDocument Compare(BudgetDocument now, BudgetDocument before) =>
        YearOnYearCheck.Apply(now.Coverage is null ? now.Reconcile() : now, before, ReconciliationOptions.Default, CancellationToken.None);

    private static RuleTally Tally(BudgetDocument document, string rule) => document.Coverage!.Rules.Single(tally => tally.Rule == rule);
}
