using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ingest.App.Readers;
using Ingest.Contract.Documents;
using Ingest.Store;

namespace Ingest.App.Intake;

/// <summary>
/// Puts files and reports where they belong. The place is written to the store before the file moves, so
/// that after a crash the move is finished, not repeated under another name.
/// </summary>
internal sealed class Filing(Locations folders, IDocumentStore store, IDisk disk)
{
    /// <summary>Folder of the archive for what came in before.</summary>
    public const string Duplicates = "duplicates";

    /// <summary>What the name of the note for programs adds to its file's.</summary>
    public const string ReasonNote = ".reason.json";

    private static readonly JsonSerializerOptions _noteFormat = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _naming = new();

    /// <summary>Reports of a document have names of their own for ever: equal names of different files differ in the hash.</summary>
    public void WriteReports(BudgetDocument document, IEnumerable<ReportFile> reports)
    {
        string stem = Path.Combine(folders.Reports, Shelf(document.Identity.FiscalYear, document.Identity.Department), $"{Stem(document.Source.FileName)}-{document.Source.Sha256[..8]}");
        foreach (ReportFile report in reports)
            disk.Write(stem + report.Extension, report.Bytes.Span);
    }

    /// <summary>To <c>archive/year/body/</c>.</summary>
    public void Archive(Arrival arrival, string from, int? year, string? body) => Move(arrival, from, Path.Combine(folders.Archive, Shelf(year, body)));

    public void ArchiveDuplicate(Arrival arrival, string from) => Move(arrival, from, Path.Combine(folders.Archive, Duplicates));

    /// <summary>To <c>quarantine/</c>, with the reason beside it for people and for programs.</summary>
    public void Quarantine(Arrival arrival, string from, string reason, string message)
    {
        string to = Move(arrival, from, folders.Quarantine);
        var note = new { file = arrival.OriginalPath, sha256 = arrival.Sha256, bytes = arrival.Bytes, seenAt = arrival.SeenAt, reason, message, arrival = arrival.Id };
        disk.Write(to + ReasonNote, JsonSerializer.SerializeToUtf8Bytes(note, _noteFormat));
        disk.Write(to + ".reason.txt", System.Text.Encoding.UTF8.GetBytes($"{reason}\n{message}\n"));
    }

    /// <summary>Back to the inbox, to come in again; a file that was read in place stays there.</summary>
    public void Return(Arrival arrival, string from)
    {
        string name = Path.Combine(folders.Inbox, arrival.OriginalPath);
        if (name == from)
            return;
        disk.Move(from, disk.FileExists(name) ? Path.Combine(folders.Inbox, $"{arrival.Id}-{SafeFileName.Of(Path.GetFileName(arrival.OriginalPath))}") : name);
    }

    /// <summary>Removes the notes beside a file that has left the quarantine.</summary>
    public void DropNotes(string quarantined)
    {
        disk.Delete(quarantined + ReasonNote);
        disk.Delete(quarantined + ".reason.txt");
    }

    private static string Shelf(int? year, string? body) =>
        Path.Combine(year?.ToString(CultureInfo.InvariantCulture) ?? "未知年度", SafeFileName.Of(body ?? "未知部门"));

    /// <summary>Finishes a move that was announced before, or announces and makes one.</summary>
    private string Move(Arrival arrival, string from, string folder)
    {
        lock (_naming)
        {
            bool announced = arrival.Location is { } known && known != from && Path.GetDirectoryName(known) == folder;
            string to = announced ? arrival.Location! : FreeName(folder, arrival);
            if (announced && disk.FileExists(to))
            {
                // A link was made under the new name, or somebody else took it meanwhile.
                if (Matches(to, arrival.Sha256))
                {
                    disk.Delete(from);
                    return to;
                }

                to = FreeName(folder, arrival);
            }

            if (to != arrival.Location)
                store.Relocate(arrival.Id, to);
            disk.Move(from, to);
            return to;
        }
    }

    private string FreeName(string folder, Arrival arrival)
    {
        string name = Path.GetFileName(arrival.OriginalPath);
        string safe = SafeFileName.Of(name);
        string[] candidates = [safe, $"{Stem(name)}-{arrival.Sha256[..8]}.pdf", $"{Stem(name)}-{arrival.Sha256[..8]}-{arrival.Id}.pdf"];
        return candidates.Select(candidate => Path.Combine(folder, candidate)).FirstOrDefault(path => !disk.FileExists(path))
            ?? Path.Combine(folder, $"{arrival.Id}-{Guid.NewGuid():N}.pdf");
    }

    private bool Matches(string path, string sha256)
    {
        using Stream file = disk.OpenRead(path);
        return FileHash.Of(file) == sha256;
    }

    private static string Stem(string fileName) => Path.GetFileNameWithoutExtension(SafeFileName.Of(fileName));
}
