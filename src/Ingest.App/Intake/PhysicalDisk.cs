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

    public Stream OpenRead(string path) => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);

    public void Rename(string from, string to) => File.Move(from, to, overwrite: true);

    public void Move(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        if (Volume.Of(from) == Volume.Of(to))
        {
            File.Move(from, to, overwrite: false);
            return;
        }

        MakeWhole(to, overwrite: false, unfinished => File.Copy(from, unfinished, overwrite: true));
        File.Delete(from);
    }

    public void Write(string path, ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        byte[] all = bytes.ToArray();
        MakeWhole(path, overwrite: true, unfinished => File.WriteAllBytes(unfinished, all));
    }

    public void Delete(string path) => File.Delete(path);

    /// <summary>Makes a file under another name first; what a full disk cuts short is removed, since it takes the room that the next attempt needs.</summary>
    private static void MakeWhole(string path, bool overwrite, Action<string> make)
    {
        string unfinished = path + Unfinished;
        try
        {
            make(unfinished);
            File.Move(unfinished, path, overwrite);
        }
        catch (IOException error)
        {
            File.Delete(unfinished);
            // The system does not always say where there is no room.
            if (error.GetType() == typeof(IOException) && !error.Message.Contains(path, StringComparison.Ordinal))
                throw new IOException($"{error.Message} : '{path}'", error);
            throw;
        }
    }
}
