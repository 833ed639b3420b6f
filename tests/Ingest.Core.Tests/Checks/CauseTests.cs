using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks;

namespace Ingest.Core.Tests.Checks;

/// <summary>One mistake, one finding, the right cell named first with the right amount.</summary>
public sealed class CauseTests
{
    [Fact]
    public void A_wrong_digit_is_named_with_every_relation_it_breaks()
    {
        Finding finding = OnlyError(Samples.Seed.Print("T05", "2101101", "basic", 6.66m));

        Assert.Equal(("T05", "2101101", "basic"), Place(finding.Suspects[0].Cell));
        Assert.Equal(6.06m, finding.Suspects[0].Suggested);
        Assert.Equal(["T05-row", "T05-tree", "X-10"], finding.Relations.Select(relation => relation.Rule).Where(IsHard).Distinct().Order());
    }

    [Fact]
    public void An_exact_copy_decides_the_amount_within_the_interval()
    {
        // T06 301 fits 118.58 … 118.62 by its parts; T05 基本支出 fixes its total, and the total fixes 301.
        Finding finding = OnlyError(Samples.Funds.Print("T05", "总计", "project", 1.00m));

        Assert.Equal(Samples.Funds.Statements.Single(table => table.Id == "T07").Rows[0].Value("total"), finding.Suspects[0].Suggested);
    }

    [Fact]
    public void A_lost_sign_is_suggested_with_its_sign()
    {
        Finding finding = OnlyError(Samples.Seed.Print("T06", "30211", "operating", -20.96m));

        Assert.Equal(("T06", "30211", "operating"), Place(finding.Suspects[0].Cell));
        Assert.Equal(20.96m, finding.Suspects[0].Suggested);
    }

    [Fact]
    public void A_blanked_cell_is_named_though_nothing_is_printed_in_it()
    {
        Finding finding = OnlyError(Samples.Seed.Print("T02", "2210201", "generalBudget", null));

        Assert.Equal(("T02", "2210201", "generalBudget"), Place(finding.Suspects[0].Cell));
        Assert.Null(finding.Suspects[0].Cell.Amount);
        Assert.Equal(9.69m, finding.Suspects[0].Suggested);
    }

