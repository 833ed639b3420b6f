using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Core.Checks.Relations;

namespace Ingest.App.Reports;

/// <summary>What became of a rule, as the columns of a table.</summary>
internal static class TallyColumns
{
    /// <summary>Place of the failures among <see cref="Counts"/>.</summary>
    public const int Inconsistent = 3;

    public static string[] Names(ReportWords words) =>
    [
        words.Say("相符", "Consistent"), words.Say("舍入", "Rounding"), words.Say("舍入存疑", "Improbable rounding"), words.Say("不符", "Inconsistent"),
        words.Say("无定义", "Undefined"), words.Say("无法核对", "Not assessable"), words.Say("不适用", "Not applicable"),
    ];

    public static int[] Counts(RuleTally tally) =>
        [tally.Consistent, tally.Rounding, tally.ImprobableRounding, tally.Inconsistent, tally.Undefined, tally.NotAssessable, tally.NotApplicable];

    /// <summary>An auditor's mark: ∑ footed, ⊞ cross-footed, ≡ agreed to another table or sentence, ✗ fails, — not checked, ○ nothing to check.</summary>
    public static string TickMark(RuleTally tally, ReportWords words)
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
