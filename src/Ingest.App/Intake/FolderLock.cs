using Ingest.Contract.Text;

namespace Ingest.App.Intake;

/// <summary>A folder is being used by another process.</summary>
internal sealed class FolderInUseException(Phrase text, Exception inner) : Exception(text.English, inner)
{
    public Phrase Text { get; } = text;
}

/// <summary>
/// Makes sure that one process uses a folder: a file in it is held open. The system lets go of it when the
/// process ends in whatever way.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    private const string Name = InboxScanner.OwnPrefix + ".lock";

    private readonly string _path;

    private FileStream _file;

    private FolderLock(string path, FileStream file) => (_path, _file) = (path, file);

    /// <exception cref="FolderInUseException">Another process has it.</exception>
    /// <exception cref="IOException">The folder cannot be reached.</exception>
    public static FolderLock Take(string folder)
    {
        string path = Path.Combine(folder, Name);
        return new FolderLock(path, Open(path));
    }

    /// <summary>True while a process holds the folder.</summary>
    public static bool IsTaken(string folder)
    {
        string path = Path.Combine(folder, Name);
        if (!File.Exists(path))
            return false;
        try
        {
            Open(path).Dispose();
            return false;
        }
        catch (FolderInUseException)
        {
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Takes the folder again when it was removed and made anew.</summary>
    /// <returns>True when that was so.</returns>
    /// <exception cref="FolderInUseException">Another process was faster.</exception>
    public bool Renew()
    {
        if (File.Exists(_path))
            return false;
        _file.Dispose();
        _file = Open(_path);
        return true;
    }

    public void Dispose() => _file.Dispose();

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (error is not (DirectoryNotFoundException or FileNotFoundException) && File.Exists(path))
        {
            throw new FolderInUseException(
                new Phrase(
                    $"{Path.GetDirectoryName(path)} 已有另一个进程在监视。请先停止那个进程，或为本进程另设文件夹。",
                    $"{Path.GetDirectoryName(path)} is already being watched by another process. Stop that one first, or give this one a folder of its own."),
                error);
        }
    }
}
