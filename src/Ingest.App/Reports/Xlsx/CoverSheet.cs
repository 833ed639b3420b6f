using System.Globalization;
using Ingest.App.Words;
using Ingest.Contract.Documents;

namespace Ingest.App.Reports.Xlsx;

/// <summary>What was examined, by what, how far, and with what result; who prepared and reviewed it; where to find what.</summary>
internal sealed class CoverSheet(ReportSubject subject, string name, IReadOnlyList<(string Sheet, string About)> contents, ReportWords words)
{
    private static readonly SheetColumn[] _columns = [new(38), new(30), new(12), new(22)];

    private readonly BudgetDocument _document = subject.Document;

    public void AddTo(WorkbookFile workbook) => workbook.AddSheet(
        new SheetPlan(name, _columns) { Portrait = true, Protected = true, Footer = WorkbookFooter.Of(_document) }, Write);

    private void Write(SheetWriter sheet)
    {
        sheet.StartRow(30);
        sheet.Text(words.Title, CellStyle.Title);
        sheet.EndRow();
        WriteSignatures(sheet);
        Section(sheet, words.Say("核对对象", "What was examined"),
        [
            (words.File, _document.Source.FileName), ("SHA-256", _document.Source.Sha256),
            (words.Layout, _document.Identity.Layout), (words.Versions, ProgramVersion.Text), (words.Summary, TextReport.SummaryLine(_document, words)),
        ]);
        WriteContents(sheet);
        WriteScope(sheet);
        Section(sheet, words.NotRead, NotReadTables.Lines(_document, words).Select((line, at) => (at == 0 ? words.Say("合计", "All") : at.ToString(CultureInfo.InvariantCulture), (string?)line)));
        Section(sheet, words.Diagnostics, _document.Diagnostics.Select(diagnostic => (words.Of(diagnostic.Severity), (string?)diagnostic.Message.In(words.Language))));
        var names = new CellNames(_document, words);
        Section(sheet, words.Unchecked, (_document.Coverage?.Unchecked ?? []).Select(cell => (cell.Statement, (string?)names.Of(cell))));
    }

    /// <summary>The head of a working paper: whose, of which year, by whom and when.</summary>
    private void WriteSignatures(SheetWriter sheet)
    {
        string year = _document.Identity.FiscalYear is { } number ? words.Say($"{number} 年度{words.Of(_document.Identity.Kind)}", $"{number} {words.Of(_document.Identity.Kind)}") : "";
        Signature(sheet, words.Say("被审计单位", "Body"), _document.Identity.Department, words.Say("索引号", "Index number"), review: true);
        Signature(sheet, words.Say("会计期间", "Period"), year, words.Pages, review: false, _document.Source.Pages);
        Signature(sheet, words.Say("编制人", "Prepared by"), null, words.Date, review: true);
        Signature(sheet, words.Say("复核人", "Reviewed by"), null, words.Date, review: true);
    }

    private static void Signature(SheetWriter sheet, string left, string? value, string right, bool review, int? number = null)
    {
        sheet.StartRow(20);
        sheet.Text(left, CellStyle.Header);
        sheet.Text(value, value is null ? CellStyle.Review : CellStyle.Text);
        sheet.Text(right, CellStyle.Header);
        if (review)
            sheet.Text("", CellStyle.Review);
        else
            sheet.Number(number, CellStyle.Number(0));
        sheet.EndRow();
    }

    private void WriteContents(SheetWriter sheet)
    {
        Heading(sheet, words.Say("目录", "Contents"));
        foreach ((string target, string about) in contents)
        {
            sheet.StartRow();
            sheet.Text(target, CellStyle.Text with { Font = CellFont.Link });
            sheet.LinkTo(new SheetCell(target, new CellAddress(1, 1)), target);
            Wide(sheet, about);
            sheet.EndRow();
        }
    }

    private void WriteScope(SheetWriter sheet)
    {
        if (_document.Coverage is not { } coverage)
            return;
        Heading(sheet, words.Coverage);
        foreach ((string label, int count) in ScopeCounts.Of(coverage, words))
        {
            sheet.StartRow();
            sheet.Text(label, CellStyle.Text);
            sheet.Number(count, CellStyle.Number(0));
            sheet.EndRow();
        }
    }

    private static void Section(SheetWriter sheet, string title, IEnumerable<(string Label, string? Text)> lines)
    {
        bool first = true;
        foreach ((string label, string? text) in lines)
        {
            if (first)
                Heading(sheet, title);
            first = false;
            sheet.StartRow(RowHeight.Of([(text, _columns.Skip(1).Sum(column => column.Width)), (label, _columns[0].Width)]));
            sheet.Text(label, CellStyle.Text);
            Wide(sheet, text);
            sheet.EndRow();
        }
    }

    private static void Heading(SheetWriter sheet, string title)
    {
        sheet.StartRow(26);
        sheet.Text(title, CellStyle.Section);
        sheet.EndRow();
    }

    /// <summary>Over all columns but the first.</summary>
    private static void Wide(SheetWriter sheet, string? text)
    {
        sheet.Text(text, CellStyle.Text);
        for (int rest = 2; rest < _columns.Length; rest++)
            sheet.Text("", CellStyle.Text);
        sheet.Merge(sheet.Row, 2, 1, _columns.Length - 1);
    }
}
