namespace Ingest.App.Files;

/// <summary>
/// What is done to files that have come in. Methods throw <see cref="IOException"/> or
/// <see cref="UnauthorizedAccessException"/> and have then changed nothing that can be seen under the
/// final name.
/// </summary>
internal interface IDisk
{
    bool FileExists(string path);

    /// <summary>Length in bytes and time of the last change.</summary>
    (long Length, DateTimeOffset Modified) Stamp(string path);

    /// <summary>Fails while another program has the file open for itself.</summary>
    Stream OpenRead(string path);

    /// <summary>One step within one volume; replaces what has that name. Between volumes it fails: it never becomes a copy.</summary>
    void Rename(string from, string to);

    /// <summary>
    /// Renames within a volume, copies between volumes; the new name appears at once and whole, and is on the disk. The old one
    /// goes only when the copy, read back, has the same bytes. Never overwrites; makes the folder.
    /// </summary>
    void Move(string from, string to);

    /// <summary>The file appears at once and whole and is on the disk, in place of an earlier one; makes the folder.</summary>
    void Write(string path, ReadOnlySpan<byte> bytes);

    /// <summary>Copies a stream to a new file that appears at once and whole and is on the disk. Never overwrites; makes the folder.</summary>
    void Create(string path, Stream contents);

    /// <summary>Which file a path leads to, whatever its name; null when there is none, or the system does not say.</summary>
    string? IdentityOf(string path);

    /// <summary>Whether another program has the file open to write to it; false where the system does not tell.</summary>
    bool HasWriter(string path);

    /// <summary>Nothing happens when it is not there.</summary>
    void Delete(string path);
}
