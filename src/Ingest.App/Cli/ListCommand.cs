using System.CommandLine;
using System.Globalization;
using Ingest.App.Composition;
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
            foreach (StoredDocument document in store.Documents(selection.Query(arguments)))
            {
                count++;
                if (arguments.GetValue(json))
                    JsonLines.Write(output, document);
                else
                    output.WriteLine(Line(document, words));
            }

            if (!arguments.GetValue(json))
                output.WriteLine(words.Say($"共 {count} 份。", $"{count} documents."));
            return ExitCode.Done;
        }));
        return command;
    }

    /// <summary>"1a2b3c4d  2024 预算  某某局  错误 1 存疑 2 未能核对 0  25 页  file.pdf".</summary>
    private static string Line(StoredDocument document, ReportWords words) => string.Create(
        CultureInfo.InvariantCulture,
        $"{document.Sha256[..8]}  {document.FiscalYear?.ToString(CultureInfo.InvariantCulture) ?? "----"} {words.Of(document.Kind)}  {document.Department ?? words.Say("（部门不明）", "(body unknown)")}  {words.Of(Severity.Error)} {document.Errors} {words.Of(Severity.Warning)} {document.Warnings} {words.Unchecked} {document.Unchecked?.ToString(CultureInfo.InvariantCulture) ?? "?"}  {document.Pages} {words.Page}  {document.FileName}{(document.Supersedes is { } old ? words.Say($"（替代 {old[..8]}）", $" (replaces {old[..8]})") : "")}");
}
