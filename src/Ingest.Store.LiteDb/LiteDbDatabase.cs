using LiteDB;

namespace Ingest.Store.LiteDb;

/// <summary>
/// One open database file. A file beside it, locked while this one is open, keeps other processes out:
/// LiteDB's own lock holds on Windows only, and two processes at once destroy the database. Writers of this
/// process queue, readers do not wait for them.
/// </summary>
internal sealed class LiteDbDatabase : IDisposable
{
    private static readonly TimeSpan _retryPause = TimeSpan.FromMilliseconds(50);

    private readonly LiteDatabase _database;

    private readonly string _path;

    private readonly Lock _writing = new();

    private readonly FileStream _lock;

    private LiteDbDatabase(LiteDatabase database, string path, FileStream fileLock) => (_database, _path, _lock) = (database, path, fileLock);

    /// <param name="path">Its folder must exist.</param>
    /// <param name="clock">Measures the wait.</param>
    /// <param name="busyWait">How long to wait while another process has the file.</param>
    /// <exception cref="StoreException">It cannot be opened; says why.</exception>
    public static LiteDbDatabase Open(string path, TimeProvider clock, TimeSpan busyWait)
    {
        long start = clock.GetTimestamp();
        while (true)
        {
            try
            {
                // It stays when the lock is given up: who removed it could remove the one that a third has just taken.
                return Open(path, new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (Exception error) when (LiteDbErrors.Explain(error, path) is { } explained)
            {
                if (explained.Failure != StoreFailure.Busy || clock.GetElapsedTime(start) >= busyWait)
                    throw explained;
                Task.Delay(_retryPause, clock).Wait();
            }
        }
    }

    public ILiteCollection<BsonDocument> Collection(string name, BsonAutoId ids = BsonAutoId.ObjectId) => _database.GetCollection(name, ids);

    /// <summary>Brings the file to the newest schema.</summary>
    /// <exception cref="StoreException">It was written by a newer program, or is another program's.</exception>
    public void Upgrade(IReadOnlyList<Action<LiteDatabase>> steps) => Guarded(() => LiteDbSchema.Upgrade(_database, _path, steps));

    /// <summary>Runs one transaction; rolled back when <paramref name="change"/> throws.</summary>
    public T Write<T>(Func<T> change)
    {
        lock (_writing)
        {
            return Guarded(() =>
            {
                _database.BeginTrans();
                try
                {
                    T result = change();
                    _database.Commit();
                    return result;
                }
                catch
                {
                    _database.Rollback();
                    throw;
                }
            });
        }
    }

    /// <summary>Reads to the end: an open cursor would hold the pages that writers want to give back.</summary>
    public T Read<T>(Func<T> query) => Guarded(query);

    public void Dispose()
    {
        _database.Dispose();
        _lock.Dispose();
    }

    private static LiteDbDatabase Open(string path, FileStream fileLock)
    {
        try
        {
            // Paths and names are compared as they are; the default would take a.pdf and A.PDF for one.
            return new(new LiteDatabase(new ConnectionString { Filename = path, Collation = Collation.Binary }), path, fileLock);
        }
        catch (Exception error)
        {
            fileLock.Dispose();
            // What LiteDB makes of bytes that are none of its own: whatever comes of reading them.
            if (error is ArgumentException or IndexOutOfRangeException or OverflowException or NullReferenceException or InvalidCastException)
                throw LiteDbErrors.Damaged(error, path);
            throw;
        }
    }

    private void Guarded(Action step) => Guarded(() =>
    {
        step();
        return true;
    });

    private T Guarded<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception error) when (LiteDbErrors.Explain(error, _path) is { } explained)
        {
            throw explained;
        }
    }
}
