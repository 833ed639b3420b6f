using System.Runtime.InteropServices;
using Ingest.App.Composition;

namespace Ingest.App.Cli;

/// <summary>
/// Ctrl-C, SIGTERM and SIGHUP (a closed terminal) ask the program to stop: what it has begun comes to a good end. Asked a second
/// time, or when that takes too long, it ends at once; whatever is unfinished then is taken up by the next start.
/// </summary>
internal sealed class Termination : IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    private readonly List<PosixSignalRegistration> _signals;

    private readonly TimeSpan _longest;

    private readonly Action<int> _end;

    private Timer? _impatience;

    private int _asked;

    /// <param name="longest">How long the end may take.</param>
    /// <param name="end">Ends the process with an exit code.</param>
    public Termination(TimeSpan longest, Action<int> end)
    {
        (_longest, _end) = (longest, end);
        _signals = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT }.Select(signal => PosixSignalRegistration.Create(signal, OnSignal))];
    }

    public CancellationToken Asked => _stop.Token;

    public void Dispose()
    {
        _signals.ForEach(signal => signal.Dispose());
        _impatience?.Dispose();
        _stop.Dispose();
    }

    /// <summary>What a signal does; the first asks, the second ends.</summary>
    public void Ask()
    {
        if (Interlocked.Increment(ref _asked) > 1)
        {
            _end(ExitCode.Cancelled);
            return;
        }

        _impatience = new Timer(_ => _end(ExitCode.Cancelled), null, _longest, Timeout.InfiniteTimeSpan);
        // Off the thread that delivers signals: whoever waits for the token may take a while, and a second signal must get through.
        _ = Task.Run(_stop.Cancel);
    }

    private void OnSignal(PosixSignalContext signal)
    {
        signal.Cancel = true;
        Ask();
    }
}
