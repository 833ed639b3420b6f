using System.Collections.Immutable;
using Ingest.App.Words;
using Ingest.Contract.Documents;

namespace Ingest.App.Reports.Xlsx;

/// <summary>
/// The working paper: cover, findings with room for the reviewer, their details, rules with tick marks, and each
/// statement laid out as printed with its totals recomputed by live formulas.
/// </summary>
internal sealed class XlsxReport : IReportWriter
{
    public string Extension => ".xlsx";

    public void Write(ReportSubject subject, ReportWords words, Stream output)
    {
        BudgetDocument document = subject.Document;
        var names = new SheetNames();
        string cover = names.Take(words.Say("封面", "Cover"));
        var exceptions = new ExceptionPlaces(names.Take(words.Findings));
        string ties = names.Take(words.Say("勾稽", "Relations"));
        string details = names.Take(words.Say("疑点明细", "Details")), rules = names.Take(words.Rules);
        var recomputation = new Recomputation(subject.Relations);
        ImmutableArray<StatementPlacing> layouts =
            [.. document.Statements.Select(statement => new StatementPlacing(statement, names.Take(SheetName(statement)), recomputation, words))];
        var places = new CellPlaces(layouts);
        var figures = new FigureSheet(subject, names.Take(words.Say("正文数字", "Numbers in text")), places, words);
        using var workbook = new WorkbookFile(new WorkbookProperties(
            $"{words.Title} {document.Identity.Department} {document.Identity.FiscalYear}", document.Source.FileName, document.Source.Sha256));
        new CoverSheet(subject, cover, Contents(subject, words, exceptions.Sheet, ties, details, rules, figures, layouts), words).AddTo(workbook);
        new ExceptionsSheet(subject, exceptions, places, words).AddTo(workbook);
        new RelationsSheet(subject, ties, exceptions, places, figures, words).AddTo(workbook);
        new DetailSheet(subject, details, exceptions, words).AddTo(workbook);
        new RulesSheet(document, rules, words).AddTo(workbook);
        var flagged = new FlaggedCells(subject.Findings);
        var readings = new CellReadings(subject.Document, words);
        foreach (StatementPlacing layout in layouts)
            new StatementSheet(layout, flagged, readings, recomputation, subject, exceptions, words).AddTo(workbook);
        if (!figures.IsEmpty)
            figures.AddTo(workbook);
        workbook.CopyTo(output);
    }

    private static string SheetName(Statement statement) => $"{statement.Id} {statement.Title}";

    /// <summary>What a sheet holds, for whoever looks for something.</summary>
    private static (string Sheet, string About)[] Contents(ReportSubject subject, ReportWords words, string exceptions, string ties, string details, string rules, FigureSheet figures, ImmutableArray<StatementPlacing> layouts) =>
    [
        (exceptions, words.Say($"{subject.Findings.Length} 项，由重到轻；结论、理由、复核人、日期可直接填写", $"{subject.Findings.Length}, the gravest first; verdict, reason, reviewer and date can be filled in")),
        (ties, words.Say($"{subject.Relations.All.Length} 项勾稽关系，两边均为公式，可重新计算", $"{subject.Relations.All.Length} relations with both sides as formulas")),
        (details, words.Say("每项疑点不符的勾稽关系和涉及的单元格", "The relations that fail by each finding, and their cells")),
        (rules, words.Say("每条规则的核对结果", "What became of each rule")),
        .. layouts.Select(layout => (layout.Sheet, About(layout.Statement, words))),
        .. figures.IsEmpty ? ((string, string)[])[] : [(figures.Sheet, words.Say("勾稽关系用到的正文和绩效目标表数字", "Numbers of sentences and performance tables that relations use"))],
    ];

    private static string About(Statement statement, ReportWords words)
    {
        string pages = string.Join(words.Say("、", ", "), statement.Pages);
        return statement.Empty
            ? words.Say($"{statement.Label} 空表，第 {pages} 页", $"{statement.Label} empty, page {pages}").Trim()
            : words.Say($"{statement.Label} 第 {pages} 页，{statement.Rows.Length} 行", $"{statement.Label} page {pages}, {statement.Rows.Length} rows").Trim();
    }
}
