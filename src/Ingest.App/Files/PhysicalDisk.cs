using Ingest.Contract.Text;

namespace Ingest.App.Files;

/// <summary>The file system of this machine.</summary>
internal sealed class PhysicalDisk : IDisk
{
    public bool FileExists(string path) => File.Exists(path);

    public (long Length, DateTimeOffset Modified) Stamp(string path)
    {
        var file = new FileInfo(path);
        return (file.Length, file.LastWriteTimeUtc);
    }

    public Stream OpenRead(string path) => RegularFile.OpenRead(path);

    public void Rename(string from, string to)
    {
        if (!NativeFiles.Rename(from, to, replace: true))
            throw new CrossedVolumesException(from, to);
    }

    public void Move(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        Flush(from);
        if (!NativeFiles.Rename(from, to, replace: false))
            CopyAndDelete(from, to);
        NativeFiles.FlushFolder(Path.GetDirectoryName(to)!);
    }

    public void Write(string path, ReadOnlySpan<byte> bytes)
    {
        byte[] all = bytes.ToArray();
        WholeFile.Write(path, file => file.Write(all));
    }

    public void Create(string path, Stream contents) => WholeFile.Create(path, contents);

    public void Delete(string path) => File.Delete(path);

    public string? IdentityOf(string path) => NativeFiles.Identity(path);

    public bool HasWriter(string path) => NativeFiles.HasWriter(path) == true;

    /// <summary>The source goes only when what is at the target, read back, is what the source still holds.</summary>
    private void CopyAndDelete(string from, string to)
    {
        (long, DateTimeOffset) before = Stamp(from);
        using (Stream source = OpenRead(from))
            WholeFile.Create(to, source);
        if (Hash(from) == Hash(to) && Stamp(from) == before)
        {
            File.Delete(from);
            return;
        }

        File.Delete(to);
        throw new IOException($"'{from}' was changed while it was copied to '{to}'.");
    }

    private string Hash(string path)
    {
        using Stream file = OpenRead(path);
        return FileHash.Of(file);
    }

    /// <summary>What others have written may still be in memory only; a file that may not be written is left to the system.</summary>
    private static void Flush(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, 1);
            file.Flush(flushToDisk: true);
        }
        catch (UnauthorizedAccessException)
        {
            // Read-only: the rename below decides whether it can be taken at all.
        }
    }
}

/// <summary>A step that must not become a copy would have been one.</summary>
internal sealed class CrossedVolumesException(string from, string to) : IOException($"'{from}' and '{to}' are on different volumes; a file is taken in one step, never copied.")
{
    public Phrase Text { get; } = new(
        $"{from} 与 {to} 不在同一个卷上，无法一步取走文件。",
        $"{from} and {to} are on different volumes; a file cannot be taken in one step.");
}
