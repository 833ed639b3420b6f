using System.Globalization;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Causes;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;
using Ingest.Core.Checks.Rules;

namespace Ingest.Core.Checks.Findings;

/// <summary>One sentence that says what is wrong and what to look at.</summary>
internal static class CauseMessage
{
    public static Phrase Of(Cause cause, Relation lead, Verdict verdict, bool inDoubt)
    {
        Phrase relations = Relations(cause.Relations.Length);
        return cause.Best is { } best ? What(best) + relations : Difference(lead, verdict) + Unexplained(cause, inDoubt) + relations;
    }

    private static Phrase Unexplained(Cause cause, bool inDoubt)
    {
        Phrase search = cause.IsSearched ? Phrase.Same("") : new("；不符之处过多，未逐一查找有误的单元格", "; so much fails that the wrong cells were not searched for");
        return search + (inDoubt
            ? new Phrase("；表格可能读取有误，请先核对读取结果", "; the tables may have been read wrongly, check the reading first")
            : cause.IsSearched ? new Phrase("；未能指明哪一处有误，请逐项核对", "; no single figure explains it, check each")
            : new Phrase("，请逐项核对", ", check each"));
    }

    /// <summary>"T03 总计 合计 = …：左边 1.00 万元，右边 2.00 万元，相差 −1.00 万元".</summary>
    public static Phrase Difference(Relation relation, Verdict verdict) =>
        relation.Sentence + new Phrase("：左边 ", ": left side ") + Sides(relation, verdict, new("，右边 ", ", right side "));

    /// <summary>
    /// An expectation in the rule's own words, "…：T10 公务接待费 为 3.00 万元，对应金额为 0.00 万元，相差 3.00 万元": the amount that is
    /// compared is named, its counterpart may not be printed at all.
    /// </summary>
    public static Phrase Oddity(Relation relation, Verdict verdict) =>
        relation.Rule.Sentence + new Phrase("：", ": ") + Wording.Of(relation.Subject) + new Phrase(" 为 ", " is ")
        + Sides(relation, verdict, new("，对应金额为 ", ", its counterpart ")) + new Phrase("；口径可能不同，请核对", "; the scopes may differ, check");

    /// <summary>What the subject says, what the others make of it, and by how much these differ.</summary>
    private static Phrase Sides(Relation relation, Verdict verdict, Phrase other)
    {
        Phrase actual = AmountText.Printed(relation.Subject);
        Phrase expected = verdict.Expected is { } amount ? AmountText.Of(relation.Subject, amount) : new("无从计算", "cannot be computed");
        Phrase difference = verdict.Difference is { } by ? new Phrase("，相差 ", ", difference ") + AmountText.Of(relation.Subject, by) : Phrase.Same("");
        return actual + other + expected + difference;
    }

    private static Phrase What(Hypothesis best) => best.Kind switch
    {
        CauseKind.MissingRow => Missing(best),
        CauseKind.DuplicateRow => Row(best.Row!) + new Phrase(" 重复列示，合计只含一次，请删去一行", " is printed twice while the total counts it once; delete one"),
        CauseKind.NeighbourColumn => Amounts(best) + new Phrase("，疑似填错栏（或读取时错栏）", "; the amount seems to stand in the wrong column (or was read there)"),
        CauseKind.ShiftedRow => Row(best.Row!) + new Phrase(" 各栏金额疑似整体错位，请先核对读取结果，再核对原表", ": the amounts seem shifted by one column; check the reading first, then the table"),
        CauseKind.StaleTotal => Amounts(best) + new Phrase("，疑似分项改动后合计未更新", "; the total seems not to have been updated after its parts"),
        CauseKind.Unit => Unit(best),
        _ => Amounts(best),
    };

    private static Phrase Amounts(Hypothesis best) => Phrase.Join(new("；", "; "), best.Suspects.Take(4).Select(figure =>
        Wording.Of(figure) + new Phrase(" 印作 ", " is printed as ") + AmountText.Printed(figure)
        + new Phrase("，应为 ", ", should be ") + AmountText.Of(figure, best.Changes[figure])));

    private static Phrase Missing(Hypothesis best) => best.Row is { IsAbsent: true } row
        ? Row(row) + new Phrase(" 未列，而合计与其他表含有此项", " is not printed, though the totals and other tables contain it")
        : Row(best.Row!) + new Phrase(" 下的各行之和小于本行，疑似漏列一行", " exceeds the rows below it; a row seems to be missing");

    private static Phrase Unit(Hypothesis best)
    {
        string factor = (best.Factor >= 1 ? best.Factor : 1 / best.Factor).ToString("#,##0", CultureInfo.InvariantCulture);
        Phrase where = best.Row is { } row ? Row(row) : Phrase.Same(best.Suspects[0].Reference.Statement);
        return where + (best.Factor >= 1
            ? new($" 的金额小了 {factor} 倍，疑似单位误用", $": the amounts are {factor} times too small; the unit seems to be mistaken")
            : new($" 的金额大了 {factor} 倍，疑似单位误用", $": the amounts are {factor} times too large; the unit seems to be mistaken"));
    }

    private static Phrase Row(IndexedRow row) => Phrase.Same($"{row.Statement.Id} {row.Label}");

    private static Phrase Relations(int count) => count < 2 ? Phrase.Same("")
        : new($"（共 {count} 项关系不符）", $" ({count} relations fail)");
}
