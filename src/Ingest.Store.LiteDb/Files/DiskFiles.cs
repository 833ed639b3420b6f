using System.Diagnostics;

namespace Ingest.Store.LiteDb.Files;

/// <summary>
/// A database on a local disk: <c>name</c>, <c>name.journal</c> and <c>name.lock</c>. The lock is a file held
/// open for oneself, which the system gives back when the process ends; it stays when it is given back, since
/// who removed it could remove the one that a third has just taken.
/// </summary>
internal sealed class DiskFiles(string path) : IDatabaseFiles
{
    public const string JournalEnd = ".journal";

    public const string LockEnd = ".lock";

    private static readonly TimeSpan _firstPause = TimeSpan.FromMilliseconds(1);

    /// <summary>Those who wait look often, since the database is held for milliseconds at a time.</summary>
    private static readonly TimeSpan _longestPause = TimeSpan.FromMilliseconds(16);

    public string Path => path;

    public IDisposable Lock(TimeSpan wait)
    {
        long start = Stopwatch.GetTimestamp();
        TimeSpan pause = _firstPause;
        while (true)
        {
            try
            {
                return OpenLock();
            }
            catch (IOException error) when (FileFaults.IsHeldByAnother(error))
            {
                if (Stopwatch.GetElapsedTime(start) >= wait)
                    throw FileFaults.Busy(error, path);
            }

            // Another process is waited for, which no test's clock moves on.
            Task.Delay(pause).Wait();
            pause = pause < _longestPause ? pause * 2 : _longestPause;
        }
    }

    /// <summary>Makes sure that the file system keeps a second one out; some shares do not, and two writers at once destroy the database.</summary>
    /// <exception cref="StoreException">It does not.</exception>
    public void ProveLock(TimeSpan wait)
    {
        using IDisposable held = Lock(wait);
        try
        {
            OpenLock().Dispose();
        }
        catch (IOException error) when (FileFaults.IsHeldByAnother(error))
        {
            return;
        }

        throw new StoreException(StoreFailure.Unreachable, $"{path} lies where files cannot be locked. Put the store on a local disk.");
    }

    /// <summary>Puts another database, which nobody uses and whose journal is empty, in the place of this one.</summary>
    /// <param name="keptAs">What this one is called from then on.</param>
    public void Replace(string by, string keptAs, TimeSpan wait)
    {
        if (new FileInfo(by + JournalEnd) is { Exists: true, Length: > 0 })
            throw new StoreException(StoreFailure.Busy, $"{by} is still in use.");
        using IDisposable alone = Lock(wait);
        // The journal first: with the other's data it would be applied to what it does not belong to.
        foreach (string end in (string[])[JournalEnd, ""])
            if (File.Exists(path + end))
                File.Move(path + end, keptAs + end);
        File.Move(by, path);
        File.Delete(by + JournalEnd);
        File.Delete(by + LockEnd);
    }

    public IBlockFile OpenData(bool create) => Open(path, create);

    public IBlockFile OpenJournal(bool create) => Open(path + JournalEnd, create);

    private FileStream OpenLock() => new(path + LockEnd, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);

    // Sharing is allowed: the lock decides, and copies for a backup may be made at any time.
    private static DiskFile Open(string path, bool create) =>
        new(File.OpenHandle(path, create ? FileMode.OpenOrCreate : FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete));
}
