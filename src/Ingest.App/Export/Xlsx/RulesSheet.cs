using Ingest.Core.Documents;
using Ingest.Core.Reconciliation.Relations;

namespace Ingest.App.Export.Xlsx;

/// <summary>
/// Every rule with an auditor's tick mark for how it was checked and what became of its instances.
/// </summary>
internal static class RulesSheet
{
    private static readonly double[] Widths = [12, 60, 16, 10, 10, 12, 10, 10, 12, 12, 50];

    public static void Add(WorkbookFile workbook, BudgetDocument document, ReportWords words) =>
        workbook.AddSheet(words.Rules, Widths, frozenRows: 1, sheet =>
        {
            sheet.StartRow();
            foreach (string name in Header(words))
                sheet.Text(name, CellStyle.Header);
            sheet.EndRow();
            foreach (RuleTally tally in document.Coverage?.Rules ?? [])
                Write(sheet, tally, words);
        });

    private static string[] Header(ReportWords words) =>
    [
        words.Rule, words.RuleSentence, words.Say("核对标记", "Tick mark"), words.Say("相符", "Consistent"), words.Say("舍入", "Rounding"),
        words.Say("舍入存疑", "Improbable rounding"), words.Say("不符", "Inconsistent"), words.Say("无定义", "Undefined"),
        words.Say("无法核对", "Not assessable"), words.Say("不适用", "Not applicable"), words.Say("缺少", "Missing"),
    ];

    private static void Write(SheetWriter sheet, RuleTally tally, ReportWords words)
    {
        sheet.StartRow();
        sheet.Text(tally.Rule, CellStyle.Text);
        sheet.Text(RuleSentences.Of(tally.Rule, words.Language), CellStyle.Text);
        sheet.Text(TickMark(tally, words), CellStyle.Text with { Centred = true });
        int[] counts = [tally.Consistent, tally.Rounding, tally.ImprobableRounding, tally.Inconsistent, tally.Undefined, tally.NotAssessable, tally.NotApplicable];
        for (int i = 0; i < counts.Length; i++)
            sheet.Number(counts[i], CellStyle.Number(0) with { Fill = i == 3 && counts[i] > 0 ? CellFill.Suspect : CellFill.None });
        sheet.Text(string.Join("；", tally.Missing), CellStyle.Text);
        sheet.EndRow();
    }

    /// <summary>∑ footed, ⊞ cross-footed, ≡ agreed to another table or sentence, ✗ fails, — not checked, ○ nothing to check.</summary>
    private static string TickMark(RuleTally tally, ReportWords words)
    {
        if (tally.Inconsistent > 0)
            return words.Say("✗ 不符", "✗ exception");
        if (tally.Consistent + tally.Rounding + tally.ImprobableRounding == 0)
            return tally.NotAssessable + tally.Undefined > 0 ? words.Say("— 未核对", "— not checked") : words.Say("○ 不适用", "○ not applicable");
        return RuleSentences.Find(tally.Rule)?.Class switch
        {
            RelationClass.Sum when tally.Rule.Contains("-row", StringComparison.Ordinal) => words.Say("⊞ 横向加总", "⊞ cross-footed"),
            RelationClass.Sum => words.Say("∑ 纵向加总", "∑ footed"),
            RelationClass.Copy or RelationClass.Unit => words.Say("≡ 与他表一致", "≡ agreed"),
            _ => words.Say("✓ 已核对", "✓ checked"),
        };
    }
}
