using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Ingest.App.Reports;
using Ingest.App.Reports.Docx;
using Ingest.App.Survey;
using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Store;
using Parquet;

namespace Ingest.App.Tests.Reports;

/// <summary>Formats for others than the auditor who files: Parquet for analysts, a letter for the body that was audited.</summary>
public sealed class AnalystFormatTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Parquet_has_typed_columns_under_the_keys_of_the_contract()
    {
        SurveyColumn[] columns =
        [
            new("department", "部门"), new("fiscalYear", "年度") { Type = typeof(int) }, new("amount", "金额") { Type = typeof(decimal) },
            new("inDoubt", "存疑") { Type = typeof(bool) }, new("at", "日期") { Type = typeof(DateTimeOffset) }, new("severity", "程度"),
        ];
        var at = new DateTimeOffset(2025, 3, 4, 8, 0, 0, TimeSpan.FromHours(8));
        object?[][] rows = [["甲局", 2024, 534.20m, true, at, Severity.Error], [null, null, null, null, null, null]];

        new ParquetSurvey().Write([new SurveyTable("facts", "金额", columns, rows), new SurveyTable("summary", "汇总", columns, rows)], _folder.File("p"));

        Assert.Equal(["facts.parquet"], Directory.GetFiles(_folder.File("p")).Select(Path.GetFileName));
        await using FileStream file = File.OpenRead(_folder.File("p/facts.parquet"));
        await using ParquetReader reader = await ParquetReader.CreateAsync(file);
        Assert.Equal(columns.Select(column => column.Key), reader.Schema.GetDataFields().Select(field => field.Name));
        Assert.Equal([typeof(ReadOnlyMemory<char>), typeof(int), typeof(decimal), typeof(bool), typeof(DateTime), typeof(ReadOnlyMemory<char>)], reader.Schema.GetDataFields().Select(field => field.ClrType));
        Assert.All(reader.Schema.GetDataFields(), field => Assert.True(field.IsNullable));
        Assert.Equal(1, reader.RowGroupCount);
    }

    [Fact]
    public void The_letter_asks_for_errors_and_doubts_that_nobody_has_dismissed_and_is_valid()
    {
        BudgetDocument document = FixtureDocument.Read("faults/digit-typo-t05.pdf");
        string dismissed = FindingFingerprint.Of(document.Findings)[document.Findings.IndexOf(document.Findings.First(finding => finding.Rule == "X-16"))];
        var verdicts = new Dictionary<string, Verdict> { [dismissed] = new(VerdictStatus.Dismissed, null, "王", default) };
        using var first = new MemoryStream();
        using var second = new MemoryStream();

        foreach (MemoryStream output in (MemoryStream[])[first, second])
            new DocxReport().Write(new ReportSubject(document, _ => null, verdicts), new ReportWords(Language.Chinese), output);

        Assert.Equal(first.ToArray(), second.ToArray());
        using var letter = WordprocessingDocument.Open(first, isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(letter).Select(fault => fault.Description));
        string text = letter.MainDocumentPart!.Document!.InnerText;
        // Six errors and doubts, one of them dismissed.
        Assert.Contains("新疆维吾尔自治区数字化发展局：", text, StringComparison.Ordinal);
        Assert.Contains("有下列 5 处", text, StringComparison.Ordinal);
        Assert.Contains("→ 6.06", text, StringComparison.Ordinal);
        Assert.DoesNotContain("（X-16）", text, StringComparison.Ordinal);
    }
}
