using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Ingest.App.Intake;
using Ingest.App.Reports;
using Ingest.App.Reports.Xlsx;
using Ingest.App.Survey;
using Ingest.App.Verdicts;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Store;

namespace Ingest.App.Tests.Verdicts;

/// <summary>A working paper is written, filled in as a spreadsheet program would, and read back.</summary>
public sealed class TypedVerdictsTests : IDisposable
{
    private readonly Workspace _space = new();

    private readonly BudgetDocument _document = MadeDocument.Create("ab".PadRight(64, '0'), findings: [MadeDocument.Finding("X-01"), MadeDocument.Finding("X-02")]);

    public TypedVerdictsTests()
    {
        Arrival arrival = _space.Store.Claim("a.pdf", _document.Source.Sha256, 1);
        _space.Store.Save(arrival.Id, _document, new EngineVersions("r", "l", "c"), TimeSpan.Zero);
    }

    public void Dispose() => _space.Dispose();

    [Fact]
    public void What_is_typed_is_recorded_with_reason_reviewer_and_day()
    {
        string paper = Paper();
        Fill(paper, 4, "属实", "已函询", "张三", "45998");

        TypedResult result = Take(paper)[0];

        Assert.Equal(TypedOutcome.Recorded, result.Outcome);
        // 45998 is 7 December 2025.
        Assert.Equal(new Verdict(VerdictStatus.Confirmed, "已函询", "张三", new DateTimeOffset(2025, 12, 7, 0, 0, 0, TimeSpan.Zero)), Last(0));
        Assert.Null(Last(1));
    }

    [Theory]
    [InlineData("2025-12-7")]
    [InlineData("2025/12/07")]
    [InlineData("2025年12月7日")]
    public void A_day_may_be_typed_as_text(string day)
    {
        string paper = Paper();
        Fill(paper, 4, "排除", "", "", day);

        Take(paper);

        Assert.Equal(new DateOnly(2025, 12, 7), DateOnly.FromDateTime(Last(0)!.At.UtcDateTime));
        Assert.Equal("by", Last(0)!.Who);
    }

    [Fact]
    public void Taken_twice_it_is_recorded_once()
    {
        string paper = Paper();
        Fill(paper, 4, "属实", "已函询", "张三", "");

        Take(paper);
        IReadOnlyList<TypedResult> again = Take(paper);

        Assert.Equal(TypedOutcome.Unchanged, again[0].Outcome);
        Assert.Single(_space.Store.Verdicts());
    }

    [Fact]
    public void A_verdict_that_the_workbook_shows_already_is_not_recorded_again()
    {
        Judge(0, VerdictStatus.Confirmed, "王", "已函询");

        Assert.All(Take(Paper()), result => Assert.Equal(TypedOutcome.Unchanged, result.Outcome));
        Assert.Single(_space.Store.Verdicts());
    }

    [Fact]
    public void What_somebody_else_said_meanwhile_is_a_conflict_and_stays_until_it_is_overwritten_on_purpose()
    {
        string paper = Paper();
        Fill(paper, 4, "属实", "", "张三", "");
        Judge(0, VerdictStatus.Dismissed, "李", "口径不同");

        TypedResult conflict = Take(paper)[0];

        Assert.Equal(TypedOutcome.Conflict, conflict.Outcome);
        Assert.Equal(("张三", "李"), (conflict.Typed!.Who, conflict.There!.Who));
        Assert.Equal("李", Last(0)!.Who);
        string said = TypedVerdictLine.Of(conflict, Workspace.Words)!;
        Assert.Contains("底稿：属实，张三", said, StringComparison.Ordinal);
        Assert.Contains("现有：排除，李", said, StringComparison.Ordinal);

        Assert.Equal(TypedOutcome.Recorded, Take(paper, overwrite: true)[0].Outcome);
        Assert.Equal(["李", "张三"], _space.Store.Verdicts().Select(verdict => verdict.Verdict.Who));
    }

