using System.CommandLine;
using Ingest.App.Composition;
using Ingest.App.Configuration;
using Ingest.App.Survey;
using Ingest.App.Words;
using Ingest.Contract.Text;
using Ingest.Store;

namespace Ingest.App.Cli;

/// <summary><c>ingest verdict</c>: records what a reviewer decided on a finding.</summary>
internal static class VerdictCommand
{
    public static Command Create(CompositionOptions composition)
    {
        ReportWords words = composition.Words;
        var name = new Argument<string>("FINDING") { Description = words.Say("疑点编号，见 ingest show，如 1a2b3c4d/0123456789abcdef；两段都可只写前几位。", "As 'ingest show' prints it: 1a2b3c4d/0123456789abcdef, or the first digits of both.") };
        var status = new Argument<VerdictStatus>("VERDICT")
        {
            Description = words.Say("open 待复核、confirmed 属实（文件有误）或 dismissed 排除（文件无误）。", "open, confirmed (the document is wrong) or dismissed (it is not)."),
            CustomParser = Choice.Parser<VerdictStatus>("<VERDICT>", words),
        };
        var note = new Option<string?>("--note") { Description = words.Say("理由。", "Why."), HelpName = "TEXT" };
        var by = new Option<string>("--by") { Description = words.Say("复核人；默认为当前用户名。", "Who decides; the name of the user by default."), HelpName = "NAME", DefaultValueFactory = _ => Environment.UserName };
        var command = new Command("verdict", words.Say(
            "记录对一项疑点的复核结论。重新处理文件后仍然有效，以前的结论一并保留。",
            "Record a decision on a finding. It stays when the document is processed again; earlier decisions are kept.")) { name, status, note, by };
        command.SetAction(composition.Query((arguments, place, store, output) =>
        {
            (StoredDocument document, StoredFinding finding) = StoredNames.FindFinding(store, arguments.GetRequiredValue(name));
            var verdict = new Verdict(arguments.GetValue(status), arguments.GetValue(note), arguments.GetRequiredValue(by), TimeProvider.System.GetUtcNow());
            if (!store.Judge(document.Sha256, finding.Fingerprint, verdict))
                throw new SettingsException(new Phrase(
                    $"{StoredNames.Of(finding)} 已不存在：文件刚被重新处理。ingest show {document.Sha256[..8]} 可列出现有的疑点。",
                    $"{StoredNames.Of(finding)} is gone: the document has just been processed again. 'ingest show {document.Sha256[..8]}' shows the findings that it has now."));
            output.WriteLine($"{StoredNames.Of(finding)}  {finding.Finding.Rule}: {VerdictWords.Of(verdict.Status, words)} ({verdict.Who})");
            return ExitCode.Done;
        }));
        return command;
    }
}
