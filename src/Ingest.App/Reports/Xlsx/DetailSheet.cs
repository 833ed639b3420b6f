using Ingest.App.Words;
using Ingest.Contract.Documents;

namespace Ingest.App.Reports.Xlsx;

/// <summary>The relations that each finding makes fail, with their figures, and every cell that takes part.</summary>
internal sealed class DetailSheet(ReportSubject subject, string name, ExceptionPlaces places, ReportWords words)
{
    private static readonly SheetColumn[] _columns = [new(6), new(10), new(60), new(14), new(14), new(12), new(12), new(52)];

    private readonly CellNames _names = new(subject.Document, words);

    public void AddTo(WorkbookFile workbook) => workbook.AddSheet(
        new SheetPlan(name, _columns) { HeadRows = 1, FilterRow = 1, Protected = true, Footer = WorkbookFooter.Of(subject.Document) },
        sheet =>
        {
            sheet.StartRow(20);
            foreach (string head in (string[])[words.Number, words.Rule, words.Say("勾稽关系", "Relation"), words.Expected, words.Actual, words.Difference, words.Tolerance, words.Cells])
                sheet.Text(head, CellStyle.Header);
            sheet.EndRow();
            foreach (ReportedFinding found in subject.Findings)
                Write(sheet, found);
        });

    private void Write(SheetWriter sheet, ReportedFinding found)
    {
        Finding finding = found.Finding;
        string cells = string.Join("\n", finding.Cells.Select(_names.Of));
        FailedRelation[] relations = finding.Relations.IsEmpty
            ? [new FailedRelation(finding.Rule, RuleSentences.Of(finding.Rule, words.Language), finding.Expected, finding.Actual, finding.Difference, finding.Tolerance)]
            : [.. finding.Relations];
        for (int i = 0; i < relations.Length; i++)
            Write(sheet, found, relations[i], i == 0 ? cells : "");
    }

    private void Write(SheetWriter sheet, ReportedFinding found, FailedRelation relation, string cells)
    {
        sheet.StartRow(RowHeight.Of([(relation.Sentence, _columns[2].Width), (cells, _columns[7].Width)]));
        sheet.Number(found.Number, CellStyle.Number(0) with { Centred = true, Font = CellFont.Link });
        sheet.LinkTo(places.Of(found), words.Finding(found.Number));
        sheet.Text(relation.Rule, CellStyle.Text);
        sheet.Text(relation.Sentence, CellStyle.Text);
        foreach (decimal? amount in (ReadOnlySpan<decimal?>)[relation.Expected, relation.Actual, relation.Difference, relation.Tolerance])
            sheet.Number(amount, CellStyle.Number(amount is { } value ? Math.Min(value.Scale, (byte)6) : 2));
        sheet.Text(cells, CellStyle.Text);
        sheet.EndRow();
    }
}