    [Fact]
    public void A_word_that_is_no_verdict_is_said_and_changes_nothing()
    {
        string paper = Paper();
        Fill(paper, 4, "大概", "", "", "");

        Assert.Equal(TypedOutcome.NotUnderstood, Take(paper)[0].Outcome);
        Assert.Empty(_space.Store.Verdicts());
    }

    [Fact]
    public void A_finding_that_is_gone_is_said()
    {
        string paper = Paper();
        Fill(paper, 5, "属实", "", "", "");
        _space.Store.Save(null, _document with { Findings = [_document.Findings[0]] }, new EngineVersions("r", "l", "d"), TimeSpan.Zero);

        Assert.Equal(TypedOutcome.Gone, Take(paper)[1].Outcome);
    }

    [Fact]
    public void Another_workbook_and_what_is_none_are_refused_with_what_to_do()
    {
        string other = _space.Folder.File("other.xlsx"), none = _space.Folder.File("none.xlsx");
        new XlsxSurvey(Utc).Write([new SurveyTable("one", "表", [new("a", "甲")], [["乙"]])], other);
        File.WriteAllText(none, "PK");

        Assert.Contains("不是本程序写出的工作底稿", Assert.Throws<UnfitWorkbookException>(() => FilledWorkbook.Read(other)).Text.Chinese, StringComparison.Ordinal);
        Assert.Contains("不是可以读取的", Assert.Throws<UnfitWorkbookException>(() => FilledWorkbook.Read(none)).Text.Chinese, StringComparison.Ordinal);
    }

    private IReadOnlyList<TypedResult> Take(string paper, bool overwrite = false) =>
        new TypedVerdicts(_space.Store, "by", overwrite, _space.Clock, Utc).Take(FilledWorkbook.Read(paper));

    private static App.Words.ReportWords Utc { get; } = new(Language.Chinese) { Zone = TimeZoneInfo.Utc };

    private string Paper()
    {
        string path = _space.Folder.File(Guid.NewGuid().ToString("N") + ".xlsx");
        using FileStream file = File.Create(path);
        new XlsxReport().Write(new ReportSubject(_document, _ => null, ReportRenewal.VerdictsOf(_space.Store, _document.Source.Sha256)), Utc, file);
        return path;
    }

    /// <summary>Types into the reviewer's columns F to I; texts go into a shared table, as Excel saves them.</summary>
    private static void Fill(string path, int row, params string[] texts)
    {
        using SpreadsheetDocument workbook = SpreadsheetDocument.Open(path, isEditable: true);
        string id = workbook.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().Single(sheet => sheet.Name == "疑点").Id!.Value!;
        var cells = ((WorksheetPart)workbook.WorkbookPart.GetPartById(id)).Worksheet!.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!);
        SharedStringTablePart shared = workbook.WorkbookPart.SharedStringTablePart ?? workbook.WorkbookPart.AddNewPart<SharedStringTablePart>();
        shared.SharedStringTable ??= new SharedStringTable();
        for (int i = 0; i < texts.Length; i++)
        {
            Cell cell = cells[$"{(char)('F' + i)}{row}"];
            cell.RemoveAllChildren();
            if (double.TryParse(texts[i], out _))
            {
                cell.Append(new CellValue(texts[i]));
                continue;
            }

            cell.DataType = CellValues.SharedString;
            cell.Append(new CellValue(shared.SharedStringTable.Elements<SharedStringItem>().Count().ToString(System.Globalization.CultureInfo.InvariantCulture)));
            shared.SharedStringTable.Append(new SharedStringItem(new Text(texts[i])));
        }
    }

    private void Judge(int finding, VerdictStatus status, string who, string note) => Assert.True(_space.Store.Judge(
        _document.Source.Sha256, _space.Store.FindingsOf(_document.Source.Sha256)[finding].Fingerprint, new Verdict(status, note, who, _space.Clock.GetUtcNow())));

    private Verdict? Last(int finding) => _space.Store.FindingsOf(_document.Source.Sha256)[finding].Verdict;
}
