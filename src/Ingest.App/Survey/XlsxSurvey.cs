using Ingest.App.Files;
using Ingest.App.Reports.Xlsx;
using Ingest.App.Words;

namespace Ingest.App.Survey;

/// <summary>A workbook with a sheet per table; a table longer than a sheet goes on in the next.</summary>
/// <param name="maxRows">Rows of a sheet without its heading; Excel takes 1,048,576 with it.</param>
internal sealed class XlsxSurvey(ReportWords words, int maxRows = 1_000_000) : ISurveyWriter
{
    public void Write(IEnumerable<SurveyTable> tables, string? target)
    {
        ArgumentNullException.ThrowIfNull(target);
        using var workbook = new WorkbookFile(new WorkbookProperties(words.Say("预决算勾稽核对汇总", "Budget reconciliation, all documents"), null, null));
        var names = new SheetNames();
        foreach (SurveyTable table in tables)
        {
            using IEnumerator<object?[]> rows = table.Rows.GetEnumerator();
            bool more = rows.MoveNext();
            do
                workbook.AddSheet(Plan(names.Take(table.Title), table), sheet => more = WriteSheet(sheet, table, rows, more));
            while (more);
        }

        WholeFile.Write(target, workbook.CopyTo);
    }

    private static SheetPlan Plan(string name, SurveyTable table) => new(name, [.. table.Columns.Select(column => new SheetColumn(column.Width))])
    {
        HeadRows = 1,
        FilterRow = 1,
        PagesWide = (int)Math.Ceiling(table.Columns.Sum(column => column.Width) / 200),
    };

    /// <returns>True when rows are left.</returns>
    private bool WriteSheet(SheetWriter sheet, SurveyTable table, IEnumerator<object?[]> rows, bool more)
    {
        sheet.StartRow();
        foreach (SurveyColumn column in table.Columns)
            sheet.Text(column.Title, CellStyle.Header);
        sheet.EndRow();
        for (int written = 0; more && written < maxRows; written++)
        {
            WriteRow(sheet, rows.Current);
            more = rows.MoveNext();
        }

        return more;
    }

    private void WriteRow(SheetWriter sheet, object?[] row)
    {
        sheet.StartRow();
        foreach (object? value in row)
            switch (SurveyText.Of(value, words))
            {
                case decimal amount:
                    sheet.Number(amount, CellStyle.Number(Math.Min(amount.Scale, (byte)6)));
                    break;
                case int number:
                    sheet.Number(number, CellStyle.Line);
                    break;
                case var text:
                    sheet.Text((string?)text, CellStyle.Line);
                    break;
            }
        sheet.EndRow();
    }
}
