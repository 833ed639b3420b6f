using System.Globalization;
using Ingest.App.Intake;
using Ingest.Review.Ports;
using Ingest.Store;

namespace Ingest.App.Review;

/// <summary>Sees changes of the store and the inbox by looking again and again, since any process may have changed them.</summary>
/// <param name="look">Something that is another text after every change; null where it cannot be seen now.</param>
/// <param name="rest">Between two looks: all open pages share one.</param>
internal sealed class WatchedChanges(Func<string?> look, TimeSpan rest, TimeProvider clock) : IStoreChanges
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(400);

    private readonly Lock _looking = new();

    private string? _last;

    private long? _looked;

    private long _version;

    public long Version
    {
        get
        {
            lock (_looking)
            {
                if (_looked is { } before && clock.GetElapsedTime(before) < rest)
                    return _version;
                _looked = clock.GetTimestamp();
                if (look() is { } now && now != _last)
                {
                    _version++;
                    _last = now;
                }

                return _version;
            }
        }
    }

    /// <summary>By the times and lengths of the store's files: what was written lately stands in the ones beside the first.</summary>
    public static WatchedChanges OfFiles(Locations folders, TimeProvider clock)
    {
        string[] files = [folders.StoreFile, folders.StoreFile + ".journal", folders.StoreFile + "-wal"];
        return new WatchedChanges(
            () => string.Join('|', files.Select(path => new FileInfo(path)).Select(file => file.Exists ? $"{file.LastWriteTimeUtc.Ticks} {file.Length}" : "")) + Inbox(folders), TimeSpan.Zero, clock);
    }

    /// <summary>By asking a store on a server how far it is. One that is away for a while has changed nothing.</summary>
    public static WatchedChanges OfServer(IDocumentStore store, Locations folders, TimeProvider clock)
    {
        return new WatchedChanges(Look, TimeSpan.FromSeconds(1), clock);

        string? Look()
        {
            try
            {
                return store.Mark() + Inbox(folders);
            }
            catch (StoreException)
            {
                return null;
            }
        }
    }

    public async Task<long> WaitAsync(long seen, CancellationToken cancellation)
    {
        while (Version == seen)
            await Task.Delay(_pause, clock, cancellation);
        return Version;
    }

    public void Changed()
    {
        lock (_looking)
            _version++;
    }

    private static string Inbox(Locations folders) => Directory.GetLastWriteTimeUtc(folders.Inbox).Ticks.ToString(CultureInfo.InvariantCulture);
}
