using System.Collections.Concurrent;
using Ingest.App.Readers;

namespace Ingest.App.Review;

/// <summary>Reader processes that write reports of one format each, started when the first is asked for.</summary>
internal sealed class ReportWriters(Func<string, ReaderPool> start) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<ReaderPool>> _pools = new(StringComparer.Ordinal);

    public IDocumentReading Of(string format) => _pools.GetOrAdd(format, one => new Lazy<ReaderPool>(() => start(one))).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (Lazy<ReaderPool> pool in _pools.Values)
            await pool.Value.DisposeAsync();
    }
}
