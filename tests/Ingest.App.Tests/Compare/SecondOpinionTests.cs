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
public sealed class SecondOpinionTests
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
        Finding added = Ask(lacking, page => page).Findings.Single(finding => finding.Rule == SecondOpinion.Rule);

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

        Diagnostic said = asked.Diagnostics.Single(diagnostic => diagnostic.Code == SecondOpinion.Missing);
        Assert.Contains("altered-1", said.Message.English, StringComparison.Ordinal);
        Assert.Contains("lost", said.Message.English, StringComparison.Ordinal);
        Assert.Empty(asked.Findings);
    }

    [Fact]
    public void What_the_other_reader_did_to_itself_is_the_reason_why_nothing_was_read_twice()
    {
        BudgetDocument document = Read(new BuiltInPdfReader());

        BudgetDocument asked = SecondOpinion.Compare(document, new Opinion("other-1", ReadReply.Failed(ReadFailures.Crashed, "a.pdf ended the reader process")), Language.English);

        Diagnostic said = asked.Diagnostics.Single(diagnostic => diagnostic.Code == SecondOpinion.Missing);
        Assert.Equal(Severity.Warning, said.Severity);
        Assert.Equal("The other reader (other-1) did not read the file, and nothing was read twice: a.pdf ended the reader process", said.Message.English);
        Assert.Equal((document.Statements, document.Findings), (asked.Statements, asked.Findings));
    }

    [Fact]
    public void A_document_that_the_other_reader_read_in_part_is_not_compared()
    {
        BudgetDocument document = Read(new BuiltInPdfReader());
        BudgetDocument part = document with { Statements = document.Statements[..1], Diagnostics = [new Diagnostic("limit-file-time", Severity.Error, Phrase.Same("too slow"))] };

        BudgetDocument asked = SecondOpinion.Compare(document, new Opinion("other-1", Reply(part)), Language.English);

        Assert.Empty(asked.Findings);
        Assert.EndsWith("too slow", asked.Diagnostics.Single(diagnostic => diagnostic.Code == SecondOpinion.Missing).Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_bytes_are_not_compared()
    {
        BudgetDocument document = Read(new BuiltInPdfReader());
        BudgetDocument other = document with { Statements = [], Source = document.Source with { Sha256 = new string('0', 64) } };

        BudgetDocument asked = SecondOpinion.Compare(document, new Opinion("other-1", Reply(other)), Language.English);

        Assert.Empty(asked.Findings);
        Assert.Contains("changed between", asked.Diagnostics.Single(diagnostic => diagnostic.Code == SecondOpinion.Missing).Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_doubt_stands_in_the_report_that_is_written_where_the_file_is_read()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("two-tables.pdf");
        System.IO.File.WriteAllBytes(path, _file);
        var reading = new FileReading(new ReaderSetup { ReportFormats = ["json"], Language = Language.English });
        var opinion = new Opinion("altered-1", Reply(Read(new AlteredReader(page => AlteredReader.Misread(page, "159.24", "7")))));

        ReadReply reply = reading.Read(new ReadRequest(path, "two-tables.pdf", opinion));

        Assert.Equal(SecondOpinion.Rule, Assert.Single(reply.Document!.Findings).Rule);
        Assert.Contains("altered-1", System.Text.Encoding.UTF8.GetString(Assert.Single(reply.Reports).Bytes.Span), StringComparison.Ordinal);
        Assert.Empty(reading.Read(new ReadRequest(path, "two-tables.pdf")).Document!.Findings);
    }

    private static BudgetDocument Read(IPdfReader reader) =>
        new DocumentPipeline(reader, new TableFinder(), LayoutCatalog.Embedded).Process("two-tables.pdf", _file, _english);

    private static BudgetDocument Ask(BudgetDocument document, Func<Page, Page> alter)
    {
        var reader = new AlteredReader(alter);
        return SecondOpinion.Compare(document, new Opinion(reader.Id, Reply(Read(reader))), Language.English);
    }

    private static ReadReply Reply(BudgetDocument document) => ReadReply.Of(document, [], TimeSpan.Zero);
}
