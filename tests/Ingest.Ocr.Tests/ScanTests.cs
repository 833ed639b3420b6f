using System.Globalization;
using Ingest.Contract.Documents;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Core;
using Ingest.Core.Layouts;
using Ingest.Pdf;
using Ingest.Tables;

namespace Ingest.Ocr.Tests;

/// <summary>Whole scans, with the models where they are. What each must be read as was checked by eye with the fixture it was made of.</summary>
public class ScanTests
{
    // The processor time of all tests that run beside this one counts as well.
    private static readonly ReadingOptions _patient = ReadingOptions.Default with { Limits = new ReadingLimits { PageTime = TimeSpan.FromMinutes(10) } };

    [ModelTheory]
    [InlineData("askew-150", "seed", "T03")]
    [InlineData("fax-turned", "xinjiang-2023-library", "T02")]
    [InlineData("garbled", "seed", "T02")]
    public void A_scanned_table_is_read_as_it_is_printed(string scan, string document, string id)
    {
        BudgetDocument read = Read(scan);

        Statement statement = Assert.Single(read.Statements);
        Assert.Equal(id, statement.Id);
        Assert.Equal(Fixtures.ExpectedRows(document, id), statement.Rows.Select(Shown));
        Assert.DoesNotContain(read.Findings, finding => finding.Severity == Severity.Error);
        Assert.Equal([1], read.RecognisedPages());
    }

    [ModelTheory]
    [InlineData("stale-total-seal")]
    public void A_contradiction_of_a_scan_is_an_error_on_the_cell_that_is_wrong(string scan)
    {
        Finding error = Assert.Single(Read(scan).Findings, finding => finding.Severity == Severity.Error);

        Assert.Contains(error.Cells, cell => cell is { Statement: "T03", Name: "总计", Column: "project", Amount: 330.00m });
        Assert.Null(error.Witness);
    }

    /// <summary>The figure stands where it can be seen, though it was read on a page turned level.</summary>
    [ModelTheory]
    [InlineData("askew-150")]
    public void A_box_lies_where_the_figure_is_on_the_sheet(string scan)
    {
        AmountCell total = Read(scan).Statements[0].Rows[0].Cell("total")!;

        // On the level page pdftotext has it about (362.9, 645.2); the scan is turned counter-clockwise by 0.8° about its middle.
        Assert.Equal("534.24", total.Text);
        Assert.InRange(total.Box.CenterX, 358, 362);
        Assert.InRange(total.Box.CenterY, 644, 648);
    }

    [ModelTheory]
    [InlineData("askew-150")]
    public void The_same_scan_is_read_the_same_way_twice(string scan)
    {
        using var reader = new RecognisingReader(new BuiltInPdfReader(), TestModels.Files);
        using IPdfDocument once = reader.Open(Fixtures.Scan(scan), _patient), again = reader.Open(Fixtures.Scan(scan), _patient);
        Page first = once.ReadPage(1), second = again.ReadPage(1);

        Assert.Equal(first.Letters.AsEnumerable(), second.Letters);
        Assert.Equal(first.Recognised.Select(text => (text.Text, text.Confidence)), second.Recognised.Select(text => (text.Text, text.Confidence)));
    }

    [ModelTheory]
    [InlineData("fax-turned")]
    public void Recognition_stops_when_it_is_cancelled(string scan)
    {
        using var reader = new RecognisingReader(new BuiltInPdfReader(), TestModels.Files);
        using IPdfDocument document = reader.Open(Fixtures.Scan(scan), ReadingOptions.Default);
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();

        Assert.Throws<OperationCanceledException>(() => document.ReadPage(1, stopped.Token));
    }

    private static BudgetDocument Read(string scan)
    {
        using var reader = new RecognisingReader(new BuiltInPdfReader(), TestModels.Files);
        var pipeline = new DocumentPipeline(reader, new TableFinder(), LayoutCatalog.Embedded);
        return pipeline.Process(scan + ".pdf", Fixtures.Scan(scan), new ProcessingOptions(_patient, Language.English));
    }

    private static string Shown(StatementRow row) =>
        $"{row.Code} {row.Name}: {string.Join(' ', row.Cells.Select(cell => cell.Value?.ToString(CultureInfo.InvariantCulture) ?? "-"))}";
}
