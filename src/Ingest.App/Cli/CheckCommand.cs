using System.CommandLine;
using Ingest.App.Composition;
using Ingest.App.Files;
using Ingest.App.Intake;
using Ingest.App.Words;
using Ingest.Store;

namespace Ingest.App.Cli;

/// <summary><c>ingest check</c>: whether the store is sound and every file is where the store says.</summary>
internal static class CheckCommand
{
    public static Command Create(WorkplaceOptions workplace)
    {
        ReportWords words = workplace.Words;
        var hashes = new Option<bool>("--hashes") { Description = words.Say("另读出每个文件并比对其 SHA-256。", "Also read every file and compare its SHA-256.") };
        var command = new Command("check", words.Say(
            "检查数据库本身，以及其中记载的每个文件是否在原处。",
            "Check the store itself and that every file it names is at its place.")) { hashes };
        command.SetAction(workplace.Query((arguments, place, store, output) =>
        {
            int problems = 0;
            foreach (string problem in store.CheckIntegrity().Select(problem => problem.In(words.Language)).Concat(Files(store, arguments.GetValue(hashes), words)).Concat(Strangers(store, place.Folders, words)))
            {
                problems++;
                output.WriteLine(problem);
            }

            output.WriteLine(problems == 0 ? words.Say("一切正常。", "Everything is in order.") : words.Say($"{problems} 个问题。", $"{problems} problems."));
            return problems == 0 ? ExitCode.Done : ExitCode.Failed;
        }));
        return command;
    }

    private static IEnumerable<string> Files(IDocumentStore store, bool hashes, ReportWords words)
    {
        foreach (Arrival arrival in store.Arrivals())
        {
            if (arrival.Location is not { } path || arrival.State is ArrivalState.Claimed or ArrivalState.Withdrawn)
                continue;
            if (!File.Exists(path))
                yield return $"#{arrival.Id} {arrival.OriginalPath}: {words.Say($"{path} 已不在原处。", $"{path} is not there.")}";
            else if (hashes && !Matches(path, arrival.Sha256))
                yield return $"#{arrival.Id} {arrival.OriginalPath}: {words.Say($"{path} 的内容与收到时不同。", $"{path} has other bytes than came in.")}";
        }
    }

    /// <summary>Files in the archive that no arrival accounts for.</summary>
    private static IEnumerable<string> Strangers(IDocumentStore store, Locations folders, ReportWords words)
    {
        if (!Directory.Exists(folders.Archive))
            return [];
        HashSet<string> known = [.. store.Arrivals().Select(arrival => arrival.Location).OfType<string>()];
        return Directory.EnumerateFiles(folders.Archive, "*", SearchOption.AllDirectories).Where(path => !known.Contains(path))
            .Select(path => words.Say($"{path} 在归档文件夹中，但数据库没有记载。", $"{path} is in the archive, but the store does not know it."));
    }

    private static bool Matches(string path, string sha256)
    {
        using FileStream file = File.OpenRead(path);
        return FileHash.Of(file) == sha256;
    }
}
