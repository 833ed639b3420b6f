using System.Text.Json;
using Ingest.App.Batch;
using Ingest.App.Intake;

namespace Ingest.App.Rebuild;

/// <summary>The files that a store is made anew from.</summary>
/// <param name="Read">To be read again: the archive, and what was read in place.</param>
/// <param name="Duplicates">Copies of these, after them.</param>
/// <param name="SetAside">In the quarantine, with the reason that was given.</param>
/// <param name="Unfinished">Taken from the inbox and not brought to their end.</param>
internal sealed record KeptFiles(IReadOnlyList<string> Read, IReadOnlyList<string> Duplicates, IReadOnlyList<SetAsideFile> SetAside, IReadOnlyList<string> Unfinished)
{
    public static KeptFiles Of(Locations folders, IEnumerable<string> inPlace)
    {
        string duplicates = Path.Combine(folders.Archive, FileArchive.Duplicates) + Path.DirectorySeparatorChar;
        ILookup<bool, string> archive = Pdfs(folders.Archive).ToLookup(path => path.StartsWith(duplicates, StringComparison.Ordinal));
        return new KeptFiles(
            [.. archive[false].Concat(inPlace).Distinct()], [.. archive[true]],
            [.. Pdfs(folders.Quarantine).Select(SetAsideFile.Of)], [.. Pdfs(folders.Processing)]);
    }

    private static IEnumerable<string> Pdfs(string folder) => Directory.Exists(folder) ? BatchFiles.Find([folder]).Files : [];
}

/// <param name="OriginalPath">Where it was dropped.</param>
internal sealed record SetAsideFile(string Path, string OriginalPath, string Reason, string Message)
{
    public static SetAsideFile Of(string path)
    {
        string note = path + FileArchive.ReasonNote;
        try
        {
            if (File.Exists(note) && JsonSerializer.Deserialize<Note>(File.ReadAllBytes(note), JsonSerializerOptions.Web) is { } said)
                return new SetAsideFile(path, said.File, said.Reason, said.Message);
        }
        catch (JsonException)
        {
            // The file itself counts; reading it again gives the reason anew ('ingest reprocess --failed').
        }

        return new SetAsideFile(path, System.IO.Path.GetFileName(path), "unknown", "");
    }

    private sealed record Note(string File, string Reason, string Message);
}
