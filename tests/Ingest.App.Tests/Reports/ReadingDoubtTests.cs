using System.Text;
using DocumentFormat.OpenXml.Packaging;
using Ingest.App.Reports;
using Ingest.App.Reports.Html;
using Ingest.App.Reports.Xlsx;
using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;

namespace Ingest.App.Tests.Reports;

/// <summary>The fixture prints ten amounts of 项目支出 in white on white: its cells look blank, and may not be.</summary>
public class ReadingDoubtTests
{
    private static readonly BudgetDocument _document = FixtureDocument.Read("odd/white-on-white.pdf");

    [Fact]
    public void The_page_lists_what_was_read_in_doubt_and_marks_it_in_its_table()
    {
        string page = Page(_document);

        Assert.Contains("<h2 id=\"doubts\">读取存疑的金额 (10)</h2>", page, StringComparison.Ordinal);
        Assert.Equal(10, Count(page, "<td class=\"n unsure\">"));
        Assert.Contains("<td class=\"n unsure\"><abbr title=\"此处有看不见、被裁切或被遮盖的数字。\">?</abbr></td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_workbook_notes_it_at_each_cell()
    {
        var bytes = new MemoryStream();
        new XlsxReport().Write(new ReportSubject(_document, _ => null), new ReportWords(Language.Chinese), bytes);

        using SpreadsheetDocument workbook = SpreadsheetDocument.Open(bytes, false);
        string notes = string.Concat(workbook.WorkbookPart!.WorksheetParts.Select(sheet => sheet.WorksheetCommentsPart?.Comments?.InnerText));
        Assert.Equal(10, Count(notes, "? 此处有看不见、被裁切或被遮盖的数字。"));
    }

    [Fact]
    public void A_corrected_amount_says_by_whose_word_it_is_what_it_is()
    {
        string page = Page(WithFirst(cell => cell with
        {
            Value = 6.06m,
            Text = "6.06",
            Recognition = new CellRecognition(1, RecognitionState.CorrectedByReviewer, ["6.66"]) { Corrected = new CorrectionNote("甲", new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero)) },
        }));

        Assert.Contains("6.06<abbr title=\"甲 于 2026-03-02 按原件更正，原读作“6.66”。\">✎</abbr>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_amount_that_arithmetic_has_chosen_says_so() =>
        Assert.Contains("<abbr title=\"图像识别，由勾稽关系选定（另有：5.34）。\">≈</abbr>", Page(WithFirst(cell => cell with { Recognition = new CellRecognition(0.5f, RecognitionState.ConfirmedByArithmetic, ["5.34"]) })), StringComparison.Ordinal);

    private static BudgetDocument WithFirst(Func<AmountCell, AmountCell> change)
    {
        Statement statement = _document.Statements[0];
        StatementRow row = statement.Rows[0];
        return _document with { Statements = [statement with { Doubts = [], Rows = statement.Rows.SetItem(0, row with { Cells = row.Cells.SetItem(0, change(row.Cells[0])) }) }] };
    }

    private static string Page(BudgetDocument document)
    {
        var bytes = new MemoryStream();
        new HtmlReport().Write(new ReportSubject(document, _ => null), new ReportWords(Language.Chinese), bytes);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
