using Ingest.App.Intake;
using Ingest.App.Watch;

namespace Ingest.App.Tests.Watch;

/// <summary>
/// A watcher at work in a workspace, in a time of its own: a tenth of a second passes whenever the watcher
/// has had a moment to act.
/// </summary>
internal sealed class RunningWatcher : IAsyncDisposable
{
    private const int Done = 302;

    /// <summary>In real time; only a test that fails takes so long.</summary>
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(3);

    private readonly CancellationTokenSource _stop = new();

    private readonly CancellationTokenSource _endOfTime = new();

    private readonly InboxHints _hints;

    private readonly Workspace _place;

    private readonly Task _time;

    public RunningWatcher(Workspace place)
    {
        _place = place;
        _hints = new InboxHints(place.Folders.Inbox, place.Settings.Watch, place.Clock, place.Log);
        var watcher = new Watcher(place.Settings, place.Folders, _hints, place.InboxClaims, place.Reports, new ReportIndex(place.Store, place.Folders, place.Settings.Reports.Formats, Workspace.Words), place.Flow, place.Guard, place.StepRetry, place.Metrics, place.Clock, Log);
        Ended = Task.Run(() => watcher.RunAsync(_stop.Token));
        _time = PassTimeAsync();
    }

    /// <summary>What the watcher itself says; what is said of files is in the workspace's log.</summary>
    public LogProbe<Watcher> Log { get; } = new();

    /// <summary>Ends when the watcher does, with what it died of.</summary>
    public Task Ended { get; }

    /// <summary>Returns when as many files as this have come to an end, counted from the start.</summary>
    public Task FinishesAsync(int files) => InTimeAsync(_place.Log.SeesAsync(Done, files));

    public Task SaysAsync(int id, int count = 1) => InTimeAsync(Log.SeesAsync(id, count));

    public async Task InTimeAsync(Task awaited)
    {
        Task first = await Task.WhenAny(awaited, Ended, Task.Delay(_limit));
        if (first == Ended)
            await Ended;
        Assert.True(first == awaited, "The watcher did not come so far.\n" + string.Join('\n', [.. Log.Lines, .. _place.Log.Lines]) + "\n" + string.Join('\n', _place.Store.Journal().Select(entry => entry.ToString())));
        await awaited;
    }

    /// <summary>As Ctrl-C does.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Ended.WaitAsync(_limit);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Ended.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _endOfTime.CancelAsync();
        await _time.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _hints.Dispose();
        _stop.Dispose();
        _endOfTime.Dispose();
    }

    private async Task PassTimeAsync()
    {
        while (true)
        {
            await Task.Delay(1, _endOfTime.Token);
            _place.Clock.Advance(TimeSpan.FromMilliseconds(100));
        }
    }
}
