using System.CommandLine;
using Ingest.App.Batch;
using Ingest.App.Composition;
using Ingest.App.Files;
using Ingest.App.Intake;
using Ingest.App.Readers;
using Ingest.App.Words;
using Ingest.Store;
using Spectre.Console;

namespace Ingest.App.Cli;

/// <summary><c>ingest check</c>: whether the store is sound and every file is where the store says.</summary>
internal static class CheckCommand
{
    public static Command Create(CompositionOptions composition)
    {
        ReportWords words = composition.Words;
        var hashes = new Option<bool>("--hashes") { Description = words.Say("另读出每个文件并比对其 SHA-256。", "Also read every file and compare its SHA-256.") };
        var repair = new Option<bool>("--repair") { Description = words.Say("把损坏的文件内容从原文件重新读取；复核结论不变。", "Read documents that are damaged in the store again from their files; verdicts stay.") };
        Option<int> parallel = InputOptions.Parallel(words);
        var command = new Command("check", words.Say(
            "检查数据库本身（逐份读出，与日志核对）、其中记载的每个文件是否在原处，以及复核结论是否齐全。",
            "Check the store itself (every document is read and compared with the journal), that every file it names is at its place, and that no verdict is missing.")) { hashes, repair, parallel };
        command.SetAction(composition.Action(async (arguments, place, cancellation) =>
        {
            TextWriter output = arguments.InvocationConfiguration.Output;
            using IDocumentStore store = place.OpenExistingStore();
            IReadOnlyList<StoreProblem> stored = store.CheckIntegrity();
            string[] damaged = [.. stored.Select(problem => problem.Document).OfType<string>().Distinct()];
            if (arguments.GetValue(repair) && damaged.Length > 0)
            {
                await RepairAsync(place, damaged, arguments.GetValue(parallel), Screen.For(output), cancellation);
                stored = store.CheckIntegrity();
            }

            int problems = 0;
            foreach (string problem in stored.Select(problem => problem.Text.In(words.Language))
                .Concat(Files(store, arguments.GetValue(hashes), words)).Concat(Strangers(store, place.Folders, words)).Concat(Verdicts(store, place.Verdicts, words)))
            {
                problems++;
                output.WriteLine(problem);
            }

            output.WriteLine(problems == 0 ? words.Say("一切正常。", "Everything is in order.") : words.Say($"{problems} 个问题。", $"{problems} problems."));
            return problems == 0 ? ExitCode.Done : ExitCode.Failed;
        }));
        return command;
    }

    /// <summary>Reads documents again from wherever their files are kept.</summary>
    private static async Task RepairAsync(CompositionRoot place, IReadOnlyList<string> damaged, int parallel, IAnsiConsole console, CancellationToken cancellation)
    {
        place.Folders.PrepareForReading();
        await using var tools = new BatchTools(place, place.OpenExistingStore(), parallel, ReaderCommandLine.OfThisProgram());
        var work = new Reprocessing(tools.Store, tools.Readers, tools.FileArchive, tools.Reports, tools.Renewal, tools.StepRetry, tools.Disk, place.Versions, keep: true, place.Words);
        var screen = new ReprocessScreen(console, place.Words, most: 0);
        await work.RunAsync(damaged.Select(sha256 => (sha256, Name(tools.Store, sha256))).ToList(), parallel, screen.Report, cancellation);
        screen.Summarise(kept: true);
    }

    /// <summary>As it came in.</summary>
    private static string Name(IDocumentStore store, string sha256) => store.ArrivalsOf(sha256) is [var first, ..] ? Path.GetFileName(first.OriginalPath) : sha256;

    private static IEnumerable<string> Files(IDocumentStore store, bool hashes, ReportWords words)
    {
        // A place is recorded before its file moves: what is not there is looked for again at the end.
        Arrival[] missed = [.. store.Arrivals().Where(arrival => Problem(arrival, hashes, words) is not null)];
        return missed.Select(arrival => Problem(store.FindArrival(arrival.Id) ?? arrival, hashes, words)).OfType<string>();
    }

    private static string? Problem(Arrival arrival, bool hashes, ReportWords words)
    {
        if (arrival.Location is not { } path || arrival.State is ArrivalState.Claimed or ArrivalState.Withdrawn)
            return null;
        if (!File.Exists(path))
            return $"#{arrival.Id} {arrival.OriginalPath}: {words.Say($"{path} 已不在原处。", $"{path} is not there.")}";
        return hashes && !Matches(path, arrival.Sha256)
            ? $"#{arrival.Id} {arrival.OriginalPath}: {words.Say($"{path} 的内容与收到时不同。", $"{path} has other bytes than came in.")}"
            : null;
    }

    /// <summary>Files in the archive that no arrival accounts for.</summary>
    private static IEnumerable<string> Strangers(IDocumentStore store, Locations folders, ReportWords words)
    {
        if (!Directory.Exists(folders.Archive))
            return [];
        // The files first: each is known before it is there.
        string[] files = [.. Directory.EnumerateFiles(folders.Archive, "*", SearchOption.AllDirectories)];
        HashSet<string> known = [.. store.Arrivals().Select(arrival => arrival.Location).OfType<string>()];
        return files.Where(path => !known.Contains(path))
            .Select(path => words.Say($"{path} 在归档文件夹中，但数据库没有记载。", $"{path} is in the archive, but the store does not know it."));
    }

    /// <summary>What reviewers said stands in the store and outside of it.</summary>
    private static IEnumerable<string> Verdicts(IDocumentStore store, VerdictJournal journal, ReportWords words)
    {
        HashSet<StoredVerdict> written = [.. journal.Read(out IReadOnlyList<int> unreadable)];
        foreach (int line in unreadable)
            yield return words.Say($"{journal.Path} 第 {line} 行不是复核结论。", $"Line {line} of {journal.Path} is no verdict.");
        HashSet<StoredVerdict> stored = [.. store.Verdicts()];
        foreach (StoredVerdict said in stored.Except(written))
            yield return words.Say($"{journal.Path} 中没有数据库所存的一项复核结论：{Name(said)}。", $"A verdict of the store is not in {journal.Path}: {Name(said)}.");
        foreach (StoredVerdict said in written.Except(stored))
            yield return words.Say($"数据库中没有 {journal.Path} 所记的一项复核结论：{Name(said)}。", $"A verdict in {journal.Path} is not in the store: {Name(said)}.");

        static string Name(StoredVerdict said) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{said.Sha256[..Math.Min(8, said.Sha256.Length)]}/{said.Fingerprint} {said.Verdict.Who} {said.Verdict.At:u}");
    }

    private static bool Matches(string path, string sha256)
    {
        using FileStream file = File.OpenRead(path);
        return FileHash.Of(file) == sha256;
    }
}
