using System.CommandLine;
using System.Diagnostics;
using Ingest.App.Batch;
using Ingest.App.Composition;
using Ingest.App.Configuration;
using Ingest.App.Intake;
using Ingest.App.Readers;
using Ingest.App.Rebuild;
using Ingest.App.Words;
using Ingest.Contract.Text;
using Ingest.Store;

namespace Ingest.App.Cli;

/// <summary><c>ingest rebuild</c>: a damaged or lost store, made anew from the archive and the verdicts.</summary>
internal static class RebuildCommand
{
    public static Command Create(CompositionOptions composition)
    {
        ReportWords words = composition.Words;
        var paths = new Argument<string[]>("PATH")
        {
            Description = words.Say("就地读取过的文件或其文件夹；旧数据库还能读出时不必给出。", "Files and folders that were read in place; not needed where the old store can still tell."),
            Arity = ArgumentArity.ZeroOrMore,
        };
        Option<int> parallel = InputOptions.Parallel(words);
        var command = new DrainingCommand("rebuild", words.Say(
            "从归档、隔离区和复核结论文件重新建立数据库；旧文件改名保留。可随时中断、重复运行。",
            "Make the store anew from the archive, the quarantine and the file of verdicts; the old file is kept under another name. Can be stopped and repeated.")) { paths, parallel };
        command.SetAction(composition.Action(async (arguments, place, cancellation) =>
        {
            var named = BatchFiles.Find(arguments.GetValue(paths) ?? []);
            if (named.Missing.Count > 0)
                throw new SettingsException([.. named.Missing.Select(path => new Phrase($"{path} 不存在，请检查拼写。", $"{path} does not exist. Check the spelling."))]);
            place.Folders.PrepareForReading();
            try
            {
                using FolderLock? inbox = Directory.Exists(place.Folders.Inbox) ? FolderLock.Take(place.Folders.Inbox) : null;
                return await RunAsync(place, named.Files, arguments.GetValue(parallel), arguments.InvocationConfiguration, cancellation);
            }
            catch (FolderInUseException error)
            {
                await arguments.InvocationConfiguration.Error.WriteLineAsync(error.Text.In(words.Language));
                return ExitCode.Failed;
            }
        }));
        return command;
    }

    private static async Task<int> RunAsync(CompositionRoot place, IReadOnlyList<string> named, int parallel, InvocationConfiguration output, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        ReportWords words = place.Words;
        var salvage = Salvage.Of(place);
        foreach (Phrase problem in salvage.Problems)
            await output.Error.WriteLineAsync(problem.In(words.Language));
        var files = KeptFiles.Of(place.Folders, salvage.InPlace.Concat(named));
        string made = place.Folders.StoreFile + ".rebuilt";
        var screen = new BatchScreen(Screen.For(output.Output), words);
        await using (var tools = new BatchTools(place, Stores.OpenAlone(place.Settings.Store, made, place.Settings.StoreBusyWait), parallel, ReaderCommandLine.OfThisProgram(), made))
        {
            var run = new BatchRun(tools.Store, tools.Flow, tools.StepRetry, tools.Disk, move: false, words);
            var rebuild = new StoreRebuild(tools, (IRestorableStore)tools.Store, run, place);
            bool complete = false;
            await screen.ShowAsync(files.Read.Count + files.Duplicates.Count, async next => complete = await rebuild.ReadAsync(files, parallel, next, cancellation));
            if (!complete)
                return Unfinished(words.Say("有文件暂时不能处理，旧数据库未更换。请再运行一次。", "Some files could not be worked on for now; the old store was not replaced. Run this again."));
            int verdicts = rebuild.TakeVerdicts(salvage);
            IReadOnlyList<Phrase> problems = rebuild.Check();
            if (problems.Count > 0)
                return Unfinished(string.Join(Environment.NewLine, problems.Select(problem => problem.In(words.Language))));
            await rebuild.RenewReportsAsync(cancellation);
            tools.Index.Write();
            rebuild.Return(files);
            output.Output.WriteLine(words.Say(
                $"隔离 {files.SetAside.Count} 个，退回收件箱 {files.Unfinished.Count} 个，复核结论 {verdicts} 项。",
                $"{files.SetAside.Count} files set aside, {files.Unfinished.Count} returned to the inbox, {verdicts} verdicts."));
        }

        if (StoreFiles.Exchange(place.Settings.Store, place.Folders.StoreFile, made, place.Settings.StoreBusyWait) is { } kept)
            output.Output.WriteLine(words.Say($"旧数据库改名为 {kept}", $"The old store is now called {kept}"));
        screen.Summarise(Stopwatch.GetElapsedTime(start), place.Folders.StoreFile, place.Settings.Reports.Formats.Length > 0 ? place.Folders.Reports : null);
        return screen.AnyRefused ? ExitCode.UnreadableFile : ExitCode.Done;

        int Unfinished(string why)
        {
            output.Error.WriteLine(why);
            return ExitCode.Failed;
        }
    }
}
