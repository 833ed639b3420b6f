using System.Text.Encodings.Web;
using System.Text.Json;
using Ingest.App.Files;
using Ingest.App.Words;
using Ingest.Store;

namespace Ingest.App.Intake;

/// <summary>
/// Puts files where they belong. The place is written to the store before the file moves, so
/// that after a crash the move is finished, not repeated under another name.
/// </summary>
internal sealed class FileArchive(Locations folders, IDocumentStore store, IDisk disk)
{
    /// <summary>Folder of the archive for what came in before.</summary>
    public const string Duplicates = "duplicates";

    /// <summary>What the name of the note for programs adds to its file's.</summary>
    public const string ReasonNote = ".reason.json";

    private static readonly JsonSerializerOptions _noteFormat = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _naming = new();

    /// <summary>To <c>archive/year/body/</c>.</summary>
    public string Archive(Arrival arrival, string from, int? year, string? body) => Move(arrival, from, Path.Combine(folders.Archive, ShelfName.Of(year, body)));

    public string ArchiveDuplicate(Arrival arrival, string from) => Move(arrival, from, Path.Combine(folders.Archive, Duplicates));

    /// <summary>To <c>quarantine/</c>, with the reason beside it for people and for programs.</summary>
    public string Quarantine(Arrival arrival, string from, string reason, string message)
    {
        string to = Move(arrival, from, folders.Quarantine);
        var note = new { file = PersonalNumbers.Mask(arrival.OriginalPath), sha256 = arrival.Sha256, bytes = arrival.Bytes, seenAt = arrival.SeenAt, reason, message = PersonalNumbers.Mask(message), arrival = arrival.Id };
        disk.Write(to + ReasonNote, JsonSerializer.SerializeToUtf8Bytes(note, _noteFormat));
        disk.Write(to + ".reason.txt", System.Text.Encoding.UTF8.GetBytes($"{reason}\n{PersonalNumbers.Mask(message)}\n"));
        return to;
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

    /// <summary>
    /// Finishes a move that was announced before, or announces and makes one. What arrives is what was read, by its hash: a file
    /// that was written to meanwhile is parted into the bytes that came in and what it is now, which comes in anew.
    /// </summary>
    /// <exception cref="LostBytesException">What came in cannot be had any more; what is there now is back in the inbox.</exception>
    private string Move(Arrival arrival, string from, string folder)
    {
        lock (_naming)
        {
            bool announced = arrival.Location is { } known && known != from && Path.GetDirectoryName(known) == folder;
            string to = announced ? arrival.Location! : FreeName(folder, arrival);
            // A link was made under the new name, or somebody else took it meanwhile.
            bool arrived = announced && disk.FileExists(to) && Hash(to) == arrival.Sha256;
            if (announced && !arrived && disk.FileExists(to))
                to = FreeName(folder, arrival);
            if (to != arrival.Location)
                store.Relocate(arrival.Id, to);
            if (Hash(from) == arrival.Sha256 && !disk.HasWriter(from))
            {
                if (arrived)
                    disk.Delete(from);
                else
                    disk.Move(from, to);
            }
            else
            {
                bool whole = arrived || CopyWhatCameIn(arrival, from, to);
                Return(arrival, from);
                if (!whole)
                    throw new LostBytesException(from, arrival.Sha256);
            }

            return to;
        }
    }

    /// <returns>False when the bytes that came in are no longer the beginning of the file.</returns>
    private bool CopyWhatCameIn(Arrival arrival, string from, string to)
    {
        byte[] cameIn = new byte[arrival.Bytes];
        using Stream file = disk.OpenRead(from);
        if (file.ReadAtLeast(cameIn, cameIn.Length, throwOnEndOfStream: false) < cameIn.Length || FileHash.Of(new MemoryStream(cameIn)) != arrival.Sha256)
            return false;
        disk.Create(to, new MemoryStream(cameIn));
        return true;
    }

    private string FreeName(string folder, Arrival arrival)
    {
        string name = Path.GetFileName(arrival.OriginalPath);
        string safe = SafeFileName.Of(name);
        string[] candidates = [safe, $"{ShelfName.Stem(name)}-{arrival.Sha256[..8]}.pdf", $"{ShelfName.Stem(name)}-{arrival.Sha256[..8]}-{arrival.Id}.pdf"];
        return candidates.Select(candidate => Path.Combine(folder, candidate)).FirstOrDefault(path => !disk.FileExists(path))
            ?? Path.Combine(folder, $"{arrival.Id}-{Guid.NewGuid():N}.pdf");
    }

    private string Hash(string path)
    {
        using Stream file = disk.OpenRead(path);
        return FileHash.Of(file);
    }
}
