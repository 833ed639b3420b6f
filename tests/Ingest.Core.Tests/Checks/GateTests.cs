using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks;
using Ingest.Core.Checks.Findings;

namespace Ingest.Core.Tests.Checks;

/// <summary>What may be called an error: each condition, and what is said where it is not met.</summary>
public sealed class GateTests
{
    [Fact]
    public void A_contradiction_that_meets_all_conditions_is_an_error_without_reservations()
    {
        Finding finding = Assert.Single(Errors(Samples.Seed.Print("T05", "2101101", "basic", 6.66m)));

        Assert.Empty(finding.Reservations);
        Assert.Equal("《一般公共预算支出情况表》“行政单位医疗 · 基本支出”印作 6.66 万元，应为 6.06 万元：表3 同项为 6.06，本行“合计” 6.06 只差此数（X-10）", finding.Message);
    }

    [Fact]
    public void What_was_read_in_doubt_is_a_warning_that_says_so_and_counts_as_not_assessed()
    {
        BudgetDocument document = Samples.Seed.Print("T05", "2101101", "basic", 6.66m).Change("T05", table => table with
        {
            Doubts = [new ExtractionDoubt("weak-column", Phrase.Same("基本支出栏的表头不清。"), "basic", null, 9, default)],
        });

        BudgetDocument reconciled = Reconcile(document);
        Finding finding = Assert.Single(reconciled.Findings, finding => finding.Reservations.Length > 0);

        Assert.Equal((Severity.Warning, ReservationKind.Reading, true), (finding.Severity, finding.Reservations[0].Kind, finding.ExtractionInDoubt));
        Assert.Contains("未作为错误：读取存疑：基本支出栏的表头不清。", finding.Message, StringComparison.Ordinal);
        Assert.Equal(0, reconciled.Coverage!.Rules.Single(tally => tally.Rule == "T05-row").Inconsistent);
        Assert.True(reconciled.Coverage.Rules.Single(tally => tally.Rule == "T05-row").NotAssessable > 0);
    }

    [Fact]
    public void A_table_without_a_title_accuses_nobody()
    {
        BudgetDocument document = Samples.Seed.Print("T05", "2101101", "basic", 6.66m).Change("T05", table => table with { Title = "" });

        Assert.Empty(Errors(document));
        Assert.Contains(Reconcile(document).Findings, finding => finding.Reservations.Any(reservation => reservation.Kind == ReservationKind.Reading));
    }

    /// <summary>百万元 above one table and 万元 above the others: more likely misprinted or misread than every amount of it wrong.</summary>
    [Fact]
    public void A_table_alone_in_a_unit_that_forms_do_not_use_accuses_nobody()
    {
        BudgetDocument document = Samples.Seed.Change("T03", table => table with { Unit = AmountUnit.Million });

        Assert.Empty(Errors(document));
        Assert.Contains(Reconcile(document).Findings, finding => finding.Message.Contains("金额单位读作百万元，其他各表都不是", StringComparison.Ordinal));
    }

    [Fact]
    public void A_document_in_such_a_unit_is_compared_like_any_other()
    {
        BudgetDocument document = Samples.Seed.Print("T05", "2101101", "basic", 6.66m);
        document = document with { Statements = [.. document.Statements.Select(table => table with { Unit = AmountUnit.Million })] };

        Assert.Contains(Errors(document), finding => finding.Rule == "X-10");
    }

    [Fact]
    public void Rows_that_fail_in_number_are_one_warning_about_their_table()
    {
        BudgetDocument document = Samples.Seed.Change("T06", table => table with
        {
            Rows = [.. table.Rows.Select((row, at) => row.Code?.Length == 5 && at % 2 == 0 ? row.Print("total", row.Value("total") + (7.31m * at)) : row)],
        });

        Finding finding = Assert.Single(Reconcile(document).Findings, finding => finding.Reservations.Length > 0);

        Assert.Empty(Errors(document));
        Assert.Equal(ReservationKind.Table, finding.Reservations[^1].Kind);
        Assert.StartsWith("《一般公共预算基本支出情况表》", finding.Message, StringComparison.Ordinal);
        Assert.Empty(finding.Suspects);
    }

