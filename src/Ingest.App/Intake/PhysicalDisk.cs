namespace Ingest.App.Intake;

/// <summary>The file system of this machine.</summary>
internal sealed class PhysicalDisk : IDisk
{
    /// <summary>What is being written or copied has this ending; the inbox ignores it.</summary>
    private const string Unfinished = ".part";

    public bool FileExists(string path) => File.Exists(path);

    public (long Length, DateTimeOffset Modified) Stamp(string path)
    {
        var file = new FileInfo(path);
        return (file.Length, file.LastWriteTimeUtc);
    }

    public Stream OpenRead(string path) => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, System.IO.FileOptions.SequentialScan);

    public void Rename(string from, string to) => File.Move(from, to, overwrite: true);

    public void Move(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        if (Volume.Of(from) == Volume.Of(to))
        {
            File.Move(from, to, overwrite: false);
            return;
        }

        string copy = to + Unfinished;
        File.Copy(from, copy, overwrite: true);
        File.Move(copy, to, overwrite: false);
        File.Delete(from);
    }

    public void Write(string path, ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string unfinished = path + Unfinished;
        File.WriteAllBytes(unfinished, bytes);
        File.Move(unfinished, path, overwrite: true);
    }

    public void Delete(string path) => File.Delete(path);
}
