using Ingest.App.Intake;
using Ingest.Review.Ports;

namespace Ingest.App.Review;

/// <summary>Sees changes of the store and the inbox by the times and lengths of their files, which any process may have changed.</summary>
internal sealed class StoreFileChanges(Locations folders, TimeProvider clock) : IStoreChanges
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(400);

    /// <summary>Files of the stores: what was written lately stands in the ones beside the first.</summary>
    private readonly string[] _files = [folders.StoreFile, folders.StoreFile + ".journal", folders.StoreFile + "-wal"];

    private readonly Lock _looking = new();

    private string _last = "";

    private long _version;

    public long Version
    {
        get
        {
            lock (_looking)
            {
                string now = string.Join('|', _files.Select(path => new FileInfo(path)).Select(file => file.Exists ? $"{file.LastWriteTimeUtc.Ticks} {file.Length}" : ""))
                    + Directory.GetLastWriteTimeUtc(folders.Inbox).Ticks;
                if (now != _last)
                    _version++;
                _last = now;
                return _version;
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
}
