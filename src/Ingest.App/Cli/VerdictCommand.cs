using System.CommandLine;
using Ingest.App.Export;
using Ingest.Store;

namespace Ingest.App.Cli;

/// <summary><c>ingest verdict</c>: records what a reviewer decided on a finding.</summary>
internal static class VerdictCommand
{
    public static Command Create(WorkplaceOptions workplace)
    {
        var name = new Argument<string>("FINDING") { Description = "As 'ingest show' prints it: 1a2b3c4d/0123456789abcdef, or the first digits of both." };
        var status = new Argument<VerdictStatus>("VERDICT") { Description = "open, confirmed (the document is wrong) or dismissed (it is not)." };
        var note = new Option<string?>("--note") { Description = "Why.", HelpName = "TEXT" };
        var by = new Option<string>("--by") { Description = "Who decides; the name of the user by default.", HelpName = "NAME", DefaultValueFactory = _ => Environment.UserName };
        var command = new Command("verdict", "Record a decision on a finding. It stays when the document is processed again; earlier decisions are kept.") { name, status, note, by };
        command.SetAction(workplace.Query((arguments, place, store, output) =>
        {
            (StoredDocument document, StoredFinding finding) = StoredNames.FindFinding(store, arguments.GetRequiredValue(name));
            var verdict = new Verdict(arguments.GetValue(status), arguments.GetValue(note), arguments.GetRequiredValue(by), TimeProvider.System.GetUtcNow());
            store.Judge(document.Sha256, finding.Fingerprint, verdict);
            output.WriteLine($"{StoredNames.Of(finding)}  {finding.Finding.Rule}: {Word(verdict.Status, place.Words)} ({verdict.Who})");
            return ExitCode.Done;
        }));
        return command;
    }

    public static string Word(VerdictStatus status, ReportWords words) => status switch
    {
        VerdictStatus.Confirmed => words.Say("属实", "confirmed"),
        VerdictStatus.Dismissed => words.Say("排除", "dismissed"),
        _ => words.Say("待复核", "open"),
    };
}
