using System.Globalization;
using Ingest.App.Compare;
using Ingest.App.Reports;
using Ingest.App.Words;
using Spectre.Console;

namespace Ingest.App.Batch;

/// <summary>Shows what reading again has changed.</summary>
/// <param name="most">Changes listed per document; the rest is counted.</param>
internal sealed class ReprocessScreen(IAnsiConsole console, ReportWords words, int most)
{
    private int _read;

    private int _changed;

    private int _rescued;

    private int _failed;

    public bool AnyFailed => _failed > 0;

    public void Report(ReprocessOutcome outcome)
    {
        switch (outcome)
        {
            case { Problem: { } problem }:
                _failed++;
                console.WriteLine($"× [{outcome.Sha256[..8]}] {BatchScreen.Said(outcome.Name, problem)}");
                break;
            case { Changes: null }:
                _rescued++;
                console.WriteLine($"+ {outcome.Name} [{outcome.Sha256[..8]}]: {words.Say("现已能读取", "can be read now")}; {TextReport.SummaryLine(outcome.Document!, words)}");
                break;
            default:
                _read++;
                if (!outcome.Changes.None)
                    Show(outcome, outcome.Changes);
                break;
        }
    }

    public void Summarise(bool kept)
    {
        console.WriteLine(words.Say(
            $"重读 {_read} 份，其中 {_changed} 份有变化；新读出 {_rescued} 份；未能读取 {_failed} 份。",
            $"{_read} documents read again, {_changed} of them changed; {_rescued} newly readable; {_failed} not readable."));
        if (!kept)
            console.WriteLine(words.Say("试运行：没有保存任何改动。", "Dry run: nothing was kept."));
    }

    private void Show(ReprocessOutcome outcome, DocumentChanges changes)
    {
        _changed++;
        string Counts(Func<ChangeKind, int> count) => $"+{count(ChangeKind.Added)} −{count(ChangeKind.Gone)} ~{count(ChangeKind.Changed)}";
        console.WriteLine($"~ {outcome.Name} [{outcome.Sha256[..8]}]: {words.Say("金额", "amounts")} {Counts(changes.Count)}; {words.Say("疑点", "findings")} {Counts(changes.CountFindings)}"
            + (changes.Identity ? words.Say("; 部门、年度或表式有变", "; body, year or layout changed") : ""));
        string[] lines =
        [
            .. changes.Findings.Select(change => $"    {Sign(change.Kind)} {change.Finding.Rule} {PersonalNumbers.Mask(change.Finding.Message)}"),
            .. changes.Facts.Select(change => $"    {Sign(change.Kind)} {change.Cell}: {Number(change.Before)} → {Number(change.After)}"),
        ];
        foreach (string line in lines.Take(most))
            console.WriteLine(line);
        if (lines.Length > most)
            console.WriteLine(words.Say($"    … 另有 {lines.Length - most} 项", $"    … {lines.Length - most} more"));
    }

    private static char Sign(ChangeKind kind) => kind switch { ChangeKind.Added => '+', ChangeKind.Gone => '−', _ => '~' };

    private static string Number(decimal? amount) => amount?.ToString(CultureInfo.InvariantCulture) ?? "·";
}
