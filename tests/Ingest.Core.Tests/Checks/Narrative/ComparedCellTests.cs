using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks;
using Ingest.Core.Narrative;
using Ingest.Core.Tests.Narrative;

namespace Ingest.Core.Tests.Checks.Narrative;

/// <summary>What sentences say of the year before, against a table that prints it.</summary>
public class ComparedCellTests
{
    private const string Table = """
        # T05 万元 | priorYear total change changePercent
        201 一般公共服务支出 | 100.00 150.00 50.00 50.00
        20101 人大事务 | 100.00 150.00 50.00 50.00
        2010101 行政运行 | 100.00 150.00 50.00 50.00
        208 社会保障和就业支出 | 200.00 160.00 -40.00 -20.00
        20805 行政事业单位养老支出 | 200.00 160.00 -40.00 -20.00
        2080505 机关事业单位基本养老保险缴费支出 | 120.00 90.00 -30.00 -25.00
        2080506 机关事业单位职业年金缴费支出 | 80.00 70.00 -10.00 -12.50
        - 合计 | 300.00 310.00 10.00 3.33
        """;

    [Fact]
    public void Sentences_that_say_what_the_table_says_hold()
    {
        BudgetDocument document = Reconciled("增加50.00万元，增长50.00%", "减少30.00万元，下降25.00%", "减少10.00万元，下降12.50%");

        Assert.Equal(6, document.Coverage!.Rules.Single(tally => tally.Rule == "N-29").Consistent);
        Assert.DoesNotContain(document.Findings, finding => finding.Severity >= Severity.Warning);
    }

    /// <summary>The table and the text each take the difference of amounts that were not rounded yet.</summary>
    [Fact]
    public void A_change_may_differ_in_its_last_digit() =>
        Assert.DoesNotContain(Reconciled("增加50.01万元", "减少30.00万元", "减少10.00万元").Findings, finding => finding.Severity >= Severity.Warning);

    /// <summary>1,500,049 − 999,951 = 500,098 元, in 万元 50.01; but 150.00 − 100.00 is 50.00.</summary>
    [Theory]
    [InlineData(true, "增加50.00万元", 1, 0)]
    [InlineData(true, "增加49.99万元", 0, 1)]
    [InlineData(false, "增加50.00万元", 1, 0)]
    [InlineData(false, "增加49.99万元", 0, 1)]
    public void A_change_may_be_that_of_amounts_rounded_to_the_unit_of_the_text(bool isPrinted, string said, int rounding, int inconsistent)
    {
        string table = $"""
            # T05 元 | priorYear total{(isPrinted ? " change" : "")}
            201 一般公共服务支出 | 1499951.00 2100049.00{(isPrinted ? " 600098.00" : "")}
            20101 人大事务 | 1499951.00 2100049.00{(isPrinted ? " 600098.00" : "")}
            2010101 行政运行 | 999951.00 1500049.00{(isPrinted ? " 500098.00" : "")}
            2010102 一般行政管理事务 | 500000.00 600000.00{(isPrinted ? " 100000.00" : "")}
            - 合计 | 1499951.00 2100049.00{(isPrinted ? " 600098.00" : "")}
            """;

        BudgetDocument document = ReconciledWith(
            table,
            $"　　一般公共服务支出（类）人大事务（款）行政运行（项）2024年预算数为150.00万元，比2023年预算数{said}。",
            "　　一般公共服务支出（类）人大事务（款）一般行政管理事务（项）2024年预算数为60.00万元，比2023年预算数增加10.00万元。");

        RuleTally tally = document.Coverage!.Rules.Single(tally => tally.Rule == "N-29");
        Assert.Equal((1, rounding, inconsistent), (tally.Consistent, tally.Rounding, tally.Inconsistent));
    }

    [Theory]
    [InlineData("增加57.00万元", 57.00, 50.00)]
    [InlineData("增长57.00%", 57.00, 50.00)]
    public void A_change_that_no_other_sentence_contradicts_is_held_against_the_row(string said, decimal printed, decimal right)
    {
        Finding finding = Assert.Single(Reconciled(said, "减少30.00万元，下降25.00%", "减少10.00万元，下降12.50%").Findings, finding => finding.Severity == Severity.Error);

        Assert.Contains(finding.Relations, relation => relation.Rule == "N-29");
        Suspect suspect = finding.Suspects[0];
        Assert.Equal((printed, right), (suspect.Cell.Amount, suspect.Suggested));
    }

    [Fact]
    public void A_fall_that_the_table_has_as_a_rise_is_an_error() =>
        Assert.Contains(Reconciled("减少50.00万元", "减少30.00万元", "减少10.00万元").Findings, finding => finding.Severity == Severity.Error);

    [Fact]
    public void What_is_compared_with_is_the_table_s_year_before()
    {
        BudgetDocument document = Reconciled("（120.00万元）增加30.00万元", "（120.00万元）减少30.00万元", "（80.00万元）减少10.00万元");

        Assert.Contains(document.Findings, finding => finding.Severity == Severity.Error);
    }

    [Fact]
    public void Sentences_that_compare_with_what_was_spent_are_not_held_against_what_was_planned() =>
        Assert.Equal(0, Tally(Reconciled("增加57.00万元", "减少3.00万元", "增加1.00万元", basis: "2023年执行数")));

    [Fact]
    public void Where_most_sentences_disagree_they_compare_with_something_else()
    {
        BudgetDocument document = Reconciled("增加57.00万元", "减少3.00万元", "减少10.00万元");

        Assert.Equal(0, Tally(document));
        Assert.DoesNotContain(document.Findings, finding => finding.Severity == Severity.Error);
    }

    private static int Tally(BudgetDocument document) => document.Coverage!.Rules.Single(tally => tally.Rule == "N-29") is var tally ? tally.Consistent + tally.Rounding + tally.Inconsistent : 0;

    private static BudgetDocument Reconciled(string first, string second, string third, string basis = "2023年预算数")
    {
        string[] lines =
        [
            $"　　一般公共服务支出（类）人大事务（款）行政运行（项）2024年预算数为150.00万元，比{basis}{first}。",
            $"　　社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）2024年预算数为90.00万元，比{basis}{second}。",
            $"　　社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位职业年金缴费支出（项）2024年预算数为70.00万元，比{basis}{third}。",
        ];
        return ReconciledWith(Table, lines);
    }

    private static BudgetDocument ReconciledWith(string table, params string[] lines)
    {
        BudgetDocument document = Draft.Of(table) with { Narrative = NarrativeReader.Read([TextPages.Page(1, ["五、关于某局2024年一般公共预算当年拨款情况说明", .. lines])], ["某局"]).Sections };
        return Reconciler.Reconcile(document, ReconciliationOptions.Default, CancellationToken.None);
    }
}
