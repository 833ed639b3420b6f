using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Ingest.App.Composition;
using Ingest.App.Files;
using Ingest.Contract.Text;
using Ingest.Store;

namespace Ingest.App.Backup;

/// <summary>
/// A store and the verdicts in one file: a ZIP with <c>store</c>, <c>verdicts.jsonl</c> and <c>backup.json</c>, which has the hashes of
/// both. The archive of PDFs is not in it; the store says by hash and place what is there.
/// </summary>
internal sealed class BackupFile
{
    private const string StoreEntry = "store";

    private const string VerdictEntry = "verdicts.jsonl";

    private const string ManifestEntry = "backup.json";

    private static readonly JsonSerializerOptions _format = new(JsonSerializerDefaults.Web) { WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    private readonly string _path;

    private BackupFile(string path, BackupManifest manifest) => (_path, Manifest) = (path, manifest);

    public BackupManifest Manifest { get; }

    /// <summary>The store as it is at one moment, others may write meanwhile; the file is on the disk and has been read back when this returns.</summary>
    /// <exception cref="IOException">It cannot be written; what was there before is unchanged.</exception>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static BackupFile Write(string path, string kind, IDocumentStore store, VerdictJournal verdicts, TimeProvider clock)
    {
        string copy = path + ".copying";
        // What an earlier one left that was killed.
        StoreFiles.Delete(copy);
        try
        {
            store.CopyTo(copy);
            (int documents, int arrivals, int said) = Count(kind, copy);
            // After the store: a verdict is written down before it counts there.
            byte[] written = File.Exists(verdicts.Path) ? Whole(File.ReadAllBytes(verdicts.Path)) : [];
            WholeFile.Write(path, output =>
            {
                using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
                using Stream file = File.OpenRead(copy);
                BackupEntry[] entries = [Add(zip, StoreEntry, file), Add(zip, VerdictEntry, new MemoryStream(written))];
                using Stream manifest = zip.CreateEntry(ManifestEntry).Open();
                JsonSerializer.Serialize(manifest, new BackupManifest(BackupManifest.Version, kind, clock.GetUtcNow(), documents, arrivals, said, entries), _format);
            });
        }
        finally
        {
            StoreFiles.Delete(copy);
        }

        BackupFile backup = Open(path);
        backup.Verify(new Dictionary<string, Stream>(StringComparer.Ordinal));
        return backup;
    }

    /// <exception cref="BackupException">It is none, or of a newer program.</exception>
    public static BackupFile Open(string path)
    {
        try
        {
            using ZipArchive zip = ZipFile.OpenRead(path);
            using Stream stream = zip.GetEntry(ManifestEntry)?.Open() ?? throw new InvalidDataException($"{ManifestEntry} is not in it");
            BackupManifest manifest = JsonSerializer.Deserialize<BackupManifest>(stream, _format) ?? throw new InvalidDataException($"{ManifestEntry} is empty");
            if (manifest.Schema != BackupManifest.Version)
                throw new BackupException(new Phrase(
                    $"{path} 是另一版本程序的备份（{manifest.Schema}）。请使用该版本恢复。", $"{path} is a backup of another version of the program ({manifest.Schema}). Restore it with that."));
            return new BackupFile(path, manifest);
        }
        catch (Exception error) when (error is InvalidDataException or JsonException)
        {
            throw new BackupException(new Phrase($"{path} 不是 ingest backup 写的备份，或已损坏：{error.Message}", $"{path} is no backup that 'ingest backup' has written, or it is damaged: {error.Message}"));
        }
    }

    /// <summary>Writes the store to a file that must not exist, and reads the verdicts, comparing both with their hashes.</summary>
    /// <returns>The verdicts, as lines.</returns>
    /// <exception cref="BackupException">Something in it is not what was written.</exception>
    public byte[] Extract(string storeFile)
    {
        var verdicts = new MemoryStream();
        using (var store = new FileStream(storeFile, FileMode.CreateNew, FileAccess.Write))
        {
            Verify(new Dictionary<string, Stream>(StringComparer.Ordinal) { [StoreEntry] = store, [VerdictEntry] = verdicts });
            store.Flush(flushToDisk: true);
        }

        return verdicts.ToArray();
    }

    /// <summary>Reads everything, copying what is wanted.</summary>
    private void Verify(Dictionary<string, Stream> wanted)
    {
        try
        {
            using ZipArchive zip = ZipFile.OpenRead(_path);
            foreach (string name in (string[])[StoreEntry, VerdictEntry])
            {
                BackupEntry entry = Manifest.Files.SingleOrDefault(entry => entry.Name == name) ?? throw new InvalidDataException($"{ManifestEntry} does not tell of {name}");
                using Stream stream = zip.GetEntry(name)?.Open() ?? throw new InvalidDataException($"{name} is not in it");
                if (Copy(stream, wanted.GetValueOrDefault(name, Stream.Null), entry.Bytes) != entry.Sha256)
                    throw new InvalidDataException($"{name} has other bytes than were written");
            }
        }
        catch (InvalidDataException error)
        {
            throw new BackupException(new Phrase($"备份 {_path} 已损坏：{error.Message}", $"The backup {_path} is damaged: {error.Message}"));
        }
    }

    /// <returns>The hash of what was copied.</returns>
    private static string Copy(Stream from, Stream to, long length)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] block = new byte[1 << 16];
        for (long copied = 0; from.Read(block) is > 0 and var read; copied += read)
        {
            if (copied + read > length)
                throw new InvalidDataException("it is longer than what was written");
            hash.AppendData(block, 0, read);
            to.Write(block, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static BackupEntry Add(ZipArchive zip, string name, Stream contents)
    {
        using Stream stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        return new BackupEntry(name, contents.Length, Copy(contents, stream, contents.Length));
    }

    private static (int Documents, int Arrivals, int Verdicts) Count(string kind, string file)
    {
        using IDocumentStore copy = Stores.OpenAlone(kind, file, TimeSpan.Zero);
        return (copy.Documents(DocumentQuery.All, _ => { }).Count(), copy.Counts().Values.Sum(), copy.Verdicts().Count());
    }

    /// <summary>Without a line that is being written.</summary>
    private static byte[] Whole(byte[] lines) => lines[..(Array.LastIndexOf(lines, (byte)'\n') + 1)];
}

/// <summary>A file cannot be used as a backup.</summary>
internal sealed class BackupException(Phrase text) : Exception(text.English)
{
    public Phrase Text { get; } = text;
}
