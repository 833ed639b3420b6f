namespace Ingest.App.Intake;

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

    /// <summary>One step within one volume; replaces what has that name.</summary>
    void Rename(string from, string to);

    /// <summary>Renames within a volume, copies between volumes; the new name appears at once and whole. Never overwrites; makes the folder.</summary>
    void Move(string from, string to);

    /// <summary>The file appears at once and whole, in place of an earlier one; makes the folder.</summary>
    void Write(string path, ReadOnlySpan<byte> bytes);

    /// <summary>Nothing happens when it is not there.</summary>
    void Delete(string path);
}
