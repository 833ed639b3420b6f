using System.Globalization;
using Ingest.App.Words;
using Ingest.Contract.Documents;

namespace Ingest.App.Reports.Xlsx;

/// <summary>What was examined, by what, how far, and with what result.</summary>
internal static class CoverSheet
{
    public static void Add(WorkbookFile workbook, BudgetDocument document, ReportWords words) =>
        workbook.AddSheet(words.Say("封面", "Cover"), [28, 80], 0, sheet =>
        {
            Line(sheet, words.Title, null, CellStyle.Title);
            Line(sheet, words.File, document.Source.FileName);
            Line(sheet, "SHA-256", document.Source.Sha256);
            Line(sheet, words.Pages, Number(document.Source.Pages));
            Line(sheet, words.Department, document.Identity.Department);
            Line(sheet, words.Year, document.Identity.FiscalYear is { } year ? Number(year) : null);
            Line(sheet, words.Kind, words.Of(document.Identity.Kind));
            Line(sheet, words.Layout, document.Identity.Layout);
            Line(sheet, words.Versions, ProgramVersion.Text);
            Line(sheet, words.Summary, TextReport.SummaryLine(document, words));
            if (document.Coverage is { } coverage)
                foreach ((string label, int count) in ScopeCounts.Of(coverage, words))
                    Line(sheet, label, Number(count));
            Section(sheet, words.NotRead, NotReadTables.Lines(document, words).Select((line, at) => (at == 0 ? words.Say("合计", "All") : Number(at), line)));
            Section(sheet, words.Diagnostics, document.Diagnostics.Select(diagnostic => (words.Of(diagnostic.Severity), diagnostic.Message.In(words.Language))));
            var names = new CellNames(document, words);
            Section(sheet, words.Unchecked, (document.Coverage?.Unchecked ?? []).Select(cell => (cell.Statement, names.Of(cell))));
        });

    private static void Section(SheetWriter sheet, string title, IEnumerable<(string Label, string Text)> lines)
    {
        bool first = true;
        foreach ((string label, string text) in lines)
        {
            if (first)
                Line(sheet, title, null, CellStyle.Title);
            first = false;
            Line(sheet, label, text);
        }
    }

    private static void Line(SheetWriter sheet, string label, string? value, CellStyle? style = null)
    {
        sheet.StartRow();
        sheet.Text(label, style ?? CellStyle.Text);
        if (style is null)
            sheet.Text(value, CellStyle.Text);
        sheet.EndRow();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