    /// <summary>A table of its own was joined to the one before: its total and its accounts are there again.</summary>
    [Fact]
    public void Two_tables_read_as_one_are_one_warning()
    {
        BudgetDocument document = Draft.Of("""
            # T06 万元 | total
            - 合计 | 700.00
            301 工资福利支出 | 500.00
            30101 基本工资 | 500.00
            302 商品和服务支出 | 200.00
            30201 办公费 | 120.00
            30205 水费 | 80.00
            - 合计 | 200.00
            302 商品和服务支出 | 200.00
            30201 办公费 | 120.00
            30205 水费 | 80.00
            """);

        Assert.Empty(Errors(document));
        Assert.Single(Reconcile(document).Findings, finding => finding.Reservations.Any(reservation => reservation.Kind == ReservationKind.Table));
    }

    [Fact]
    public void A_table_of_another_year_is_not_accused_by_those_of_this_one()
    {
        BudgetDocument document = Samples.Seed.Print("T03", "总计", "total", 700.00m).Print("T03", "总计", "project", 540.76m)
            .Change("T03", table => table with { Title = "2022年部门支出总体情况表" });

        Assert.DoesNotContain(Errors(document), finding => finding.Relations.Any(relation => relation.Rule == "X-03"));
        Assert.Contains(Reconcile(document).Findings, finding => finding.Reservations.Any(reservation => reservation.Kind == ReservationKind.Meaning));
    }

    [Fact]
    public void A_table_without_a_unit_is_checked_in_itself_and_compared_with_no_other()
    {
        BudgetDocument document = Samples.Seed.Change("T03", table => table with { Unit = null });

        BudgetDocument reconciled = Reconcile(document);

        Assert.Empty(Errors(document));
        Assert.Contains("《部门支出总体情况表》未写明金额单位", reconciled.Coverage!.Rules.Single(tally => tally.Rule == "X-03").Missing);
        Assert.True(reconciled.Coverage.Rules.Single(tally => tally.Rule == "T03-tree").Consistent > 0);
    }

    [Theory]
    [InlineData(100.01, 100.00, Severity.Warning)]
    [InlineData(100.02, 100.00, Severity.Error)]
    public void Copies_one_unit_of_the_last_digit_apart_are_a_warning(double income, double expenditure, Severity severity)
    {
        Finding finding = Assert.Single(Reconcile(Totals((decimal)income, (decimal)expenditure)).Findings, finding => finding.Rule == "T01-09");

        Assert.Equal(severity, finding.Severity);
        Assert.Equal(severity == Severity.Warning, finding.Reservations.Any(reservation => reservation.Kind == ReservationKind.LastDigit));
    }

    [Fact]
    public void Where_another_table_prints_the_same_figure_one_unit_of_the_last_digit_is_a_note()
    {
        BudgetDocument document = Draft.Of("""
            # T01 万元 | i:total e:total
            i:- 收入总计 | 100.01
            e:- 支出总计 | 100.00
            # T02 万元 | total
            - 总计 | 100.01
            """);

        Finding finding = Assert.Single(Reconcile(document).Findings, finding => finding.Rule == "T01-09");
        Assert.Equal(Severity.Info, finding.Severity);
    }

