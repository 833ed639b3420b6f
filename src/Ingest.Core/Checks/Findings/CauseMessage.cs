using System.Text.RegularExpressions;
using System.Collections.Immutable;
using System.Globalization;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Causes;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;
using Ingest.Core.Checks.Rules;

namespace Ingest.Core.Checks.Findings;

/// <summary>One sentence that says what is wrong, why, and what to look at.</summary>
internal static partial class CauseMessage
{
    /// <summary>Parts of a sum that a sentence names with their amounts.</summary>
    private const int MostNamed = 3;

    public static Phrase Of(Cause cause) => cause switch
    {
        { IsUndecided: true, Best: { } best } => Undecided(best, cause),
        { IsOpen: true, Best: { } best } => Difference(cause.Relations[0], cause.Relations[0].Evaluate(cause.Before)) + Open(best, cause),
        { Best: { } best } => What(best, cause),
        _ => Difference(cause.Relations[0], cause.Relations[0].Evaluate(cause.Before)) + Unexplained(cause),
    };

    public static Phrase Of(CodeMisprint misprint)
    {
        IndexedRow row = misprint.Row;
        return Wording.Of(row.Statement) + new Phrase($"第 {row.Source.Page} 页", $" page {row.Source.Page} ")
            + Phrase.Same($"“{row.Name}”") + new Phrase(
                $"的科目编码印作 {row.Source.Code}，应为 {misprint.Code}：改正后 {misprint.Relations.Length + misprint.Observations.Length} 处不符全部消除，金额无误",
                $": the code is printed as {row.Source.Code}, should be {misprint.Code}; with it all {misprint.Relations.Length + misprint.Observations.Length} contradictions are gone and no amount is wrong");
    }

    /// <summary>"《表》第 9 页“总计 · 合计”印作 159.24 万元，“人员经费”118.60 与“公用经费”40.63 之和为 159.23 万元，相差 0.01 万元".</summary>
    public static Phrase Difference(Relation relation, Evaluation evaluation)
    {
        Figure subject = relation.Subject;
        if (relation.Parts is null && evaluation.Expected is null)
            return relation.Sentence + new Phrase("：所比的数为 0，无从计算", ": what it is compared with is 0, so that it cannot be computed");
        Phrase printed = Wording.Of(subject) + new Phrase("印作 ", " is printed as ") + AmountText.Printed(subject) + new Phrase("，", ", ");
        Phrase expected = evaluation.Expected is { } amount ? AmountText.Of(subject, amount) : new("无从计算", "unknown");
        Phrase difference = evaluation.Difference is { } by ? new Phrase("，相差 ", ", difference ") + AmountText.Of(subject, by) : Phrase.Same("");
        return printed + Other(relation, expected) + difference;
    }

    private static Phrase Other(Relation relation, Phrase expected) => relation.Parts switch
    {
        null => new Phrase("按所述金额应为 ", "by the amounts stated it should be ") + expected,
        [] => new("其他表没有此项", "no other table has it"),
        var parts => (relation.IsBound ? new Phrase("超过", "which exceeds ") : Phrase.Same("")) + Named(relation.Subject, parts.Value)
            + (parts.Value.Length == 1 ? relation.IsBound ? new Phrase(" ", " ") : new Phrase("为 ", " is ") : new Phrase("合计 ", " make ")) + expected,
    };

    /// <summary>A sum of few parts with their amounts, of many with how many they are.</summary>
    private static Phrase Named(Figure subject, ImmutableArray<Term> parts)
    {
        if (parts is [{ Factor: 1 } only])
            return Wording.Beside(subject, only.Figure);
        IEnumerable<Phrase> named = parts.Take(parts.Length > MostNamed ? MostNamed - 1 : MostNamed).Select((term, i) =>
            Phrase.Same(term.Factor < 0 ? "− " : i == 0 ? "" : "+ ") + Wording.Beside(subject, term.Figure) + Phrase.Same(" ") + AmountText.Number(term.Figure));
        return Phrase.Join(Phrase.Same(" "), named)
            + (parts.Length > MostNamed ? new Phrase($" 等 {parts.Length} 项", $" … ({parts.Length} in all)") : Phrase.Same("")) + Phrase.Same(" ");
    }

    /// <summary>
    /// An expectation that no form demands: "《表》“公务接待费”为 3.00 万元，《表》“公务接待费”为 0.00 万元，相差 3.00 万元；口径可能不同".
    /// </summary>
    public static Phrase Oddity(Relation relation, Evaluation evaluation)
    {
        Figure subject = relation.Subject;
        Phrase expected = evaluation.Expected is { } amount ? AmountText.Of(subject, amount) : new("无从计算", "cannot be computed");
        Phrase difference = evaluation.Difference is { } by ? new Phrase("，相差 ", ", difference ") + AmountText.Of(subject, by) : Phrase.Same("");
        // What is expected is said in the rule's words, unless these speak of tables by numbers that the document does not print.
        Phrase expectation = NumberedTable().IsMatch(relation.Rule.Sentence.Chinese) ? Phrase.Same("") : relation.Rule.Sentence + new Phrase("：", ": ");
        return expectation + Wording.Of(subject) + new Phrase("为 ", " is ") + AmountText.Printed(subject) + new Phrase("，", ", ")
            + Other(relation, expected) + difference + new Phrase("；口径可能不同，请核对", "; the scopes may differ, check");
    }

