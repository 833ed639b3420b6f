using Ingest.Store;

namespace Ingest.App.Tests.Watch;

/// <summary>How watching ends, and who may watch.</summary>
public sealed class WatcherStopTests : IDisposable
{
    private readonly Workspace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task A_second_watcher_on_the_inbox_refuses_and_the_first_goes_on()
    {
        await using var first = new RunningWatcher(_place);
        await first.SaysAsync(402);

        await using (var second = new RunningWatcher(_place))
            await Assert.ThrowsAsync<App.Intake.FolderInUseException>(() => second.Ended);

        _place.Drop("a.pdf", "a");
        await first.FinishesAsync(1);
    }

    [Fact]
    public async Task A_document_in_work_is_brought_to_its_end_when_the_watcher_is_stopped_and_nothing_new_is_begun()
    {
        var reading = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        _place.Settings.Readers.Count = 1;
        _place.Reading.Script = async (_, usual, _) =>
        {
            reading.TrySetResult();
            await go.Task;
            return usual;
        };
        _place.Drop("a.pdf", "a");
        _place.Drop("b.pdf", "b");
        await using var watcher = new RunningWatcher(_place);
        await watcher.InTimeAsync(reading.Task);

        Task stopped = watcher.StopAsync();
        await watcher.SaysAsync(403);
        go.SetResult();
        await stopped;

        Assert.Equal(["b.pdf"], Workspace.Files(_place.Folders.Inbox));
        Assert.Equal(1, _place.Store.Counts()[ArrivalState.Stored]);
        Assert.Empty(Workspace.Files(_place.Folders.Processing));
    }

    [Fact]
    public async Task A_document_that_outlasts_the_drain_time_is_taken_up_by_the_next_watcher()
    {
        _place.Settings.Watch.Drain = TimeSpan.FromMilliseconds(50);
        var reading = new TaskCompletionSource();
        _place.Reading.Script = async (_, usual, cancellation) =>
        {
            reading.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
            return usual;
        };
        _place.Drop("a.pdf", "a");
        await using (var first = new RunningWatcher(_place))
        {
            await first.InTimeAsync(reading.Task);
            await first.StopAsync();
        }

        Arrival claimed = Assert.Single(_place.Store.Arrivals());
        Assert.Equal(ArrivalState.Claimed, claimed.State);
        _place.Reading.Script = (_, usual, _) => Task.FromResult(usual);

        await using var second = new RunningWatcher(_place);
        await second.FinishesAsync(1);

        Assert.Equal((claimed.Id, ArrivalState.Stored), (Assert.Single(_place.Store.Arrivals()).Id, _place.Store.FindArrival(claimed.Id)!.State));
        Assert.NotNull(_place.Archived("2024", "某某局", "a.pdf"));
    }
}
