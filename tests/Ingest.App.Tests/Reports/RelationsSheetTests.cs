using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Ingest.App.Reports;
using Ingest.App.Reports.Xlsx;
using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;

namespace Ingest.App.Tests.Reports;

/// <summary>Every relation of the seed with 6.06 printed as 6.66 in T05, on the sheet 勾稽.</summary>
public sealed class RelationsSheetTests : IDisposable
{
    private static readonly BudgetDocument _document = FixtureDocument.Read("faults/digit-typo-t05.pdf");

    private readonly MemoryStream _bytes = new();

    private readonly SpreadsheetDocument _workbook;

    private readonly Row[] _rows;

    public RelationsSheetTests()
    {
        new XlsxReport().Write(new ReportSubject(_document, _ => null), new ReportWords(Language.Chinese), _bytes);
        _workbook = SpreadsheetDocument.Open(_bytes, isEditable: false);
        string id = _workbook.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().Single(sheet => sheet.Name == "勾稽").Id!.Value!;
        _rows = [.. ((WorksheetPart)_workbook.WorkbookPart.GetPartById(id)).Worksheet!.Descendants<Row>().Skip(1)];
    }

    public void Dispose()
    {
        _workbook.Dispose();
        _bytes.Dispose();
    }

    [Fact]
    public void As_many_relations_fail_as_the_rules_count_with_tick_marks_that_follow_the_cells()
    {
        // T05-row, T05-tree and X-10 by the planted digit; rules of structure and the note on weights (P-01) are observations, not relations.
        string[] failed = [.. _rows.Where(row => Text(row, 7) == "✗ 不符").Select(row => Text(row, 1))];

        Assert.Equal(_document.Coverage!.Rules.Where(rule => !rule.Rule.StartsWith("STR", StringComparison.Ordinal) && rule.Rule != "P-01").Sum(rule => rule.Inconsistent), failed.Length);
        Assert.Contains("T05-row", failed);
        Assert.Contains("X-10", failed);
    }

    [Fact]
    public void Both_sides_are_formulas_over_the_cells_of_their_statements()
    {
        Row row = _rows.Single(row => Text(row, 1) == "T05-row" && Text(row, 7) == "✗ 不符");

        Assert.Equal("'T05 一般公共预算支出情况表'!C14", Formula(row, 3));
        Assert.Equal("'T05 一般公共预算支出情况表'!F14+'T05 一般公共预算支出情况表'!I14", Formula(row, 4));
        Assert.Equal(["6.06", "6.66", "-0.60"], [Text(row, 3), Text(row, 4), Text(row, 5)]);
        int number = (int)row.RowIndex!.Value;
        Assert.Equal($"ROUND(D{number}-E{number},6)", Formula(row, 5));
        Assert.Equal($"IF(ABS(F{number})<=G{number}+0.0000001,IF(ABS(F{number})<=0.0000001,\"✓ 相符\",\"≈ 舍入\"),\"✗ 不符\")", Formula(row, 7));
        // The finding that reports it.
        Assert.Equal("1", Text(row, 8));
    }

    [Fact]
    public void A_number_of_a_sentence_stands_on_its_own_sheet_and_is_referred_to_there() =>
        Assert.Contains(_rows, row => Text(row, 1).StartsWith("N-", StringComparison.Ordinal) && (Formula(row, 3) + Formula(row, 4)).Contains("'正文数字'!C", StringComparison.Ordinal));

    private static string Text(Row row, int column) => At(row, column) is { } cell ? cell.InlineString?.InnerText ?? cell.CellValue?.Text ?? "" : "";

    private static string Formula(Row row, int column) => At(row, column)?.CellFormula?.Text ?? "";

    private static Cell? At(Row row, int column) => row.Elements<Cell>().SingleOrDefault(cell => cell.CellReference!.Value == new CellAddress((int)row.RowIndex!.Value, column + 1).ToString());
}
