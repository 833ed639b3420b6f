using Ingest.App.Words;
using Ingest.Contract.Documents;

namespace Ingest.App.Reports.Xlsx;

/// <summary>Every rule with an auditor's tick mark for how it was checked and what became of its instances.</summary>
internal sealed class RulesSheet(BudgetDocument document, string name, ReportWords words)
{
    private static readonly SheetColumn[] _columns = [new(11), new(54), new(15), new(9), new(9), new(11), new(9), new(9), new(11), new(10), new(40)];

    public void AddTo(WorkbookFile workbook) => workbook.AddSheet(
        new SheetPlan(name, _columns) { HeadRows = 1, FilterRow = 1, Protected = true, Footer = WorkbookFooter.Of(document) },
        sheet =>
        {
            sheet.StartRow(20);
            foreach (string head in (string[])[words.Rule, words.RuleSentence, words.TickMark, .. TallyColumns.Names(words), words.Missing])
                sheet.Text(head, CellStyle.Header);
            sheet.EndRow();
            foreach (RuleTally tally in document.Coverage?.Rules ?? [])
                Write(sheet, tally);
        });

    private void Write(SheetWriter sheet, RuleTally tally)
    {
        string sentence = RuleSentences.Of(tally.Rule, words.Language), missing = string.Join("；", tally.Missing);
        sheet.StartRow(RowHeight.Of([(sentence, _columns[1].Width), (missing, _columns[^1].Width)]));
        sheet.Text(tally.Rule, CellStyle.Text);
        sheet.Text(sentence, CellStyle.Text);
        sheet.Text(TallyColumns.TickMark(tally, words), CellStyle.Text with { Centred = true });
        int[] counts = TallyColumns.Counts(tally);
        for (int i = 0; i < counts.Length; i++)
            sheet.Number(counts[i], CellStyle.Number(0) with { Fill = i == TallyColumns.Inconsistent && counts[i] > 0 ? CellFill.Suspect : CellFill.None });
        sheet.Text(missing, CellStyle.Text);
        sheet.EndRow();
    }
}
