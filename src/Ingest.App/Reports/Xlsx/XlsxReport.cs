using Ingest.App.Words;
using Ingest.Contract.Documents;

namespace Ingest.App.Reports.Xlsx;

/// <summary>
/// The working paper: cover, exceptions with room for the reviewer, rules with tick marks, and each
/// statement laid out as printed with its totals recomputed by live formulas.
/// </summary>
internal sealed class XlsxReport : IReportWriter
{
    public string Extension => ".xlsx";

    public void Write(ReportSubject subject, ReportWords words, Stream output)
    {
        BudgetDocument document = subject.Document;
        using var workbook = new WorkbookFile();
        CoverSheet.Add(workbook, document, words);
        ExceptionsSheet.Add(workbook, document, words);
        RulesSheet.Add(workbook, document, words);
        var flagged = new FlaggedCells(document);
        var recomputation = new RecomputedTotals(subject.Relations);
        foreach (Statement statement in document.Statements)
            StatementSheet.Add(workbook, statement, flagged, recomputation, document, words);
        workbook.CopyTo(output);
    }
}
