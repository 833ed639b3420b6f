using System.Text.Json;
using Ingest.Cluster.Files;

namespace Ingest.Cluster;

/// <summary>A worker's sign of life in the shared folder: what it is and how fast it works, written again and again while it works.</summary>
internal sealed class WorkerNote(ISharedFiles files, int readers, TimeProvider clock)
{
    private const string Start = "worker-";

    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(10), _minute = TimeSpan.FromMinutes(1);

    private readonly string _file = $"{Start}{Guid.NewGuid():N}.json";

    private readonly Queue<long> _lastMinute = new();

    private readonly Lock _counting = new();

    private long _read;

    /// <summary>Of this process.</summary>
    public static string Name { get; } = $"{Environment.MachineName}/{Environment.ProcessId}";

    public void Count()
    {
        lock (_counting)
        {
            _read++;
            _lastMinute.Enqueue(clock.GetTimestamp());
        }
    }

    /// <summary>Until cancelled; then the note is removed.</summary>
    public async Task KeepAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(_interval, clock);
        try
        {
            do
                await WriteAsync(cancellation);
            while (await timer.WaitForNextTickAsync(cancellation));
        }
        catch (OperationCanceledException)
        {
            await TryAsync(() => files.DeleteAsync(_file, CancellationToken.None));
        }
    }

    /// <summary>Those that have been written lately; a worker that was killed is soon no more among them.</summary>
    /// <exception cref="IOException">The shared folder cannot be looked into.</exception>
    public static async Task<IReadOnlyList<WorkerState>> FindAsync(ISharedFiles files, TimeProvider clock, CancellationToken cancellation)
    {
        var workers = new List<WorkerState>();
        DateTimeOffset oldest = clock.GetUtcNow() - 3 * _interval;
        foreach (SharedFile file in await files.ListAsync(Start, cancellation))
            if (file.WrittenAt >= oldest && await files.FindAsync(file.Name, cancellation) is { } note && Parse(note) is { } worker)
                workers.Add(worker);
        return [.. workers.OrderBy(worker => worker.Name, StringComparer.Ordinal)];
    }

    private static WorkerState? Parse(byte[] note)
    {
        try
        {
            return JsonSerializer.Deserialize<WorkerState>(note);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Task WriteAsync(CancellationToken cancellation)
    {
        WorkerState state;
        lock (_counting)
        {
            while (_lastMinute.TryPeek(out long oldest) && clock.GetElapsedTime(oldest) > _minute)
                _lastMinute.Dequeue();
            state = new WorkerState(Name, readers, _read, _lastMinute.Count);
        }

        return TryAsync(() => files.PutAsync(_file, JsonSerializer.SerializeToUtf8Bytes(state), cancellation));
    }

    /// <summary>A folder that cannot be reached keeps nobody from work; the next sign of life comes soon.</summary>
    private static async Task TryAsync(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (IOException)
        {
            // Nothing is written this time.
        }
    }
}
