using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks;
using Ingest.Core.Recognition;
using Ingest.Core.Tests.Checks;
using static Ingest.Core.Tests.Recognition.MisreadSeed;

namespace Ingest.Core.Tests.Recognition;

/// <summary>Amounts of the seed budget as a recogniser might have misread them; the true ones are those of the page.</summary>
public class ArithmeticChoiceTests
{
    [Theory]
    // Second choices of the recogniser, digits that look alike, a lost point, a wrong point.
    [InlineData("6.66", "6.06")]
    [InlineData("6.08")]
    [InlineData("606")]
    [InlineData("60.6")]
    public void The_only_amount_that_settles_two_relations_is_taken(string read, params string[] alternatives)
    {
        AmountCell cell = Cell(ArithmeticChoice.Apply(Misread(read, alternatives), CancellationToken.None));

        Assert.Equal(6.06m, cell.Value);
        Assert.Equal(RecognitionState.ConfirmedByArithmetic, cell.Recognition!.State);
        Assert.Contains(read, cell.Recognition.Alternatives);
    }

    [Fact]
    public void A_reading_that_arithmetic_confirms_is_no_longer_doubted()
    {
        BudgetDocument document = ArithmeticChoice.Apply(Misread("6.06"), CancellationToken.None);

        Assert.Equal((6.06m, RecognitionState.ConfirmedByArithmetic), (Cell(document).Value, Cell(document).Recognition!.State));
        Assert.DoesNotContain(document.Statements.SelectMany(statement => statement.Doubts), doubt => doubt.Code == ExtractionDoubt.Recognition);
    }

    [Fact]
    public void What_no_possible_amount_settles_stays_in_doubt()
    {
        BudgetDocument document = ArithmeticChoice.Apply(Misread("4.44"), CancellationToken.None);

        Assert.Equal((4.44m, RecognitionState.Unsure), (Cell(document).Value, Cell(document).Recognition!.State));
        Assert.Contains(document.Statements.SelectMany(statement => statement.Doubts), doubt => doubt.Code == ExtractionDoubt.Recognition);
    }

    /// <summary>Two that are unsure in one relation must not confirm each other.</summary>
    [Fact]
    public void An_unsure_amount_proves_nothing()
    {
        BudgetDocument document = Misread("6.08");
        foreach (string column in (string[])["total", "basic"])
            foreach (string code in (string[])["2101101", "2101103", "21011", "210"])
                document = With(document, "T05", code, column, cell => Unsure(cell, cell.Text));

        Assert.Equal(RecognitionState.Unsure, Cell(ArithmeticChoice.Apply(document, CancellationToken.None)).Recognition!.State);
    }

    [Fact]
    public void No_error_rests_on_an_amount_that_arithmetic_has_supplied()
    {
        BudgetDocument wrong = With(Samples.Seed, "T05", "2101101", "basic", cell => cell with { Value = 6.66m, Text = "6.66" });
        BudgetDocument supplied = With(wrong, "T05", "2101101", "total", cell => cell with { Recognition = new CellRecognition(0.4f, RecognitionState.ConfirmedByArithmetic, []) });
        supplied = supplied with { Diagnostics = [new Diagnostic(Diagnostic.Recognised, Severity.Info, Phrase.Same(""), 1)] };

        Assert.Contains(Reconciler.Reconcile(wrong, ReconciliationOptions.Default, default).Findings, finding => finding.Severity == Severity.Error);
        Assert.DoesNotContain(Reconciler.Reconcile(supplied, ReconciliationOptions.Default, default).Findings, finding => finding.Severity == Severity.Error);
    }

    /// <summary>A name may have been read as another: what a table lacks is no error of a scan.</summary>
    [Fact]
    public void No_error_rests_on_a_row_that_was_not_found_on_a_scan()
    {
        BudgetDocument lacking = Samples.Seed with
        {
            Statements = [.. Samples.Seed.Statements.Select(statement => statement.Id != "T01" ? statement
                : statement with { Rows = [.. statement.Rows.Where(row => row.Name != "卫生健康支出")] })],
        };
        BudgetDocument scanned = lacking with
        {
            Statements = [.. lacking.Statements.Select(statement => statement with { Pages = [1] })],
            Diagnostics = [new Diagnostic(Diagnostic.Recognised, Severity.Info, Phrase.Same(""), 1)],
        };

        Assert.Contains(Accusations(lacking), finding => finding.Rule == "X-04");
        Assert.Empty(Accusations(scanned));
    }

    /// <summary>The row is there, and a mark of its name, or of the one below, that was lost keeps it from being known.</summary>
    [Fact]
    public void No_error_rests_on_a_row_that_a_scan_names_otherwise()
    {
        BudgetDocument renamed = Samples.Seed with
        {
            Statements = [.. Samples.Seed.Statements.Select(statement => statement.Id != "T01" ? statement
                : statement with { Rows = [.. statement.Rows.Select(row => row.Name == "卫生健康支出" ? row with { Name = "二卫生键康文出", Code = null } : row)] })],
        };

        Assert.Contains(Accusations(renamed), finding => finding.Rule == "X-04");
        Assert.Empty(Accusations(Scanned(renamed)));
    }

    /// <summary>A name that is the same words in two tables was read twice.</summary>
    [Fact]
    public void An_amount_of_a_scan_that_another_table_has_otherwise_under_the_same_name_is_an_error()
    {
        BudgetDocument wrong = Samples.Seed with
        {
            Statements = [.. Samples.Seed.Statements.Select(statement => statement.Id != "T01" ? statement
                : statement with { Rows = [.. statement.Rows.Select(row => row.Name == "卫生健康支出" ? row with { Cells = [.. row.Cells.Select(cell => cell with { Value = 99.13m, Text = "99.13" })] } : row)] })],
        };

        Finding error = Assert.Single(Accusations(Scanned(wrong)));

        Assert.Contains(error.Cells, cell => cell is { Statement: "T01", Name: "卫生健康支出", Amount: 99.13m });
    }

    private static BudgetDocument Scanned(BudgetDocument document) => document with
    {
        Statements = [.. document.Statements.Select(statement => statement with { Pages = [1], Rows = [.. statement.Rows.Select(row => row with { Page = 1, Cells = [.. row.Cells.Select(cell => cell with { Page = 1 })] })] })],
        Diagnostics = [new Diagnostic(Diagnostic.Recognised, Severity.Info, Phrase.Same(""), 1)],
    };

    private static IEnumerable<Finding> Accusations(BudgetDocument document) =>
        Reconciler.Reconcile(document, ReconciliationOptions.Default, default).Findings.Where(finding => finding.Severity == Severity.Error);
}
