using Ingest.App.Readers;
using Ingest.Contract.Text;
using Ingest.Contract.Documents;
using Ingest.Core;
using Ingest.Core.Layouts;
using Ingest.Pdf;
using Ingest.Pdf.PdfPig.Reading;
using Ingest.Tables;

namespace Ingest.App.Tests.Readers;

public class WarmUpDocumentTests
{
    /// <summary>What is not read is not compiled either: the statement must be found, filled and checked.</summary>
    [Theory]
    [InlineData("builtin")]
    [InlineData("pdfpig")]
    public void It_is_a_sound_budget_with_one_statement_to_every_reader(string reader)
    {
        BudgetDocument document = new DocumentPipeline(reader == "pdfpig" ? new PdfPigReader() : new BuiltInPdfReader(), new TableFinder(), LayoutCatalog.Embedded)
            .Process("warm-up.pdf", WarmUpDocument.Create(), ProcessingOptions.Default);

        Statement statement = Assert.Single(document.Statements);
        Assert.Equal(("T03", 2024, "某县某局"), (statement.Id, document.Identity.FiscalYear, document.Identity.Department));
        Assert.Equal(12, statement.Rows.Sum(row => row.Cells.Count(cell => cell.Value is not null)));
        Assert.Equal([30m, 10m, 20m], statement.Rows[^1].Cells.Select(cell => cell.Value!.Value));
        Assert.DoesNotContain(document.Findings, finding => finding.Severity == Severity.Error);
        Assert.NotEmpty(document.Coverage!.Rules);
        Assert.Null(ReadFailures.Refusal(document));
    }

    [Fact]
    public void A_reader_that_is_told_to_warm_up_is_ready_for_the_first_file()
    {
        string path = Path.Combine(Repository.Root, "fixtures", "odd", "two-tables.pdf");

        var reading = new FileReading(new ReaderSetup { WarmUp = true, ReportFormats = ["xlsx", "html"] });

        Assert.Equal(2, reading.Read(new ReadRequest(path, "two-tables.pdf")).Reports.Length);
    }
}