    [Fact]
    public void Two_tables_that_differ_in_one_figure_accuse_neither()
    {
        Finding finding = Assert.Single(Errors(Draft.Of("""
            # T01 万元 | e:total
            e:- 支出总计 | 120.00
            # T03 万元 | total
            - | 102.00
            """)));

        Assert.Empty(finding.Suspects);
        Assert.Contains("两处不一致", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sum_that_alone_fails_calls_none_of_its_rows_wrong()
    {
        Finding finding = Assert.Single(Errors(Draft.Of("""
            # T06 万元 | total
            - 合计 | 100.00
            301 工资福利支出 | 61.20
            302 商品和服务支出 | 28.30
            303 对个人和家庭的补助 | 11.50
            """)));

        Assert.Contains("单凭此数不能确定哪一处有误", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("应为 ", finding.Message.Split("单凭此数")[0], StringComparison.Ordinal);
    }

    /// <summary>159.24 万元 against 118.60 + 40.63, printed in 元.</summary>
    [Theory]
    [InlineData("1,592,400", Severity.Info)]
    [InlineData("1,592,600", Severity.Error)]
    public void Whole_hundreds_of_yuan_were_rounded_before(string total, Severity severity)
    {
        Finding finding = Assert.Single(Reconcile(Draft.Of($"""
            # T06 元 | total personnel operating
            - 总计 | {total} 1,186,000 406,300
            301 工资福利支出 | 900,000 900,000 _
            303 对个人和家庭的补助 | 286,000 286,000 _
            302 商品和服务支出 | 406,300 _ 406,300
            """)).Findings, finding => finding.Rule == "T06-row" || finding.Relations.Any(relation => relation.Rule == "T06-row"));

        Assert.Equal(severity, finding.Severity);
    }

    [Fact]
    public void The_second_reader_is_asked_about_the_operands_of_an_error_and_agrees()
    {
        var witness = new Witness(_ => Testimony.Same);

        Finding finding = Assert.Single(Errors(Samples.Seed.Print("T05", "2101101", "basic", 6.66m), witness));

        Assert.Contains(finding.Suspects[0].Cell, witness.Asked);
        Assert.True(witness.IsLetGo);
    }

    [Fact]
    public void What_the_second_reader_reads_otherwise_is_no_error()
    {
        var witness = new Witness(cell => cell is { Code: "2101101", Amount: 6.66m } ? Testimony.Other("6.06") : Testimony.Same);

        BudgetDocument reconciled = Reconcile(Samples.Seed.Print("T05", "2101101", "basic", 6.66m), witness);
        Finding finding = Assert.Single(reconciled.Findings, finding => finding.Reservations.Length > 0);

        Assert.DoesNotContain(reconciled.Findings, finding => finding.Severity == Severity.Error);
        Assert.Equal(ReservationKind.Witness, finding.Reservations[0].Kind);
        Assert.Contains("另一阅读器（second）读作“6.06”，本阅读器读作 6.66", finding.Message, StringComparison.Ordinal);
        Assert.True(finding.ExtractionInDoubt);
    }

    [Fact]
    public void What_the_second_reader_cannot_read_is_no_error_either() =>
        Assert.Empty(Errors(Samples.Seed.Print("T05", "2101101", "basic", 6.66m), new Witness(_ => Testimony.Silent)));

    [Fact]
    public void No_witness_is_called_where_nothing_is_accused()
    {
        bool called = false;

        Reconciler.Reconcile(Samples.Seed, new ReconciliationOptions { Witness = () => { called = true; return null; } }, CancellationToken.None);

        Assert.False(called);
    }

    [Fact]
    public void A_unit_is_said_to_be_mistaken_only_where_two_other_figures_ask_for_it()
    {
        BudgetDocument document = Draft.Of("""
            # T01 万元 | e:total
            e:- 支出总计 | 534.24
            # T03 元 | total basic project
            - 总计 | 534.24 159.24 375.00
            201 一般公共服务支出 | 534.24 159.24 375.00
            """);

        Assert.DoesNotContain(Reconcile(document).Findings, finding => finding.Message.Contains("10,000 倍", StringComparison.Ordinal));
    }

    private static BudgetDocument Totals(decimal income, decimal expenditure) => Draft.Of($"""
        # T01 万元 | i:total e:total
        i:- 收入总计 | {income:0.00}
        e:- 支出总计 | {expenditure:0.00}
        """);

    private static Finding[] Errors(BudgetDocument document, Witness? witness = null) =>
        [.. Reconcile(document, witness).Findings.Where(finding => finding.Severity == Severity.Error)];

    private static BudgetDocument Reconcile(BudgetDocument document, Witness? witness = null) => Reconciler.Reconcile(
        document, new ReconciliationOptions { Witness = witness is null ? null : () => witness }, CancellationToken.None);

    private sealed class Witness(Func<CellReference, Testimony> says) : IWitness
    {
        public List<CellReference> Asked { get; } = [];

        public bool IsLetGo { get; private set; }

        public string Reader => "second";

        public Testimony Ask(CellReference figure, CancellationToken cancellation)
        {
            Asked.Add(figure);
            return says(figure);
        }

        public void Dispose() => IsLetGo = true;
    }
}
