using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;

namespace Ingest.App.Reports.Xlsx;

/// <summary>One row per finding, worst first, with empty columns for the reviewer.</summary>
internal static class ExceptionsSheet
{
    private static readonly double[] _widths = [8, 10, 40, 50, 14, 14, 12, 12, 8, 50, 44, 14, 30, 10, 12];

    public static void Add(WorkbookFile workbook, BudgetDocument document, ReportWords words) =>
        workbook.AddSheet(words.Findings, _widths, frozenRows: 1, sheet =>
        {
            sheet.StartRow();
            foreach (string name in Header(words))
                sheet.Text(name, CellStyle.Header);
            sheet.EndRow();
            var names = new CellNames(document, words);
            foreach (Finding finding in document.Findings.OrderByDescending(finding => finding.Severity))
                Write(sheet, finding, names, words);
        });

    private static string[] Header(ReportWords words) =>
    [
        words.Severity, words.Rule, words.RuleSentence, words.Message, words.Expected, words.Actual, words.Difference, words.Tolerance,
        words.Page, words.Cells, words.Suspect, words.Suggested, words.Note, words.Initials, words.Date,
    ];

    private static void Write(SheetWriter sheet, Finding finding, CellNames names, ReportWords words)
    {
        sheet.StartRow();
        sheet.Text(words.Of(finding.Severity), CellStyle.Text with { Fill = Colour(finding.Severity) });
        sheet.Text(finding.Rule, CellStyle.Text);
        sheet.Text(RuleSentences.Of(finding.Rule, words.Language), CellStyle.Text);
        sheet.Text(finding.ExtractionInDoubt ? $"{words.InDoubt} — {finding.Message}" : finding.Message, CellStyle.Text);
        foreach (decimal? amount in (ReadOnlySpan<decimal?>)[finding.Expected, finding.Actual, finding.Difference, finding.Tolerance])
            sheet.Number(amount, CellStyle.Number(amount is { } value ? Math.Min(value.Scale, (byte)6) : 2));
        sheet.Text(string.Join(", ", finding.Cells.Where(cell => cell.Year is null).Select(cell => cell.Page).Where(page => page is not null).Distinct()), CellStyle.Text);
        sheet.Text(string.Join("；", finding.Cells.Select(names.Of)), CellStyle.Text);
        Suspect? suspect = finding.Suspects.IsEmpty ? null : finding.Suspects[0];
        sheet.Text(suspect is null ? "" : names.Of(suspect.Cell), CellStyle.Text);
        sheet.Number(suspect?.Suggested, CellStyle.Number(suspect?.Suggested?.Scale ?? 2));
        for (int reviewer = 0; reviewer < 3; reviewer++)
            sheet.Text("", CellStyle.Text);
        sheet.EndRow();
    }

    private static CellFill Colour(Severity severity) => severity switch
    {
        Severity.Error => CellFill.Suspect,
        Severity.Warning => CellFill.Flagged,
        _ => CellFill.None,
    };
}
