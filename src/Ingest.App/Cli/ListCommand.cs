using System.CommandLine;
using System.Globalization;
using Ingest.App.Words;
using Ingest.Contract.Text;
using Ingest.Store;

namespace Ingest.App.Cli;

/// <summary><c>ingest list</c>: the stored documents.</summary>
internal static class ListCommand
{
    public static Command Create(CompositionOptions composition)
    {
        ReportWords words = composition.Words;
        var selection = new SelectionOptions(words);
        Option<bool> json = JsonLines.Option(words);
        var command = new Command("list", words.Say("按部门和年度列出已入库的文件。", "List the stored documents by body and year.")) { json };
        selection.AddTo(command);
        command.SetAction(composition.Query((arguments, place, store, output) =>
        {
            int count = 0;
            HashSet<string> judged = [.. store.Verdicts().Select(said => said.Sha256)];
            var damaged = new List<DamagedDocument>();
            foreach (StoredDocument document in store.Documents(selection.Query(arguments), damaged.Add))
            {
                count++;
                if (arguments.GetValue(json))
                    JsonLines.Write(output, document);
                else
                    output.WriteLine(Line(document, words) + (judged.Contains(document.Sha256) && store.TryRead(document.Sha256, damaged.Add, store.FindingsOf) is { } findings ? Reviewed(findings, words) : ""));
            }

            if (!arguments.GetValue(json))
                output.WriteLine(words.Say($"共 {count} 份。", $"{Plural.Of(count, "document")}."));
            return DamagedScreen.Tell(damaged, words, arguments.InvocationConfiguration.Error);
        }));
        return command;
    }

    /// <summary>"  已复核 3/9"; a finding on which nothing is decided counts as not reviewed.</summary>
    private static string Reviewed(IReadOnlyList<StoredFinding> findings, ReportWords words)
    {
        int done = findings.Count(found => found.Verdict is { IsDecided: true });
        return words.Say($"  已复核 {done}/{findings.Count}", $"  reviewed {done}/{findings.Count}");
    }

    /// <summary>"1a2b3c4d  2024 部门预算  某某局  错误 1 存疑 2 未能核对 0  25 页  file.pdf".</summary>
    private static string Line(StoredDocument document, ReportWords words) => string.Create(
        CultureInfo.InvariantCulture,
        $"{document.Sha256[..8]}  {document.FiscalYear?.ToString(CultureInfo.InvariantCulture) ?? "----"} {words.Of(document.Level)}{words.Of(document.Kind)}  {document.Department ?? words.Say("（部门不明）", "(body unknown)")}  {words.Of(Severity.Error)} {document.Errors} {words.Of(Severity.Warning)} {document.Warnings} {words.Unchecked} {document.Unchecked?.ToString(CultureInfo.InvariantCulture) ?? "?"}  {document.Pages} {words.Page}  {document.FileName}{Publication(document, words)}");

    private static string Publication(StoredDocument document, ReportWords words) => string.Concat(
        document.Supersedes is { } old ? words.Say($"（替代 {old[..8]}）", $" (replaces {old[..8]})") : "",
        document.IsReplaced ? words.Say("（已被替代）", " (replaced)") : "",
        document is { IsOrderUnsure: true, IsReplaced: false } ? words.Say("（有多份，先后不明）", " (one of several, order unsure)") : "");
}
