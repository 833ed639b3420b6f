using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Ingest.App.Reports;
using Ingest.App.Reports.Xlsx;
using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Store;

namespace Ingest.App.Tests.Reports;

/// <summary>
/// The working paper of the seed with 6.06 printed as 6.66 in T05 (行政单位医疗, 基本支出): what an auditor opens, fills in and files.
/// </summary>
public sealed class WorkingPaperTests : IDisposable
{
    private static readonly BudgetDocument _document = FixtureDocument.Read("faults/digit-typo-t05.pdf");

    private readonly MemoryStream _bytes = new();

    private readonly SpreadsheetDocument _workbook;

    public WorkingPaperTests()
    {
        new XlsxReport().Write(new ReportSubject(_document, _ => null, pdfLink: "digit%20typo.pdf"), new ReportWords(Language.Chinese), _bytes);
        _workbook = SpreadsheetDocument.Open(_bytes, isEditable: false);
    }

    public void Dispose()
    {
        _workbook.Dispose();
        _bytes.Dispose();
    }

    [Fact]
    public void The_findings_are_nine_columns_on_one_page_across_and_their_heading_is_on_each_page()
    {
        Worksheet sheet = Sheet("疑点");

        Assert.Equal(9, sheet.Descendants<Column>().Count(column => column.Hidden?.Value != true));
        PageSetup page = sheet.Descendants<PageSetup>().Single();
        Assert.Equal((9u, 1u, 0u), (page.PaperSize!.Value, page.FitToWidth!.Value, page.FitToHeight!.Value));
        Assert.Equal(OrientationValues.Landscape, page.Orientation!.Value);
        Assert.Equal("A3:I12", sheet.Descendants<AutoFilter>().Single().Reference!.Value);
        Assert.Equal(3, sheet.Descendants<Pane>().Single().VerticalSplit!.Value);
        Assert.Contains("'疑点'!$1:$3", Names("_xlnm.Print_Titles"));
        Assert.Contains("'疑点'!$A$1:$I$12", Names("_xlnm.Print_Area"));
        Assert.Contains("&P / &N", sheet.Descendants<OddFooter>().Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_are_as_high_as_their_wrapped_text()
    {
        // The error's sentence, its sum and the second reader take at least three lines of 14.5 points.
        Assert.True(Row("疑点", 4).Height!.Value > 3 * 14.5, Row("疑点", 4).Height!.InnerText);
        Assert.All(Sheet("疑点").Descendants<Row>().Skip(3), row => Assert.True(row.CustomHeight!.Value));
    }

    [Fact]
    public void Only_the_columns_of_the_reviewer_can_be_written_in()
    {
        Assert.True(Sheet("疑点").Descendants<SheetProtection>().Single().Sheet!.Value);
        Assert.Equal("FGHI", string.Concat("ABCDEFGHI".Where(column => IsUnlocked(Cell("疑点", $"{column}4")))));
        Assert.False(IsUnlocked(Cell("T05 一般公共预算支出情况表", "C6")));
        Assert.Equal("\"待复核,属实,排除,待查\"", Sheet("疑点").Descendants<DataValidation>().Single().Formula1!.Text);
    }

    [Fact]
    public void A_finding_leads_to_its_cell_and_to_its_page_and_the_cell_leads_back()
    {
        Hyperlink toCell = Link("疑点", "A4"), toPage = Link("疑点", "E4");

        // Row 14 of T05: nine rows below the first data row (6), as printed on page 9; 基本支出 is the fourth printed column.
        Assert.Equal("'T05 一般公共预算支出情况表'!F14", toCell.Location!.Value);
        Assert.Equal("6.66", Cell("T05 一般公共预算支出情况表", "F14").CellValue!.Text);
        Assert.Equal("'疑点'!A4", Link("T05 一般公共预算支出情况表", "F14").Location!.Value);
        Assert.Equal("page=9", toPage.Location!.Value);
        Assert.Equal("digit%20typo.pdf", Part("疑点").HyperlinkRelationships.Single(relation => relation.Id == toPage.Id).Uri.OriginalString);
    }

    [Fact]
    public void Beside_a_printed_total_stand_the_recomputed_one_and_the_difference_which_is_red_beyond_rounding()
    {
        const string T05 = "T05 一般公共预算支出情况表";

        // 行政单位医疗: 合计 6.06 is printed; its parts are 6.66 and nothing.
        Assert.Equal("6.06", Cell(T05, "C14").CellValue!.Text);
        Assert.Equal(("F14+I14", "6.66"), Formula(Cell(T05, "D14")));
        Assert.Equal(("ROUND(C14-D14,2)", "-0.60"), Formula(Cell(T05, "E14")));
        // Two amounts in hundredths: half a hundredth each, and the blank adds none.
        ConditionalFormattingRule rule = Sheet(T05).Descendants<ConditionalFormatting>()
            .Single(format => format.SequenceOfReferences!.Items.Any(cell => cell.Value == "E14")).GetFirstChild<ConditionalFormattingRule>()!;
        Assert.Equal(ConditionalFormattingOperatorValues.NotBetween, rule.Operator!.Value);
        Assert.Equal(0.01m, decimal.Parse(rule.Descendants<Formula>().Last().Text, NumberStyles.Number, CultureInfo.InvariantCulture), 4);
    }

    [Fact]
    public void What_a_reviewer_said_stands_in_the_columns_of_the_reviewer()
    {
        string accused = FindingFingerprint.Of(_document.Findings)[0];
        var verdict = new Verdict(VerdictStatus.Confirmed, "已电话核实", "张三", new DateTimeOffset(2025, 3, 4, 12, 0, 0, TimeSpan.Zero));
        var subject = new ReportSubject(_document, _ => null, new Dictionary<string, Verdict> { [accused] = verdict });
        using var bytes = new MemoryStream();

        new XlsxReport().Write(subject, new ReportWords(Language.Chinese), bytes);

        using SpreadsheetDocument workbook = SpreadsheetDocument.Open(bytes, isEditable: false);
        int number = subject.Findings.Single(found => found.Fingerprint == accused).Number;
        string[] cells = [.. "FGHIJ".Select(column => Text(Cell(workbook, "疑点", $"{column}{3 + number}")))];
        // 45720 is 4 March 2025 in days since the end of 1899.
        Assert.Equal(["属实", "已电话核实", "张三", "45720", accused], cells);
    }

    [Fact]
    public void The_workbook_says_what_it_is_and_of_which_file()
    {
        Assert.Equal(_document.Source.Sha256, _workbook.CustomFilePropertiesPart!.Properties.Single().InnerText);
        Assert.Equal("digit-typo-t05.pdf", _workbook.PackageProperties.Subject);
    }

    private static string Text(Cell cell) => cell.InlineString?.InnerText ?? cell.CellValue?.Text ?? "";

    private static (string Formula, string Value) Formula(Cell cell) => (cell.CellFormula!.Text, cell.CellValue!.Text);

    private static WorksheetPart Part(SpreadsheetDocument workbook, string sheet)
    {
        string id = workbook.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().Single(entry => entry.Name == sheet).Id!.Value!;
        return (WorksheetPart)workbook.WorkbookPart.GetPartById(id);
    }

    private static Cell Cell(SpreadsheetDocument workbook, string sheet, string address) =>
        Part(workbook, sheet).Worksheet!.Descendants<Cell>().Single(cell => cell.CellReference == address);

    private WorksheetPart Part(string sheet) => Part(_workbook, sheet);

    private Worksheet Sheet(string sheet) => Part(sheet).Worksheet!;

    private Row Row(string sheet, uint number) => Sheet(sheet).Descendants<Row>().Single(row => row.RowIndex! == number);

    private Cell Cell(string sheet, string address) => Cell(_workbook, sheet, address);

    private Hyperlink Link(string sheet, string address) => Sheet(sheet).Descendants<Hyperlink>().Single(link => link.Reference == address);

    private string[] Names(string name) => [.. _workbook.WorkbookPart!.Workbook!.DefinedNames!.Elements<DefinedName>().Where(defined => defined.Name == name).Select(defined => defined.Text)];

    private bool IsUnlocked(Cell cell) =>
        _workbook.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value).Protection?.Locked?.Value == false;
}
