using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks;
using Ingest.Core.Narrative;
using Ingest.Core.Tests.Narrative;

namespace Ingest.Core.Tests.Checks.Narrative;

public class PlanSumTests
{
    private const string Spent = """
        # F05 万元 | total basic project
        205 教育支出 | 11.00 11.00 _
        20501 教育管理事务 | 11.00 11.00 _
        2050101 行政运行 | 5.00 5.00 _
        2050102 一般行政管理事务 | 6.00 6.00 _
        - 合计 | 11.00 11.00 _
        """;

    /// <summary>5.50 and 6.50 are 12.00; more than 12.00 cannot be, less may be where an account is not told.</summary>
    [Theory]
    [InlineData("6.50", null)]
    [InlineData("8.50", Severity.Error)]
    [InlineData("6.10", Severity.Warning)]
    public void Budgets_of_the_accounts_are_no_more_than_the_whole(string second, Severity? expected)
    {
        string[] lines =
        [
            "（三）一般公共预算财政拨款支出决算具体情况", "　　一般公共预算财政拨款支出年初预算为12.00万元，支出决算为11.00万元。其中：",
            "　　1、教育支出（类）教育管理事务（款）行政运行（项）。年初预算为5.50万元，支出决算为5.00万元。",
            $"　　2、教育支出（类）教育管理事务（款）一般行政管理事务（项）。年初预算为{second}万元，支出决算为6.00万元。",
        ];
        BudgetDocument document = Draft.Of(Spent, DocumentKind.FinalAccounts) with { Narrative = NarrativeReader.Read([TextPages.Page(1, lines)], ["某局"]).Sections };
        Finding? finding = Reconciler.Reconcile(document, ReconciliationOptions.Default, CancellationToken.None)
            .Findings.Where(finding => finding.Rule == "N-26").MaxBy(finding => finding.Severity);
        Assert.Equal(expected, finding?.Severity);
    }
}
