using Ingest.Store.LiteDb.Files;
using LiteDB;
using LiteDB.Engine;

namespace Ingest.Store.LiteDb;

/// <summary>
/// A LiteDB database that is opened for one question or one change at a time, under a lock that all processes
/// respect: while one writes, others wait for milliseconds. LiteDB's engine works on
/// <see cref="PageStream"/>, and a change counts when <see cref="PageJournal"/> has it on the disk; the
/// engine's own log, which is neither flushed nor protected by digests, never leaves the memory. Its page
/// cache lives as long as the opening.
/// </summary>
/// <remarks>
/// Everything within one opening happens on the thread that called. An opening within an opening would wait
/// for itself.
/// </remarks>
internal sealed class LiteDbDatabase(IDatabaseFiles files, TimeSpan busyWait, long journalLimit) : IDisposable
{
    /// <summary>Beyond this, committed pages are moved to the data file before the next change: 1,000 pages, as many as SQLite lets gather.</summary>
    public const long JournalLimit = 1000L * PageJournal.PageSize;

    /// <summary>And in any case beyond half of the data file, but not below this: on a small volume what waits must find room there.</summary>
    private const long LeastJournal = 64L * PageJournal.PageSize;

    private readonly Lock _turn = new();

    private readonly PageJournal _journal = new(files.Path);

    private bool _written;

    public string Path => files.Path;

    /// <summary>Asks; the answer must not be read after the opening.</summary>
    public T Read<T>(Func<Opening, T> question) => Open(create: false, (data, journal) =>
    {
        var pages = new PageStream(data, journal, _journal);
        using LiteDatabase engine = Start(pages);
        return question(new Opening(engine));
    });

    /// <summary>Makes one change: on the disk when this returns, not made at all when it throws.</summary>
    public T Write<T>(Func<Opening, T> change) => Write(create: false, (engine, _) =>
    {
        engine.BeginTrans();
        T result = change(new Opening(engine));
        engine.Commit();
        return result;
    });

    /// <summary>Changes collections and indexes, which the engine does outside of its transactions only; one change all the same. Makes the files when they are not there.</summary>
    /// <param name="change">Given the engine, and what writes the database as it was before the change to a new file.</param>
    public void Shape(Action<LiteDatabase, Action<string>> change) => Write(create: true, (engine, copy) =>
    {
        change(engine, copy);
        return true;
    });

    /// <summary>Writes what is committed to a new file. Others wait for as long as that takes.</summary>
    public void CopyTo(string file) => Open(create: false, (data, journal) =>
    {
        Copy(data, journal, file);
        return true;
    });

    /// <summary>Leaves everything in the data file, so that it can be copied alone.</summary>
    public void Dispose()
    {
        if (!_written)
            return;
        try
        {
            Settle();
        }
        catch (StoreException)
        {
            // Nothing is lost by it: what is in the journal is as safe there, and whoever comes next finds it.
        }
    }

    /// <summary>Moves what is in the journal to the data file.</summary>
    public void Settle() => Open(create: false, (data, journal) =>
    {
        if (_journal.DataLength is not null)
            _journal.Checkpoint(journal, data);
        return true;
    });

    private void Copy(IBlockFile data, IBlockFile journal, string file)
    {
        using var pages = new PageStream(data, journal, _journal);
        NewFile.Write(file, pages);
    }

    private T Write<T>(bool create, Func<LiteDatabase, Action<string>, T> change) => Open(create, (data, journal) =>
    {
        if (_journal.End > Math.Min(journalLimit, Math.Max(LeastJournal, data.Length / 2)))
            _journal.Checkpoint(journal, data);
        var pages = new PageStream(data, journal, _journal);
        T result;
        using (LiteDatabase engine = Start(pages))
        {
            result = change(engine, file => CopyFailedException.AsIOException(() => Copy(data, journal, file)));
            // From the engine's log to its data file; closing would do the same and hide that it failed.
            engine.Checkpoint();
        }

        if (pages.Changed.Count > 0)
        {
            Append(data, journal, pages);
            _written = true;
        }

        return result;
    });

    /// <summary>Where the volume is full, the room that the journal takes is won back first.</summary>
    private void Append(IBlockFile data, IBlockFile journal, PageStream pages)
    {
        try
        {
            _journal.Append(journal, pages.Changed, pages.Length);
        }
        catch (IOException error) when (FileFaults.IsFull(error) && _journal.DataLength is not null)
        {
            _journal.Checkpoint(journal, data);
            _journal.Append(journal, pages.Changed, pages.Length);
        }
    }

    /// <summary>Paths and names are compared as they are; by default a.pdf and A.PDF would be one.</summary>
    private static LiteDatabase Start(PageStream pages) => new(new LiteEngine(new EngineSettings { DataStream = pages, Collation = Collation.Binary }));

    private T Open<T>(bool create, Func<IBlockFile, IBlockFile, T> work)
    {
        lock (_turn)
        {
            try
            {
                using IDisposable alone = files.Lock(busyWait);
                using IBlockFile data = files.OpenData(create);
                using IBlockFile journal = files.OpenJournal(create);
                _journal.Refresh(journal);
                return work(data, journal);
            }
            catch (Exception error) when (LiteDbErrors.Explain(error, Path) is { } explained)
            {
                throw explained;
            }
        }
    }
}
