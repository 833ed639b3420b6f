using Ingest.Contract.Documents;
using Ingest.Contract.Documents.Json;
using Ingest.Contract.Geometry;
using Ingest.Contract.Text;
using Ingest.Core.Checks;
using Ingest.Core.Recognition;
using Ingest.Core.Tests.Checks;
using static Ingest.Core.Tests.Recognition.MisreadSeed;

namespace Ingest.Core.Tests.Recognition;

/// <summary>Page 9 of the seed prints 6.06 for 行政单位医疗 · 基本支出.</summary>
public class CorrectionTests
{
    private static readonly DateTimeOffset _noon = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_a_reviewer_types_takes_the_place_of_the_doubt_and_says_whose_word_it_is()
    {
        BudgetDocument document = Corrections.Apply(Misread("6.66", "5.06"), [Typed("6.06")]);

        AmountCell cell = Cell(document);
        Assert.Equal((6.06m, "6.06", RecognitionState.CorrectedByReviewer), (cell.Value, cell.Text, cell.Recognition!.State));
        Assert.Equal((new CorrectionNote("甲", _noon), "6.66"), (cell.Recognition.Corrected, Assert.Single(cell.Recognition.Alternatives)));
        Assert.Empty(document.Statements.SelectMany(statement => statement.Doubts));
    }

    /// <summary>The department's mistake is found by what the reviewer has read, which no machine has.</summary>
    [Fact]
    public void Findings_follow_the_correction()
    {
        Assert.DoesNotContain(Reconciler.Reconcile(Misread("6.06"), ReconciliationOptions.Default, default).Findings, finding => finding.Severity == Severity.Error);

        BudgetDocument document = Reconciler.Reconcile(Corrections.Apply(Misread("6.06"), [Typed("6.60")]), ReconciliationOptions.Default, default);

        Finding error = Assert.Single(document.Findings, finding => finding.Severity == Severity.Error);
        Assert.Equal(("2101101", "basic"), (error.Suspects[0].Cell.Code, error.Suspects[0].Cell.Column));
    }

    [Fact]
    public void The_last_of_several_holds()
    {
        BudgetDocument document = Corrections.Apply(Misread("6.66"), [Typed("6.08"), Typed("6.06") with { Who = "乙" }]);

        Assert.Equal((6.06m, "乙"), (Cell(document).Value, Cell(document).Recognition!.Corrected!.Who));
    }

    [Fact]
    public void An_empty_word_says_that_the_cell_is_blank()
    {
        AmountCell cell = Cell(Corrections.Apply(Misread("1"), [Typed("")]));

        Assert.Equal((null, true), (cell.Value, cell.IsBlank));
    }

    /// <summary>Nobody may change what a document says of itself.</summary>
    [Fact]
    public void An_amount_that_was_read_without_doubt_stays_and_the_correction_is_said_to_be_left_out()
    {
        BudgetDocument document = Corrections.Apply(Samples.Seed, [Typed("7.07")]);

        Assert.Equal((6.06m, null), (Cell(document).Value, Cell(document).Recognition));
        Diagnostic said = Assert.Single(document.Diagnostics, diagnostic => diagnostic.Code == Corrections.Unplaced);
        Assert.Contains("7.07", said.Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void A_correction_that_a_better_reading_agrees_with_is_done_with() =>
        Assert.DoesNotContain(Corrections.Apply(Samples.Seed, [Typed("6.06")]).Diagnostics, diagnostic => diagnostic.Code == Corrections.Unplaced);

    [Fact]
    public void A_cell_of_the_same_name_in_another_place_is_not_the_one_that_was_looked_at()
    {
        FigureCorrection elsewhere = Typed("6.06") with { Box = new Box(1, 1, 2, 2) };

        BudgetDocument document = Corrections.Apply(Misread("6.66"), [elsewhere]);

        Assert.Equal(6.66m, Cell(document).Value);
        Assert.Contains(document.Diagnostics, diagnostic => diagnostic.Code == Corrections.Unplaced);
    }

    [Fact]
    public void A_correction_is_written_and_read_with_the_document()
    {
        BudgetDocument document = Corrections.Apply(Misread("6.66"), [Typed("6.06")]);

        AmountCell again = Cell(DocumentJson.Read(DocumentJson.ToBytes(document)));

        Assert.Equal((Cell(document).Value, new CorrectionNote("甲", _noon)), (again.Value, again.Recognition!.Corrected));
    }

    private static FigureCorrection Typed(string text)
    {
        AmountCell cell = Cell(Samples.Seed);
        StatementRow row = Samples.Seed.Statements.Single(statement => statement.Id == "T05").Rows.Single(row => row.Code == "2101101");
        return new FigureCorrection(new CellId("T05", row.Side, row.Code, row.Name, row.Project, "basic"), cell.Page, cell.Box, "6.66", text, "甲", _noon);
    }
}
