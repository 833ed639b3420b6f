using System.CommandLine;
using Ingest.App.Batch;
using Ingest.App.Composition;
using Ingest.App.Readers;
using Ingest.App.Words;
using Ingest.Store;

namespace Ingest.App.Cli;

/// <summary><c>ingest reprocess</c>: reads kept files again and tells what changed.</summary>
internal static class ReprocessCommand
{
    private const int ChangesListed = 20;

    public static Command Create(CompositionOptions composition)
    {
        ReportWords words = composition.Words;
        var selection = new SelectionOptions(words);
        var failed = new Option<bool>("--failed") { Description = words.Say("重读未能读取的文件，而不是已入库的文件。", "Files that could not be read, instead of stored documents.") };
        var outdated = new Option<bool>("--outdated") { Description = words.Say("只重读由其他版本的阅读器、表式或规则读出的文件。", "Only documents read by another version of the reader, the layouts or the rules.") };
        var dryRun = new Option<bool>("--dry-run") { Description = words.Say("只说明会有什么变化，不作改动。", "Say what would change and keep everything as it is.") };
        var all = new Option<bool>("--all-changes") { Description = words.Say($"列出全部变化；否则每份文件最多 {ChangesListed} 项。", $"List every change; otherwise at most {ChangesListed} per document.") };
        Option<int> parallel = InputOptions.Parallel(words);
        var command = new DrainingCommand("reprocess", words.Say(
            "从原文件重新读取已入库的文件，说明哪些金额和疑点新增、消失或改变。",
            "Read stored documents again from their files, and say which facts and findings were added, are gone or changed.")) { failed, outdated, dryRun, all, parallel };
        selection.AddTo(command);
        command.SetAction(composition.Action(async (arguments, place, cancellation) =>
        {
            bool keep = !arguments.GetValue(dryRun);
            int workers = arguments.GetValue(parallel);
            if (keep)
                place.Folders.PrepareForReading();
            await using var tools = new BatchTools(place, place.OpenExistingStore(), workers, ReaderCommandLine.OfThisProgram());
            var work = new Reprocessing(tools.Store, tools.Readers, tools.FileArchive, tools.Reports, tools.Renewal, tools.StepRetry, tools.Disk, place.Versions, keep, words);
            var damaged = new List<DamagedDocument>();
            var screen = new ReprocessScreen(Screen.For(arguments.InvocationConfiguration.Output), words, arguments.GetValue(all) ? int.MaxValue : ChangesListed);
            if (arguments.GetValue(failed))
                await work.RunFailedAsync(tools.Store.Arrivals(ArrivalState.Quarantined).ToList(), workers, screen.Report, cancellation);
            else
                await work.RunAsync(Documents(tools.Store, selection.Query(arguments) with { OtherThan = arguments.GetValue(outdated) ? place.Versions : null }, damaged.Add), workers, screen.Report, cancellation);
            if (keep)
                tools.Index.Write();
            screen.Summarise(keep);
            return DamagedScreen.Tell(damaged, words, arguments.InvocationConfiguration.Error) != ExitCode.Done || screen.AnyFailed ? ExitCode.UnreadableFile : ExitCode.Done;
        }));
        return command;
    }

    /// <summary>A list: what is read must not be read from a store that changes meanwhile.</summary>
    private static List<(string Sha256, string Name)> Documents(IDocumentStore store, DocumentQuery query, Action<DamagedDocument> damaged) =>
        [.. store.Documents(query, damaged).Select(document => (document.Sha256, document.FileName))];
}
