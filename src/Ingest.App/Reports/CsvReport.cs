using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Ingest.App.Words;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Store;

namespace Ingest.App.Reports;

/// <summary>One row per finding, then one per printed amount; UTF-8 with BOM, which Excel needs for Chinese.</summary>
internal sealed class CsvReport : IReportWriter
{
    private static readonly CsvConfiguration _configuration = new(CultureInfo.InvariantCulture) { NewLine = "\r\n" };

    public string Extension => ".csv";

    public void Write(ReportSubject subject, ReportWords words, Stream output)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        using var csv = new CsvWriter(text, _configuration);
        WriteHeader(csv, words);
        foreach (UnreadTable table in subject.Document.Coverage?.NotRead ?? [])
            WriteNotRead(csv, words, subject.Document, table);
        var names = new CellNames(subject.Document, words);
        foreach (ReportedFinding found in subject.Findings)
            WriteFinding(csv, words, subject.Document, names, found);
        foreach (Statement statement in subject.Document.Statements)
            foreach (StatementRow row in statement.Rows)
                foreach (AmountCell cell in row.Cells.Where(cell => !cell.IsBlank))
                    WriteFact(csv, words, subject.Document, statement, row, cell);
    }

    private static void WriteHeader(CsvWriter csv, ReportWords words)
    {
        string[] names =
        [
            words.Say("记录", "Record"), words.File, words.Department, words.Year, words.Severity, words.Rule, words.Message,
            words.Expected, words.Actual, words.Difference, words.Tolerance, words.Suspect, words.Suggested,
            words.Statement, words.Side, words.Code, words.Name, words.Project, words.Column, words.Amount, words.Unit, words.Printed, words.Page,
            words.Conclusion, words.Reason, words.Initials, words.Date,
        ];
        foreach (string name in names)
            csv.WriteField(name);
        csv.NextRecord();
    }

    /// <summary>First of all: the tables that no finding and no amount below is of.</summary>
    private static void WriteNotRead(CsvWriter csv, ReportWords words, BudgetDocument document, UnreadTable table)
    {
        WriteDocument(csv, words.NotRead, document);
        WriteText(csv, words.Of(Severity.Warning), "", NotReadTables.Line(table, words));
        WriteNumbers(csv, null, null, null, null);
        WriteText(csv, "");
        WriteNumbers(csv, [null]);
        WriteText(csv, table.Label, "", "", table.Title, "", "");
        WriteNumbers(csv, [null]);
        WriteText(csv, "", "");
        WriteNumbers(csv, table.Pages.IsEmpty ? null : table.Pages[0]);
        WriteText(csv, "", "", "", "");
        csv.NextRecord();
    }

    private static void WriteFinding(CsvWriter csv, ReportWords words, BudgetDocument document, CellNames names, ReportedFinding found)
    {
        Finding finding = found.Finding;
        WriteDocument(csv, words.Say("疑点", "finding"), document);
        WriteText(csv, words.Of(finding.Severity), finding.Rule, finding.Message);
        WriteNumbers(csv, finding.Expected, finding.Actual, finding.Difference, finding.Tolerance);
        Suspect? suspect = finding.Suspects.IsEmpty ? null : finding.Suspects[0];
        WriteText(csv, suspect is null ? "" : names.Of(suspect.Cell));
        WriteNumbers(csv, suspect?.Suggested);
        CellReference? cell = finding.Cells.IsEmpty ? null : finding.Cells[0];
        WriteText(csv, cell?.Statement, words.Of(cell?.Side), cell?.Code, cell?.Name, cell?.Project, cell?.Column);
        WriteNumbers(csv, cell?.Amount);
        WriteText(csv, document.Statements.FirstOrDefault(statement => statement.Id == cell?.Statement)?.Unit?.Printed(), cell?.Text);
        WriteNumbers(csv, cell?.Page);
        Verdict? verdict = found.Verdict;
        WriteText(csv, verdict is null ? "" : VerdictWords.Of(verdict.Status, words), verdict?.Note, verdict?.Who, verdict is null ? "" : words.Day(verdict.At));
        csv.NextRecord();
    }

    private static void WriteFact(CsvWriter csv, ReportWords words, BudgetDocument document, Statement statement, StatementRow row, AmountCell cell)
    {
        WriteDocument(csv, words.Say("金额", "amount"), document);
        WriteText(csv, "", "", cell.IsUnread ? words.Say("未能识别为金额", "not readable as an amount") : "");
        WriteNumbers(csv, null, null, null, null);
        WriteText(csv, "");
        WriteNumbers(csv, [null]);
        WriteText(csv, statement.Id, words.Of(row.Side), row.Code, row.Name, row.Project, cell.Column);
        WriteNumbers(csv, cell.Value);
        WriteText(csv, statement.Unit?.Printed(), cell.Text);
        WriteNumbers(csv, cell.Page);
        WriteText(csv, "", "", "", "");
        csv.NextRecord();
    }

    private static void WriteDocument(CsvWriter csv, string record, BudgetDocument document)
    {
        WriteText(csv, record, document.Source.FileName, document.Identity.Department);
        WriteNumbers(csv, document.Identity.FiscalYear);
    }

    private static void WriteText(CsvWriter csv, params ReadOnlySpan<string?> texts)
    {
        foreach (string? text in texts)
            csv.WriteField(SafeText.Of(text));
    }

    private static void WriteNumbers(CsvWriter csv, params ReadOnlySpan<decimal?> numbers)
    {
        foreach (decimal? number in numbers)
            csv.WriteField(number?.ToString(CultureInfo.InvariantCulture) ?? "");
    }
}
