using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks;
using Ingest.Core.Narrative;
using Ingest.Core.Tests.Narrative;

namespace Ingest.Core.Tests.Checks.Narrative;

/// <summary>基本支出 of the whole is the table's total; 基本支出 of one account is not.</summary>
public class PartOfAccountTests
{
    private const string Table = """
        # T05 万元 | total basic project
        205 教育支出 | 500.00 420.00 80.00
        20502 普通教育 | 500.00 420.00 80.00
        2050203 初中教育 | 300.00 300.00 -
        2050204 高中教育 | 200.00 120.00 80.00
        - 合计 | 500.00 420.00 80.00
        """;

    [Fact]
    public void Of_an_account_it_is_not_held_against_the_total_of_the_table() =>
        Assert.DoesNotContain(
            Reconciled("初中教育支出300.00万元，其中：基本支出300.00万元，项目支出0万元。", "高中教育支出200.00万元，其中：基本支出120.00万元，项目支出80.00万元。").Findings,
            finding => finding.Severity > Severity.Info && finding.Rule[0] == 'N');

    [Theory]
    [InlineData("2024年一般公共预算拨款支出500.00万元，其中：基本支出402.00万元，项目支出98.00万元。")]
    [InlineData("某某市数据局2024年本年一般公共预算支出500.00万元，其中：基本支出402.00万元，项目支出98.00万元。")]
    [InlineData("基本支出402.00万元，项目支出98.00万元。")]
    public void Of_the_whole_it_is(string sentence) =>
        Assert.Contains(Reconciled(sentence).Findings, finding => finding.Severity == Severity.Error && finding.Relations.Any(relation => relation.Rule[0] == 'N'));

    private static BudgetDocument Reconciled(params string[] sentences)
    {
        NarrativeText read = NarrativeReader.Read([TextPages.Page(1, ["五、一般公共预算支出情况说明", .. sentences.Select(sentence => "　　" + sentence)])], ["某某市数据局"]);
        return Reconciler.Reconcile(Draft.Of(Table) with { Narrative = read.Sections }, ReconciliationOptions.Default, CancellationToken.None);
    }
}
