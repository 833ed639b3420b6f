using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks;

namespace Ingest.Core.Tests.Checks;

/// <summary>What an auditor wants to see of the seed budget.</summary>
public sealed class SeedTests
{
    private static readonly BudgetDocument _reconciled = Reconciler.Reconcile(Samples.Seed, ReconciliationOptions.Default, CancellationToken.None);

    [Fact]
    public void Nothing_in_it_is_an_error()
    {
        Assert.DoesNotContain(_reconciled.Findings, finding => finding.Severity == Severity.Error);
    }

    /// <summary>15.60 against 20.60; no 30217 for 3.00; 8.00 of 23.60 outside 基本支出; 6.06 against 6.53.</summary>
    [Theory]
    [InlineData("X-16", "5.00")]
    [InlineData("X-17", "3.00")]
    [InlineData("X-18", "8.00")]
    [InlineData("X-22", "0.47")]
    public void Each_oddity_is_one_warning(string rule, string difference)
    {
        Finding finding = Assert.Single(_reconciled.Findings, finding => finding.Rule == rule);

        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Equal(difference, finding.Difference?.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void It_has_no_other_warning()
    {
        Assert.Equal(4, _reconciled.Findings.Count(finding => finding.Severity == Severity.Warning));
    }

    [Fact]
    public void Total_159_24_against_118_60_and_40_63_is_one_rounding()
    {
        Finding finding = Assert.Single(_reconciled.Findings, finding => finding.Severity == Severity.Info);

        Assert.Equal("T06-row", finding.Rule);
        Assert.Equal((159.23m, 159.24m, 0.01m), (finding.Expected, finding.Actual, finding.Difference));
        Assert.Equal(["T06-row", "T06-tree", "X-12"], finding.Relations.Select(relation => relation.Rule));
        Assert.Equal("《一般公共预算基本支出情况表》“总计 · 合计”印作 159.24 万元，“人员经费” 118.60 + “公用经费” 40.63 合计 159.23 万元，相差 0.01 万元，属四舍五入差异（同一原因共 3 处）（T06-row）", finding.Message);
    }

    [Fact]
    public void Every_printed_amount_takes_part_in_two_relations()
    {
        Assert.Equal((185, 185, 185), (_reconciled.Coverage!.Amounts, _reconciled.Coverage.InOne, _reconciled.Coverage.InTwo));
        Assert.Empty(_reconciled.Coverage.Unchecked);
    }

    [Fact]
    public void Messages_come_in_English_on_request()
    {
        BudgetDocument english = Reconciler.Reconcile(
            Samples.Seed, new ReconciliationOptions { Language = Language.English }, CancellationToken.None);

        Assert.Contains(english.Findings, finding => finding.Message ==
            "《财政拨款“三公”经费支出情况表》“公务用车运行费 · 一般公共预算” is 20.60 ×10,000 yuan, 《一般公共预算基本支出情况表》“公务用车运行维护费 · 合计” is 15.60 ×10,000 yuan, difference 5.00 ×10,000 yuan; the scopes may differ, check (X-16)");
    }

    [Fact]
    public void The_same_document_gives_the_same_findings()
    {
        BudgetDocument again = Reconciler.Reconcile(Samples.Seed, ReconciliationOptions.Default, CancellationToken.None);

        Assert.Equal(_reconciled.Findings.Select(finding => finding.Message), again.Findings.Select(finding => finding.Message));
    }

    [Fact]
    public void A_cancelled_run_stops()
    {
        Assert.Throws<OperationCanceledException>(() =>
            Reconciler.Reconcile(Samples.Seed, ReconciliationOptions.Default, new CancellationToken(canceled: true)));
    }
}
