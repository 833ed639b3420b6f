using System.Globalization;
using Ingest.Core.Documents;

namespace Ingest.App.Export.Xlsx;

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
                Scope(sheet, coverage, words);
            Section(sheet, words.Diagnostics, document.Diagnostics.Select(diagnostic => (words.Of(diagnostic.Severity), diagnostic.Message.In(words.Language))));
            var names = new CellNames(document, words);
            Section(sheet, words.Unchecked, (document.Coverage?.Unchecked ?? []).Select(cell => (cell.Statement, names.Of(cell))));
        });

    private static void Scope(SheetWriter sheet, Coverage coverage, ReportWords words)
    {
        int Sum(Func<RuleTally, int> count) => coverage.Rules.Sum(count);
        Line(sheet, words.Amounts, Number(coverage.Amounts));
        Line(sheet, words.InOne, Number(coverage.InOne));
        Line(sheet, words.InTwo, Number(coverage.InTwo));
        int assessed = Sum(rule => rule.Consistent + rule.Rounding + rule.ImprobableRounding + rule.Inconsistent + rule.Undefined);
        Line(sheet, words.Say("已核对的勾稽关系", "Relations checked"), Number(assessed));
        Line(sheet, words.Say("无法核对的勾稽关系", "Relations not assessable"), Number(Sum(rule => rule.NotAssessable)));
        Line(sheet, words.Say("不适用的勾稽关系", "Relations not applicable"), Number(Sum(rule => rule.NotApplicable)));
    }

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
