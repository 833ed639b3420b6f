using Ingest.App.Readers;
using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Core;
using Ingest.Core.Layouts;
using Ingest.Pdf;
using Ingest.Tables;

namespace Ingest.App.Tests.Compare;

/// <summary>One page with T03 (总计 534.24 159.24 375.00) and T10 (合计 23.60).</summary>
public sealed class OtherReadingTests
{
    private static readonly byte[] _file = System.IO.File.ReadAllBytes(Path.Combine(Repository.Root, "fixtures", "odd", "two-tables.pdf"));

    private static readonly ProcessingOptions _english = ProcessingOptions.Default with { Language = Language.English };

    [Fact]
    public void Readers_that_agree_add_nothing()
    {
        BudgetDocument document = Read(new BuiltInPdfReader());

        Assert.Same(document, Ask(document, page => page));
    }

    [Fact]
    public void An_amount_that_is_read_otherwise_is_a_finding_on_its_cell_that_doubts_the_reading()
    {
        BudgetDocument document = Read(new BuiltInPdfReader());

        Finding finding = Assert.Single(Ask(document, page => AlteredReader.Misread(page, "159.24", "7")).Findings);

        CellReference cell = Assert.Single(finding.Cells);
        Assert.Equal(("T03", "总计", "basic", 159.24m, 1), (cell.Statement, cell.Name, cell.Column, cell.Amount, cell.Page));
        Assert.NotNull(cell.Box);
        Assert.Equal((759.24m, 159.24m, -600m), (finding.Expected, finding.Actual, finding.Difference));
        Assert.True(finding.ExtractionInDoubt);
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Contains("159.24, the other (altered-1) 759.24", finding.Message, StringComparison.Ordinal);
        Assert.NotEmpty(RuleSentences.Of(finding.Rule, Language.English));
    }

    [Fact]
    public void An_amount_that_only_one_of_them_reads_is_a_blank_to_the_other()
    {
        BudgetDocument whole = Read(new BuiltInPdfReader());
        BudgetDocument lacking = Read(new AlteredReader(page => AlteredReader.Misread(page, "159.24", "")));

        Finding gone = Assert.Single(Ask(whole, page => AlteredReader.Misread(page, "159.24", "")).Findings);
        Finding added = Ask(lacking, page => page).Findings.Single(finding => finding.Rule == OtherReading.Rule);

        Assert.Equal((null, 159.24m), (gone.Expected, gone.Actual));
        Assert.Equal((159.24m, null), (added.Expected, added.Actual));
        Assert.Null(added.Cells[0].Amount);
        Assert.Contains("this reader reads a blank", added.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_statement_that_only_one_of_them_reads_is_one_finding()
    {
        BudgetDocument document = Read(new BuiltInPdfReader());

        BudgetDocument asked = Ask(document, page => page with { Letters = [.. page.Letters.Where(letter => letter.Y < page.Height / 2)] });

        Finding finding = Assert.Single(asked.Findings);
        Assert.Contains("Only this reader has read T03", finding.Message, StringComparison.Ordinal);
        Assert.Equal("T03", Assert.Single(finding.Cells).Statement);
    }

    [Fact]
    public void A_reader_that_cannot_open_the_file_is_said_in_a_diagnostic()
    {
        BudgetDocument document = Read(new BuiltInPdfReader());

        BudgetDocument asked = Ask(document, _ => throw new PdfReadException(ReadFailure.Damaged, Phrase.Same("lost")));

        Diagnostic said = asked.Diagnostics.Single(diagnostic => diagnostic.Code == OtherReading.Missing);
        Assert.Contains("altered-1", said.Message.English, StringComparison.Ordinal);
        Assert.Contains("lost", said.Message.English, StringComparison.Ordinal);
        Assert.Empty(asked.Findings);
    }

    [Theory]
    [InlineData("limit-file-time")]
    [InlineData(ReadFailures.Crashed)]
    [InlineData(ReadFailures.TimeLimit)]
    public void A_document_that_the_other_reader_read_in_part_is_not_compared(string code)
    {
        BudgetDocument document = Read(new BuiltInPdfReader());
        BudgetDocument part = document with { Statements = document.Statements[..1], Diagnostics = [new Diagnostic(code, Severity.Error, Phrase.Same("too slow"))] };

        BudgetDocument asked = OtherReading.Compare(document, "other-1", part, Language.English);

        Assert.Empty(asked.Findings);
        Assert.EndsWith("too slow", asked.Diagnostics.Single(diagnostic => diagnostic.Code == OtherReading.Missing).Message.English, StringComparison.Ordinal);
    }

    private static BudgetDocument Read(IPdfReader reader) =>
        new DocumentPipeline(reader, new TableFinder(), LayoutCatalog.Embedded).Process("two-tables.pdf", _file, _english);

    private static BudgetDocument Ask(BudgetDocument document, Func<Page, Page> alter)
    {
        var reader = new AlteredReader(alter);
        return OtherReading.Compare(document, reader.Id, Read(reader), Language.English);
    }
}