    [Fact]
    public void An_amount_in_the_neighbouring_column_names_both_cells_and_doubts_the_reading()
    {
        Finding finding = OnlyError(Samples.Seed
            .Print("T07", "数字化发展专项业务经费", "goodsServices", null).Print("T07", "数字化发展专项业务经费", "individuals", 375.00m));

        Assert.Equal(["individuals", "goodsServices"], finding.Suspects.Take(2).Select(suspect => suspect.Cell.Column));
        Assert.Equal([0m, 375.00m], finding.Suspects.Take(2).Select(suspect => suspect.Suggested));
        Assert.True(finding.ExtractionInDoubt);
        Assert.Contains("填错栏", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stale_total_is_named_in_all_its_columns()
    {
        Finding finding = OnlyError(Samples.Seed.Print("T03", "总计", "total", 489.24m).Print("T03", "总计", "project", 330.00m));

        Assert.Equal(["total", "project"], finding.Suspects.Take(2).Select(suspect => suspect.Cell.Column));
        Assert.Equal([534.24m, 375.00m], finding.Suspects.Take(2).Select(suspect => suspect.Suggested));
        Assert.Contains("合计未更新", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_a_sister_table_prints_is_suggested_with_its_amounts()
    {
        Finding finding = OnlyError(Samples.Seed.Drop("T03", "2101101"));

        Assert.Equal(("T03", "2101101", "total"), Place(finding.Suspects[0].Cell));
        Assert.Equal(6.06m, finding.Suspects[0].Suggested);
        Assert.Contains(finding.Cells, cell => cell is { Statement: "T03", Code: "21011" });
        Assert.Contains("未列", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_no_other_table_prints_is_missed_below_its_total()
    {
        Finding finding = OnlyError(Samples.Seed.Drop("T06", "30211"));

        Assert.Equal(("T06", "302", "total"), Place(finding.Suspects[0].Cell));
        Assert.Null(finding.Suspects[0].Suggested);
        Assert.Contains("疑似漏列一行", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lost_project_explains_the_code_it_belonged_to()
    {
        Finding finding = OnlyError(Samples.Seed.Drop("T07", "数字化发展专项业务经费"));

        Assert.Equal(("T07", "20103"), (finding.Suspects[0].Cell.Statement, finding.Suspects[0].Cell.Code));
        Assert.Contains(finding.Relations, relation => relation.Rule == "X-14");
    }

    [Theory]
    [InlineData("其中：一般财力")]
    [InlineData("1、一般公共预算拨款")]
    [InlineData("一、本年收入")]
    public void A_line_that_the_form_always_prints_is_missed_in_its_place(string line)
    {
        Finding finding = OnlyError(Samples.Seed.Drop("T01", line));

        Assert.Equal(("T01", line), (finding.Suspects[0].Cell.Statement, finding.Suspects[0].Cell.Name));
        Assert.Equal(534.24m, finding.Suspects[0].Suggested);
    }

    [Fact]
    public void A_row_printed_twice_is_one_finding_with_what_was_seen_and_what_it_breaks()
    {
        Finding finding = OnlyError(Samples.Seed.Repeat("T05", "2101103"));

        Assert.Equal(("T05", "2101103"), (finding.Suspects[0].Cell.Statement, finding.Suspects[0].Cell.Code));
        Assert.Equal(["STR-05", "T05-tree"], finding.Relations.Select(relation => relation.Rule).Distinct().Order());
        Assert.Contains("重复列示", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("一、本年收入")]
    [InlineData("1、一般公共预算拨款")]
    public void A_line_printed_twice_keeps_its_parts(string line)
    {
        Finding finding = OnlyError(Samples.Seed.Repeat("T01", line));

        Assert.Equal(("T01", line), (finding.Suspects[0].Cell.Statement, finding.Suspects[0].Cell.Name));
        Assert.Contains("重复列示", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_that_contradict_each_other_everywhere_doubt_the_reading()
    {
        BudgetDocument document = Samples.Seed.Change("T02", table => table with
        {
            Rows = [.. table.Rows.Select((row, at) => row with
            {
                Cells = [.. row.Cells.Select((cell, column) => cell with { Value = (at * 37 % 11 * 100) + (column * 7.13m), Text = "x" })],
            })],
        });

        Finding widest = Reconcile(document).Findings.MaxBy(finding => finding.Relations.Length)!;

        Assert.True(widest.ExtractionInDoubt);
        Assert.Equal(Severity.Warning, widest.Severity);
        Assert.Contains("读取有误", widest.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_rows_with_each_others_amounts_are_one_finding()
    {
        Finding finding = OnlyError(Draft.Of("""
            # T03 万元 | total
            - 总计 | 60.00
            201 一般公共服务支出 | 30.00
            208 社会保障和就业支出 | 12.92
            221 住房保障支出 | 17.08
            # T05 万元 | total
            - 总计 | 60.00
            201 一般公共服务支出 | 30.00
            208 社会保障和就业支出 | 17.08
            221 住房保障支出 | 12.92
            """));

        Assert.Contains("“社会保障和就业支出”与“住房保障支出”两行的金额疑似互换", finding.Message, StringComparison.Ordinal);
        Assert.Equal(["208", "221"], finding.Suspects.Take(2).Select(suspect => suspect.Cell.Code));
    }

    /// <summary>T06 may spend next to nothing on what T10 shows: another row that is larger was not exchanged for it.</summary>
    [Fact]
    public void What_only_exceeds_a_bound_was_exchanged_with_nothing()
    {
        BudgetDocument reconciled = Reconcile(Draft.Of("""
            # T06 元 | total personnel operating
            - 合计 | 2221.23 - 2221.23
            302 商品和服务支出 | 2221.23 - 2221.23
            30206 电费 | 1885.51 - 1885.51
            30217 公务接待费 | 293.35 - 293.35
            30231 公务用车运行维护费 | 42.37 - 42.37
            # T10 元 | total
            - 合计 | 3597662.32
            """));

        Finding finding = Assert.Single(reconciled.Findings, finding => finding.Rule == "X-25");
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.DoesNotContain("互换", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_finding_condemns_is_no_evidence_for_another()
    {
        BudgetDocument reconciled = Reconcile(Samples.Seed.Print("T05", "2101101", "basic", 6.66m));

        Assert.DoesNotContain(reconciled.Findings, finding => finding.Rule == "X-22");
    }

    [Fact]
    public void A_suggested_amount_has_the_decimals_of_where_it_comes_from()
    {
        Finding finding = OnlyError(Samples.Seed.Print("T03", "2101103", "basic", 0m));

        Assert.Equal((0m, 5.65m), (finding.Suspects[0].Cell.Amount, finding.Suspects[0].Suggested));
        Assert.Equal(2, finding.Suspects[0].Suggested!.Value.Scale);
    }

    [Fact]
    public void A_row_whose_code_was_left_out_is_still_a_part_of_its_group()
    {
        BudgetDocument document = Samples.Seed.Change("T06", table =>
        {
            int at = table.IndexOf("30211");
            return table with { Rows = table.Rows.SetItem(at, table.Rows[at] with { Code = null }) };
        });

        Assert.Empty(Errors(document));
    }

    [Fact]
    public void An_account_parted_by_something_else_is_no_row_printed_twice()
    {
        Assert.Empty(Errors(Draft.Of("""
            # T06 万元 | total
            - 合计 | 2,917.69
            301 工资福利支出 | 1,164.55
            301 工资福利支出 | 1,078.99
            302 商品和服务支出 | 366.33
            302 商品和服务支出 | 225.86
            303 对个人和家庭的补助 | 81.96
            """)));
    }

    [Fact]
    public void Classes_under_other_names_are_compared_together()
    {
        BudgetDocument document = Draft.Of("""
            # T01 万元 | e:total
            e:- 一、一般公共服务支出 | 60.00
            e:- 二十三、国债还本付息支出 | 11.40
            e:- 支出总计 | 71.40
            # T03 万元 | total
            - 总计 | 71.40
            201 一般公共服务支出 | 60.00
            231 债务还本支出 | 6.40
            232 债务付息支出 | 5.00
            """);

        Assert.Empty(Errors(document));
        Assert.NotEmpty(Errors(document.Print("T03", "232", "total", 9.00m)));
    }

    [Fact]
    public void A_table_in_another_unit_is_one_finding()
    {
        Finding finding = OnlyError(Samples.Seed.Change("T06", table => table with { Unit = AmountUnit.Yuan }));

        Assert.All(finding.Suspects, suspect => Assert.Equal("T06", suspect.Cell.Statement));
        Assert.Contains("小了 10,000 倍", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Independent_mistakes_are_separate_findings()
    {
        BudgetDocument document = Samples.Seed
            .Print("T05", "2101101", "basic", 6.66m).Print("T06", "30211", "operating", 209.60m).Print("T01", "210", "total", 17.11m);

        Finding[] errors = Errors(document);

        Assert.Equal(
            [("T01", "210", "total"), ("T05", "2101101", "basic"), ("T06", "30211", "operating")],
            errors.Select(finding => Place(finding.Suspects[0].Cell)).Order());
    }

    [Fact]
    public void Two_mistakes_in_one_sum_are_told_apart()
    {
        BudgetDocument document = Samples.Seed.Print("T06", "30101", "personnel", 37.40m).Print("T06", "30103", "personnel", 81.18m);

        Assert.Equal(
            [("T06", "30101", "personnel"), ("T06", "30103", "personnel")],
            Errors(document).Select(finding => Place(finding.Suspects[0].Cell)).Order());
    }

    [Fact]
    public void Rounding_is_never_an_error_and_blames_no_cell()
    {
        Finding finding = Assert.Single(Reconcile(Draft.Of("""
            # T06 万元 | total personnel operating
            - 总计 | 159.24 118.60 40.63
            301 工资福利支出 | 118.60 118.60 _
            302 商品和服务支出 | 40.63 _ 40.63
            """)).Findings);

        Assert.Equal(Severity.Info, finding.Severity);
        Assert.Empty(finding.Suspects);
    }

    [Fact]
    public void Improbable_rounding_is_a_warning()
    {
        // Nine addends: 0.03 is within the interval of 0.05, but rounding gives it with p < 1 %.
        string rows = string.Join('\n', Enumerable.Range(1, 9).Select(i => $"- 项目{i}~项目{i} | 1.00 1.00 _ _ 1.00 _ _ _ _"));
        Finding[] findings = [.. Reconcile(Draft.Of($"""
            # T11 万元 | total fiscalTotal fiscalPersonnel fiscalOperating fiscalProject nonFiscalTotal nonFiscalPersonnel nonFiscalOperating nonFiscalProject
            - 总计 | 9.03 9.03 _ _ 9.03 _ _ _ _
            {rows}
            """)).Findings];

        Assert.Contains(findings, finding => finding is { Rule: "T11-sum", Severity: Severity.Warning });
        Assert.DoesNotContain(findings, finding => finding.Severity == Severity.Error);
    }

    [Fact]
    public void Whole_yuan_amounts_may_miss_by_one()
    {
        Assert.All(Reconcile(Draft.Of("""
            # T03 元 | total basic project
            - 合计 | 154,369,327 94,995,790 59,373,536
            201 一般公共服务支出 | 94,995,790 94,995,790 _
            208 社会保障和就业支出 | 59,373,536 _ 59,373,536
            """)).Findings, finding => Assert.Equal(Severity.Info, finding.Severity));
    }

    [Fact]
    public void Nothing_is_concluded_from_an_unread_cell()
    {
        BudgetDocument document = Samples.Seed.Change("T03", table => table with
        {
            Rows = table.Rows.SetItem(1, table.Rows[1] with
            {
                Cells = table.Rows[1].Cells.SetItem(0, table.Rows[1].Cells[0] with { Value = null, Text = "4gg.92" }),
            }),
        });

        BudgetDocument reconciled = Reconcile(document);

        Assert.DoesNotContain(reconciled.Findings, finding => finding.Severity == Severity.Error);
        Assert.Contains("《部门支出总体情况表》“一般公共服务支出 · 合计”未能识别", reconciled.Coverage!.Rules.Single(tally => tally.Rule == "T03-tree").Missing);
    }

    [Fact]
    public void A_row_missing_from_a_table_that_may_not_have_been_read_whole_is_no_mistake_of_the_department()
    {
        BudgetDocument document = Samples.Seed.Drop("T04", "221").Change("T04", table => table with
        {
            Doubts = [new ExtractionDoubt("stray-amount", Phrase.Same("9.69"), null, null, 9, default)],
        });

        Finding[] findings = [.. Reconciler.Reconcile(document, ReconciliationOptions.Default, CancellationToken.None).Findings];

        Assert.DoesNotContain(findings, finding => finding.Severity == Severity.Error);
        Assert.Contains(findings, finding => finding.ExtractionInDoubt && finding.Cells.Any(cell => cell is { Statement: "T04", Code: "221" }));
    }

    /// <summary>Sums over the rows, classes and codes all miss the row that it was.</summary>
    [Theory]
    [InlineData("T03", "221")]
    [InlineData("T04", "221")]
    [InlineData("T05", "2210201")]
    public void A_row_whose_code_was_not_read_with_certainty_is_missed_by_nobody(string statement, string code)
    {
        BudgetDocument document = Samples.Seed.Change(statement, table =>
        {
            int at = table.IndexOf(code);
            return table with
            {
                Rows = table.Rows.SetItem(at, table.Rows[at] with { Code = "33" }),
                Doubts = [new ExtractionDoubt("code-shape", Phrase.Same("33"), null, at, 9, default)],
            };
        });

        Finding[] findings = [.. Reconciler.Reconcile(document, ReconciliationOptions.Default, CancellationToken.None).Findings];

        // A class is found by what it is called and amounts to; of an account the code is called wrong, and no row is missed.
        Assert.All(findings.Where(finding => finding.Severity == Severity.Error), finding => Assert.Equal(code, finding.Suspects[0].SuggestedCode));
        Assert.DoesNotContain(findings, finding => finding.Message.Contains("未列", StringComparison.Ordinal) || finding.Message.Contains("漏列", StringComparison.Ordinal));
    }

    [Fact]
    public void A_cell_that_the_reader_doubts_accuses_nobody()
    {
        BudgetDocument document = Samples.Seed.Print("T05", "2101101", "basic", 6.66m).Change("T05", table => table with
        {
            Doubts = [new ExtractionDoubt("weak-column", Phrase.Same("基本支出栏的表头不清"), "basic", null, 9, default)],
        });

        Finding finding = Assert.Single(Reconcile(document).Findings, finding => finding.Relations.Any(relation => relation.Rule == "T05-row"));

        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.True(finding.ExtractionInDoubt);
    }

    [Fact]
    public void An_amount_beyond_any_budget_is_no_amount_and_nothing_is_concluded_from_it()
    {
        BudgetDocument reconciled = Reconcile(Samples.Seed.Print("T03", "2010301", "total", 79228162514264337593543950335m));

        Assert.DoesNotContain(reconciled.Findings, finding => finding.Severity == Severity.Error || finding.Message.Contains("OverflowException", StringComparison.Ordinal));
        Assert.Contains("《部门支出总体情况表》“行政运行 · 合计”未能识别", reconciled.Coverage!.Rules.Single(tally => tally.Rule == "T03-row").Missing);
        Assert.Equal(184, reconciled.Coverage.Amounts);
    }

    private static bool IsHard(string rule) => rule is not ("X-19" or "X-20" or "X-21" or "X-22");

    private static (string, string?, string?) Place(CellReference cell) => (cell.Statement, cell.Code, cell.Column);

    private static Finding OnlyError(BudgetDocument document) => Assert.Single(Errors(document));

    private static Finding[] Errors(BudgetDocument document) => [.. Reconcile(document).Findings.Where(finding => finding.Severity == Severity.Error)];

    private static BudgetDocument Reconcile(BudgetDocument document) => Reconciler.Reconcile(document, ReconciliationOptions.Default, CancellationToken.None);
}