    /// <summary>Both are named, and neither is called wrong.</summary>
    private static Phrase Undecided(Hypothesis best, Cause cause)
    {
        Relation lead = cause.Relations[0];
        Figure first = best.Suspects[0];
        Figure other = lead.Figures.First(figure => figure != first && figure.IsPrinted);
        return Wording.Of(first) + new Phrase("印作 ", " is printed as ") + AmountText.Printed(first) + new Phrase("，", ", ")
            + Wording.Of(other) + new Phrase("为 ", " as ") + AmountText.Printed(other)
            + new Phrase("，两处不一致，没有其他数字可以判定哪一处有误", "; the two differ and nothing else tells which is wrong");
    }

    /// <summary>The likeliest are named with what they would have to be; that one of them is wrong is not said.</summary>
    private static Phrase Open(Hypothesis best, Cause cause)
    {
        Figure lead = cause.Relations[0].Subject;
        IEnumerable<Phrase> candidates = cause.Alternatives.Prepend(best).Where(other => other is { Kind: CauseKind.Amount, Suspects: [_] }).Take(MostNamed - 1)
            .Select(other => Wording.Beside(lead, other.Suspects[0]) + new Phrase("或应为 ", " may have to be ") + AmountText.Of(other.Suspects[0], other.Changes[other.Suspects[0]]));
        return new Phrase("；单凭此数不能确定哪一处有误（如", "; this alone does not tell which is wrong (") + Phrase.Join(new("、", ", "), candidates) + new Phrase("），请逐项核对", "); check each");
    }

    private static Phrase Unexplained(Cause cause) => cause.IsSearched
        ? new Phrase("；未能指明哪一处有误，请逐项核对", "; no single figure explains it, check each") + Relations(cause)
        : new("；不符之处过多，未逐一查找有误的单元格，请逐项核对", "; so much fails that the wrong cells were not searched for; check each");

    private static Phrase What(Hypothesis best, Cause cause) => best.Kind switch
    {
        CauseKind.MissingRow => Missing(best, cause),
        CauseKind.DuplicateRow => Wording.Of(best.Row!) + new Phrase("重复列示，合计只含一次，请删去一行", " is printed twice while the total counts it once; delete one"),
        CauseKind.NeighbourColumn => Amounts(best) + new Phrase("，疑似填错栏（或读取时错栏）", "; the amount seems to stand in the wrong column (or was read there)"),
        CauseKind.ShiftedRow => Wording.Of(best.Row!) + new Phrase("各栏金额疑似整体错位，请先核对读取结果，再核对原表", ": the amounts seem shifted by one column; check the reading first, then the table"),
        CauseKind.ExchangedRows => Wording.Of(best.Row!) + new Phrase("与", " and ") + Phrase.Same($"“{Wording.Name(best.Other!)}”") + new Phrase("两行的金额疑似互换", ": the two rows seem to have each other's amounts"),
        CauseKind.StaleTotal => Amounts(best) + new Phrase("，疑似分项改动后合计未更新", "; the total seems not to have been updated after its parts") + CauseReasons.For(cause, best.Suspects[0]),
        CauseKind.Unit => Unit(best),
        _ => Amounts(best) + CauseReasons.For(cause, best.Suspects[0]),
    };

    private static Phrase Amounts(Hypothesis best) => Phrase.Join(new("；", "; "), best.Suspects.Take(4).Select((figure, i) =>
        (i == 0 ? Wording.Of(figure) : Wording.Beside(best.Suspects[0], figure)) + new Phrase("印作 ", " is printed as ") + AmountText.Printed(figure)
        + new Phrase("，应为 ", ", should be ") + AmountText.Of(figure, best.Changes[figure])));

    private static Phrase Missing(Hypothesis best, Cause cause)
    {
        if (best.Row is not { IsAbsent: true } row)
            return Wording.Of(best.Row!) + new Phrase("大于其下各行之和，疑似漏列一行", " exceeds the rows below it; a row seems to be missing");
        Phrase code = row.Code is null ? Phrase.Same("") : new Phrase($"（{row.Code}）", $" ({row.Code})");
        return Wording.Of(row.Statement) + new Phrase("未列“", " does not print “") + Phrase.Same(row.Name) + new Phrase("”", "”") + code
            + new Phrase("，而合计与其他表含有此项", ", though its totals and other tables contain it") + CauseReasons.For(cause, best.Suspects[0]);
    }

    private static Phrase Unit(Hypothesis best)
    {
        string factor = (best.Factor >= 1 ? best.Factor : 1 / best.Factor).ToString("#,##0", CultureInfo.InvariantCulture);
        Phrase where = best.Row is { } row ? Wording.Of(row) : best.Suspects[0].Row is { } first ? Wording.Of(first.Statement) : Wording.Of(best.Suspects[0]);
        return where + (best.Factor >= 1
            ? new($"的金额小了 {factor} 倍，疑似单位误用", $": the amounts are {factor} times too small; the unit seems to be mistaken")
            : new($"的金额大了 {factor} 倍，疑似单位误用", $": the amounts are {factor} times too large; the unit seems to be mistaken"));
    }

    private static Phrase Relations(Cause cause) => cause.Relations.Length < 2 ? Phrase.Same("")
        : new($"（共 {cause.Relations.Length} 项关系不符）", $" ({cause.Relations.Length} relations fail)");

    [GeneratedRegex("表[0-9]")]
    private static partial Regex NumberedTable();
}
