using System.Globalization;
using Ingest.Review.Findings;
using Ingest.Review.Screens;
using Ingest.Review.Words;
using Ingest.Store;

namespace Ingest.Review.Routes;

/// <summary>A verdict as the page's script sends it.</summary>
/// <param name="Status">As <see cref="VerdictChoices"/> names it, or <c>undo</c>.</param>
/// <param name="All">For every finding of the same rule in the same document.</param>
internal sealed record JudgeRequest(IReadOnlyList<JudgeRequest.AskedFinding>? Findings, string? Status, string? Note, bool All)
{
    /// <param name="Seen">Ticks of the last verdict that the reviewer knew of.</param>
    public sealed record AskedFinding(string? Id, string? Seen);
}

/// <summary>What the script shows then.</summary>
/// <param name="Message">What others said meanwhile, or why nothing was recorded; null when there is nothing to say.</param>
internal sealed record JudgeAnswer(string Id, bool Recorded, string? Status, string Label, string? Who, string? At, string? Note, string? Seen, string? Message)
{
    public static JudgeAnswer Of(VerdictOutcome judgement, ReviewWords words)
    {
        Verdict? last = judgement.History is [.., var latest] ? latest : null;
        return new JudgeAnswer(
            judgement.Id.ToString(), judgement.IsRecorded, last is null ? null : VerdictChoices.Value(last.Status), words.OfVerdict(last), last?.Who,
            last is null ? null : words.Time(last.At), last?.Note, last?.At.UtcTicks.ToString(CultureInfo.InvariantCulture), Say(judgement, words));
    }

    private static string? Say(VerdictOutcome judgement, ReviewWords words)
    {
        if (!judgement.IsRecorded)
            return judgement.History is [.., var last]
                ? words.Say($"未改动：最近的结论是 {last.Who} 的“{words.Of(last.Status)}”，只能撤销自己的结论。", $"Nothing changed: the last verdict is {last.Who}'s \"{words.Of(last.Status)}\"; only your own can be undone.")
                : words.Say("未记录：没有可撤销的结论，或疑点已不存在。", "Nothing recorded: there is no verdict to undo, or the finding is gone.");
        return judgement.Unseen is [.., var other]
            ? words.Say($"已记录。请注意：{other.Who} 在 {words.Time(other.At)} 已判为“{words.Of(other.Status)}”。", $"Recorded. Mind that {other.Who} said \"{words.Of(other.Status)}\" at {words.Time(other.At)}.")
            : null;
    }
}
