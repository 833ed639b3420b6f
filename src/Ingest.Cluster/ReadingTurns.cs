namespace Ingest.Cluster;

/// <summary>Documents are read side by side, but one over which a worker may have died is read alone: the next death is then its own.</summary>
internal sealed class ReadingTurns(int atOnce) : IDisposable
{
    private readonly SemaphoreSlim _free = new(atOnce), _gathering = new(1);

    /// <returns>Ends the turn.</returns>
    public async Task<IDisposable> EnterAsync(bool alone, CancellationToken cancellation)
    {
        int places = alone ? atOnce : 1, taken = 0;
        // Two that each had some of the places would wait for each other.
        if (alone)
            await _gathering.WaitAsync(cancellation);
        try
        {
            while (taken < places)
            {
                await _free.WaitAsync(cancellation);
                taken++;
            }
        }
        catch
        {
            if (taken > 0)
                _free.Release(taken);
            throw;
        }
        finally
        {
            if (alone)
                _gathering.Release();
        }

        return new TakenTurn(() => _free.Release(places));
    }

    public void Dispose()
    {
        _free.Dispose();
        _gathering.Dispose();
    }

    private sealed class TakenTurn(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
