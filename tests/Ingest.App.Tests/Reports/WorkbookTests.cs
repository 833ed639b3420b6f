using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Ingest.App.Reports;
using Ingest.App.Reports.Xlsx;
using Ingest.App.Survey;
using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Xunit.Abstractions;

namespace Ingest.App.Tests.Reports;

/// <summary>Workbooks keep to ECMA-376 as Excel reads it; what does not, Excel offers to repair.</summary>
public sealed class WorkbookTests(ITestOutputHelper output) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("faults/digit-typo-t05.pdf")]
    [InlineData("pair-2024/pair-2024.pdf")]
    [InlineData("odd/negative-amounts.pdf")]
    [InlineData("odd/not-a-pdf.pdf")]
    public void The_working_paper_of_a_document_is_valid(string fixture) => Assert.Empty(Faults(FixtureDocument.Read(fixture)));

    /// <summary>
    /// The documents of the fixtures that are no copies of one another; <c>INGEST_PAPERS=FOLDER</c> takes every PDF of a folder instead, which is
    /// how the workbooks of published documents are tried.
    /// </summary>
    [Fact]
    public void The_working_paper_of_every_document_is_valid()
    {
        string[] files = Environment.GetEnvironmentVariable("INGEST_PAPERS") is { Length: > 0 } folder
            ? [.. Directory.EnumerateFiles(folder, "*.pdf").Order(StringComparer.Ordinal)]
            : [.. ((string[])["seed-writer", "pair-2023", "xinjiang-2019-school", "xinjiang-2023-library"]).Select(name => Path.Combine(Repository.Root, "fixtures", name, name + ".pdf"))];
        var wrong = new List<string>();
        foreach (string file in files)
        {
            string[] faults = Faults(FixtureDocument.Read(file));
            output.WriteLine($"{Path.GetFileName(file)}: {faults.Length} faults");
            wrong.AddRange(faults.Take(10).Select(fault => $"{Path.GetFileName(file)}: {fault}"));
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Text_of_a_document_cannot_make_a_workbook_invalid()
    {
        string evil = $"'[a]:*?/\\\uD800\uFFFF\u0001<&>{new string('长', 40_000)}";
        Finding finding = MadeDocument.Finding("X-01", message: evil);
        BudgetDocument made = MadeDocument.Create("aa", body: evil, findings: finding with { Suspects = [new Suspect(finding.Cells[0], 1m, 1)] });
        Statement statement = made.Statements[0];

        Assert.Empty(Faults(made with
        {
            Statements = [statement with { Title = evil, Label = evil, EmptyNote = evil, Rows = [statement.Rows[0] with { Name = evil, Project = evil }] }, statement with { Title = evil }],
        }));
    }

    [Fact]
    public void The_export_of_a_store_is_valid()
    {
        SurveyColumn[] columns = [new("body", "编制部门"), new("amount", "金额")];
        object?[][] rows = [["某某局\uD800", 534.20m], [null, null]];

        new XlsxSurvey(new ReportWords(Language.Chinese)).Write([new SurveyTable("one", "甲/表", columns, rows)], _folder.File("s.xlsx"));

        using SpreadsheetDocument workbook = SpreadsheetDocument.Open(_folder.File("s.xlsx"), isEditable: false);
        Assert.Empty(Faults(workbook));
    }

    private static string[] Faults(BudgetDocument document)
    {
        using var bytes = new MemoryStream();
        new XlsxReport().Write(new ReportSubject(document, _ => null), new ReportWords(Language.Chinese), bytes);
        using SpreadsheetDocument workbook = SpreadsheetDocument.Open(bytes, isEditable: false);
        return Faults(workbook);
    }

    private static string[] Faults(SpreadsheetDocument workbook) =>
        [.. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(workbook).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}")];
}
