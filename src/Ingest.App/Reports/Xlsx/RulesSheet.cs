using Ingest.App.Words;
using Ingest.Contract.Documents;

namespace Ingest.App.Reports.Xlsx;

/// <summary>Every rule with an auditor's tick mark for how it was checked and what became of its instances.</summary>
internal static class RulesSheet
{
    private static readonly double[] _widths = [12, 60, 16, 10, 10, 12, 10, 10, 12, 12, 50];

    public static void Add(WorkbookFile workbook, BudgetDocument document, ReportWords words) =>
        workbook.AddSheet(words.Rules, _widths, frozenRows: 1, sheet =>
        {
            sheet.StartRow();
            foreach (string name in (string[])[words.Rule, words.RuleSentence, words.TickMark, .. TallyColumns.Names(words), words.Missing])
                sheet.Text(name, CellStyle.Header);
            sheet.EndRow();
            foreach (RuleTally tally in document.Coverage?.Rules ?? [])
                Write(sheet, tally, words);
        });

    private static void Write(SheetWriter sheet, RuleTally tally, ReportWords words)
    {
        sheet.StartRow();
        sheet.Text(tally.Rule, CellStyle.Text);
        sheet.Text(RuleSentences.Of(tally.Rule, words.Language), CellStyle.Text);
        sheet.Text(TallyColumns.TickMark(tally, words), CellStyle.Text with { Centred = true });
        int[] counts = TallyColumns.Counts(tally);
        for (int i = 0; i < counts.Length; i++)
            sheet.Number(counts[i], CellStyle.Number(0) with { Fill = i == TallyColumns.Inconsistent && counts[i] > 0 ? CellFill.Suspect : CellFill.None });
        sheet.Text(string.Join("；", tally.Missing), CellStyle.Text);
        sheet.EndRow();
    }
}
