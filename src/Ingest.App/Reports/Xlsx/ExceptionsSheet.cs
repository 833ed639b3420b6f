using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Store;

namespace Ingest.App.Reports.Xlsx;

/// <summary>
/// One row per finding, worst first, with what a reviewer said or is to say; fits a page across. Behind the printed columns
/// stand, hidden, what <c>ingest verdict --from</c> knows a row by.
/// </summary>
internal sealed class ExceptionsSheet(ReportSubject subject, ExceptionPlaces places, CellPlaces cells, ReportWords words)
{
    private static readonly SheetColumn[] _columns =
    [
        new(6), new(7), new(58), new(32), new(9), new(10), new(24), new(10), new(12), new(20, Hidden: true), new(30, Hidden: true),
    ];

    private readonly CellNames _names = new(subject.Document, words);

    public void AddTo(WorkbookFile workbook) => workbook.AddSheet(
        new SheetPlan(places.Sheet, _columns)
        {
            HeadRows = ExceptionPlaces.HeadRows,
            FilterRow = ExceptionPlaces.HeadRows,
            Protected = true,
            Footer = WorkbookFooter.Of(subject.Document),
        },
        Write);

    private void Write(SheetWriter sheet)
    {
        sheet.StartRow(24);
        sheet.Text($"{words.Findings} — {subject.Document.Identity.Department ?? subject.Document.Source.FileName} {subject.Document.Identity.FiscalYear}", CellStyle.Title);
        sheet.EndRow();
        sheet.StartRow();
        sheet.Text(subject.Findings.IsEmpty ? words.NoFinding : TextReport.SummaryLine(subject.Document, words), CellStyle.Remark);
        sheet.EndRow();
        sheet.StartRow(20);
        foreach (string name in (string[])[words.Number, words.Severity, words.Finding(), words.PlaceAndSuggestion, words.PageOfPdf, words.Conclusion, words.Reason, words.Initials, words.Date])
            sheet.Text(name, CellStyle.Header);
        sheet.Text(ReviewColumns.Fingerprint, CellStyle.Header);
        sheet.Text(ReviewColumns.Known, CellStyle.Header);
        sheet.EndRow();
        foreach (ReportedFinding found in subject.Findings)
            Write(sheet, found);
    }

    private void Write(SheetWriter sheet, ReportedFinding found)
    {
        Finding finding = found.Finding;
        string message = FindingText.Whole(finding, words);
        Suspect? suspect = finding.Suspects.IsEmpty ? null : finding.Suspects[0];
        CellReference? cell = suspect?.Cell ?? (finding.Cells.IsEmpty ? null : finding.Cells[0]);
        string place = suspect is null ? cell is null ? "" : _names.Of(cell) : FindingText.Suspected(suspect, _names, words);
        sheet.StartRow(RowHeight.Of([(message, _columns[2].Width), (place, _columns[3].Width), (found.Verdict?.Note, _columns[6].Width)]));
        WriteNumber(sheet, found, cell);
        sheet.Text(words.Of(finding.Severity), CellStyle.Text with { Fill = Colour(finding.Severity), Centred = true });
        sheet.Text(message, CellStyle.Text);
        sheet.Text(place, CellStyle.Text);
        WritePage(sheet, finding, cell?.Page);
        WriteReview(sheet, found.Verdict);
        sheet.Text(found.Fingerprint, CellStyle.Line);
        sheet.Text(ReviewColumns.KnownOf(found.Verdict), CellStyle.Line);
        sheet.EndRow();
    }

    /// <summary>The number leads to the cell: LibreOffice does not break the lines of a text that is a link.</summary>
    private void WriteNumber(SheetWriter sheet, ReportedFinding found, CellReference? cell)
    {
        SheetCell? place = cell is null ? null : cells.Of(cell);
        sheet.Number(found.Number, CellStyle.Number(0) with { Centred = true, Font = place is null ? CellFont.Body : CellFont.Link });
        if (place is { } there)
            sheet.LinkTo(there, words.Say("转到报表中的单元格", "Go to the cell in its statement"));
    }

    private void WritePage(SheetWriter sheet, Finding finding, int? first)
    {
        int[] pages = [.. finding.Cells.Where(cell => cell.Year is null).Select(cell => cell.Page).OfType<int>().Distinct().Order()];
        string? link = (first ?? pages.FirstOrDefault()) is var page and > 0 ? subject.PageLink(page) : null;
        sheet.Text(string.Join("、", pages), CellStyle.Text with { Centred = true, Font = link is null ? CellFont.Body : CellFont.Link });
        if (link is not null)
            sheet.LinkTo(link, words.Say($"打开原件第 {first ?? pages[0]} 页", $"Open the PDF at page {first ?? pages[0]}"));
    }

    private void WriteReview(SheetWriter sheet, Verdict? verdict)
    {
        sheet.Text(verdict is null ? "" : VerdictWords.Of(verdict.Status, words), CellStyle.Review with { Centred = true });
        sheet.Choice([.. Enum.GetValues<VerdictStatus>().Select(status => VerdictWords.Of(status, words))]);
        sheet.Text(verdict?.Note, CellStyle.Review);
        sheet.Text(verdict?.Who, CellStyle.Review with { Centred = true });
        sheet.Date(verdict is null ? null : DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(verdict.At, words.Zone).Date), CellStyle.ReviewDate);
    }

    private static CellFill Colour(Severity severity) => severity switch
    {
        Severity.Error => CellFill.Suspect,
        Severity.Warning => CellFill.Flagged,
        _ => CellFill.None,
    };
}
