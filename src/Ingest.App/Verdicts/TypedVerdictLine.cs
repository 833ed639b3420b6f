using Ingest.App.Words;

namespace Ingest.App.Verdicts;

/// <summary>What a person is told of the verdicts that were read back from a working paper.</summary>
internal static class TypedVerdictLine
{
    /// <summary>One line, or a conflict with both sides; null where nothing has changed.</summary>
    public static string? Of(TypedResult result, ReportWords words) => result.Outcome switch
    {
        TypedOutcome.Recorded => $"✓ {words.Finding()} {result.Row.Number}  {VerdictWords.Whole(result.Typed!, words)}",
        TypedOutcome.Conflict => words.Say(
            $"✗ 疑点 {result.Row.Number} 有冲突，未作改动\n    底稿：{VerdictWords.Whole(result.Typed!, words)}\n    现有：{VerdictWords.Whole(result.There!, words)}",
            $"✗ Finding {result.Row.Number} conflicts; nothing was changed\n    working paper: {VerdictWords.Whole(result.Typed!, words)}\n    there already: {VerdictWords.Whole(result.There!, words)}"),
        TypedOutcome.Gone => words.Say($"? 疑点 {result.Row.Number} 已不存在：文件在底稿写出之后重新处理过", $"? Finding {result.Row.Number} is gone: the document was processed again after the working paper was written"),
        TypedOutcome.NotUnderstood => words.Say(
            $"? 疑点 {result.Row.Number} 的结论“{result.Row.Status}”不能识别，可填属实、排除、待查或待复核",
            $"? The verdict '{result.Row.Status}' on finding {result.Row.Number} is not known; it can be confirmed, dismissed, pending or open"),
        _ => null,
    };

    /// <summary>"底稿.xlsx：记录 3 项，未变 5 项，冲突 1 项，其他未能记录 0 项。".</summary>
    public static string Summary(string name, IReadOnlyList<TypedResult> results, ReportWords words)
    {
        int Count(TypedOutcome outcome) => results.Count(result => result.Outcome == outcome);
        int others = Count(TypedOutcome.Gone) + Count(TypedOutcome.NotUnderstood);
        return words.Say(
            $"{name}：记录 {Count(TypedOutcome.Recorded)} 项，未变 {Count(TypedOutcome.Unchanged)} 项，冲突 {Count(TypedOutcome.Conflict)} 项，其他未能记录 {others} 项。"
                + (Count(TypedOutcome.Conflict) > 0 ? "加 --overwrite 可以底稿为准。" : ""),
            $"{name}: {Count(TypedOutcome.Recorded)} recorded, {Count(TypedOutcome.Unchanged)} unchanged, {Count(TypedOutcome.Conflict)} in conflict, {others} not taken for other reasons."
                + (Count(TypedOutcome.Conflict) > 0 ? " --overwrite records the working paper's." : ""));
    }
}
