namespace Ingest.Ocr;

/// <summary>
/// How long a page may take. With the system's clock that is processor time of this process, that of all its threads together: on a
/// busy machine a page takes many times as long and costs no more. With a clock of the caller's own it is that clock's time.
/// </summary>
internal sealed class PageLimit : IDisposable
{
    private static readonly TimeSpan _lookEvery = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _met;
    private readonly TimeSpan _most;
    private readonly Func<TimeSpan> _spent;
    private readonly TimeSpan _before;
    private readonly ITimer? _watch;

    /// <param name="cancellation">That of the caller, which ends the page as well.</param>
    public PageLimit(TimeSpan most, TimeProvider clock, CancellationToken cancellation)
        : this(most, () => Environment.CpuUsage.TotalTime, cancellation) => _watch = clock == TimeProvider.System
            ? clock.CreateTimer(_ => Look(), null, _lookEvery, _lookEvery)
            : clock.CreateTimer(_ => End(), null, most, Timeout.InfiniteTimeSpan);

    /// <param name="spent">Time spent so far, whatever it was spent on before. Nobody looks at it but <see cref="Look"/>.</param>
    internal PageLimit(TimeSpan most, Func<TimeSpan> spent, CancellationToken cancellation)
    {
        (_most, _spent, _before) = (most, spent, spent());
        _met = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
    }

    /// <summary>Cancelled when the limit is met.</summary>
    public CancellationToken Token => _met.Token;

    /// <summary>Ends the page if it has spent more than it may.</summary>
    internal void Look()
    {
        if (_spent() - _before > _most)
            End();
    }

    public void Dispose()
    {
        _watch?.Dispose();
        _met.Dispose();
    }

    private void End()
    {
        try
        {
            _met.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The page was read in between.
        }
    }
}
