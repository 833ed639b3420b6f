namespace Ingest.App.Intake;

/// <summary>
/// How long each file has waited: from the look that first saw it, however often it is written meanwhile, until it is
/// done with. Safe to use from several threads.
/// </summary>
internal sealed class WaitingFiles(TimeProvider clock)
{
    private readonly Lock _gate = new();

    /// <summary>When each was first seen, by a clock that nobody can set.</summary>
    private Dictionary<string, long> _since = new(StringComparer.Ordinal);

    public int Count
    {
        get
        {
            lock (_gate)
                return _since.Count;
        }
    }

    /// <summary>How long the file that has waited longest has waited; zero when none waits.</summary>
    public TimeSpan Longest
    {
        get
        {
            lock (_gate)
                return _since.Count == 0 ? TimeSpan.Zero : clock.GetElapsedTime(_since.Values.Min());
        }
    }

    /// <summary>Takes note of all that wait now.</summary>
    public void Observe(IEnumerable<string> paths)
    {
        long now = clock.GetTimestamp();
        lock (_gate)
            _since = paths.Distinct(StringComparer.Ordinal).ToDictionary(path => path, path => _since.GetValueOrDefault(path, now), StringComparer.Ordinal);
    }

    public void Done(string path)
    {
        lock (_gate)
            _since.Remove(path);
    }
}
