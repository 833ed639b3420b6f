using Ingest.App.Batch;
using Ingest.App.Readers;
using Ingest.Store;

namespace Ingest.App.Tests.Batch;

public sealed class BatchRunTests : IDisposable
{
    private readonly Workspace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Files_are_stored_and_stay_where_they_are_and_a_second_run_reads_nothing()
    {
        string[] files = [_place.Folder.Write("in/a.pdf", "a"), _place.Folder.Write("in/b.pdf", "b")];

        Assert.Equal([BatchStatus.Stored, BatchStatus.Stored], await RunAsync(files));
        Assert.Equal([BatchStatus.Known, BatchStatus.Known], await RunAsync(files));

        Assert.Equal(2, _place.Reading.Asked.Count);
        Assert.All(files, file => Assert.True(File.Exists(file)));
        Assert.All(_place.Store.Arrivals(), arrival => Assert.Equal(arrival.OriginalPath, arrival.Location));
    }

    [Fact]
    public async Task Only_what_is_new_or_changed_is_read()
    {
        string[] files = [_place.Folder.Write("in/a.pdf", "a"), _place.Folder.Write("in/b.pdf", "b")];
        await RunAsync(files);
        _place.Folder.Write("in/b.pdf", "b, corrected");

        Assert.Equal(
            [BatchStatus.Known, BatchStatus.Stored, BatchStatus.Stored],
            await RunAsync([.. files, _place.Folder.Write("in/c.pdf", "c")]));
    }

    [Fact]
    public async Task Equal_bytes_are_read_once_however_many_work_on_them()
    {
        string[] files = [.. Enumerable.Range(0, 8).Select(i => _place.Folder.Write($"in/{i}.pdf", "the same"))];

        _place.Reading.Script = async (_, usual, cancellation) =>
        {
            // Long enough for the others to come to the same point.
            await Task.Delay(100, cancellation);
            return usual;
        };

        BatchStatus[] outcomes = await RunAsync(files, parallel: 4);

        Assert.Equal((1, 7), (outcomes.Count(outcome => outcome == BatchStatus.Stored), outcomes.Count(outcome => outcome == BatchStatus.Duplicate)));
        Assert.Single(_place.Reading.Asked);
    }

    [Fact]
    public async Task A_run_that_was_stopped_goes_on_where_it_was()
    {
        using var stop = new CancellationTokenSource();
        string[] files = [.. Enumerable.Range(0, 6).Select(i => _place.Folder.Write($"in/{i}.pdf", $"{i}"))];
        _place.Reading.Script = (_, usual, cancellation) =>
        {
            if (_place.Reading.Asked.Count == 3)
                stop.Cancel();
            cancellation.ThrowIfCancellationRequested();
            return Task.FromResult(usual);
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(files, cancellation: stop.Token));
        Assert.Equal((2, 1), (_place.Store.Counts()[ArrivalState.Stored], _place.Store.Counts()[ArrivalState.Claimed]));
        Assert.Equal(0, _place.Store.Counts()[ArrivalState.Quarantined]);

        BatchStatus[] rest = await RunAsync(files);

        Assert.Equal([BatchStatus.Known, BatchStatus.Known, BatchStatus.Stored, BatchStatus.Stored, BatchStatus.Stored, BatchStatus.Stored], rest);
        Assert.Equal((6, 0), (_place.Store.Counts()[ArrivalState.Stored], _place.Store.Counts()[ArrivalState.Claimed]));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_refused_with_its_reason_in_this_run_and_the_next()
    {
        _place.Reading.Content = source => MadeDocument.Refused(source, "scanned");
        string file = _place.Folder.Write("in/scan.pdf", "a");

        Assert.Equal([BatchStatus.Refused], await RunAsync([file]));
        Assert.Equal([BatchStatus.Refused], await RunAsync([file]));

        Assert.Single(_place.Reading.Asked);
        Assert.True(File.Exists(file));
    }

    [Fact]
    public async Task A_file_that_vanishes_or_may_not_be_opened_is_put_off_and_taken_up_by_the_next_run()
    {
        string gone = _place.Folder.File("in/gone.pdf"), locked = _place.Folder.Write("in/locked.pdf", "a");
        _place.Disk.Fault = (step, path) => path == locked ? new UnauthorizedAccessException("denied") : null;

        Assert.Equal([BatchStatus.PutOff, BatchStatus.PutOff], await RunAsync([gone, locked]));
        _place.Disk.Fault = (_, _) => null;

        Assert.Equal([BatchStatus.Stored], await RunAsync([locked]));
    }

    [Fact]
    public async Task With_moving_files_go_to_the_archive_and_none_comes_back()
    {
        string file = _place.Folder.Write("in/a.pdf", "a");

        Assert.Equal([BatchStatus.Stored], await RunAsync([file], move: true));

        Assert.False(File.Exists(file));
        Assert.NotNull(_place.Archived("2024", "某某局", "a.pdf"));
    }

    [Fact]
    public async Task A_file_that_changes_between_its_hash_and_its_reading_is_put_off_and_read_as_it_is_next_time()
    {
        string file = _place.Folder.Write("in/a.pdf", "before");
        _place.Reading.Script = (request, usual, _) => Task.FromResult(
            ReadReply.Of(MadeDocument.Create(Hash("after")), [], TimeSpan.Zero));

        Assert.Equal([BatchStatus.PutOff], await RunAsync([file]));
        Assert.Empty(_place.Store.Documents(DocumentQuery.All));
        _place.Folder.Write("in/a.pdf", "after");

        Assert.Equal([BatchStatus.Stored], await RunAsync([file]));
        Assert.Equal((1, 1), (_place.Store.Counts()[ArrivalState.Withdrawn], _place.Store.Counts()[ArrivalState.Stored]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_store_that_is_away_for_a_while_costs_a_pause_and_no_file(int parallel)
    {
        string[] files = [.. Enumerable.Range(0, 8).Select(i => _place.Folder.Write($"in/{i}.pdf", $"{i}"))];
        DateTimeOffset back = _place.Clock.GetUtcNow().AddSeconds(5);
        _place.StoreFault = method => method is "Claim" or "Save" && _place.Clock.GetUtcNow() < back ? new StoreException(StoreFailure.Unreachable, "The server is starting.") : null;

        Assert.All(await PassAsync(RunAsync(files, parallel)), status => Assert.Equal(BatchStatus.Stored, status));

        Assert.Equal((8, 8), (_place.Store.Counts()[ArrivalState.Stored], _place.Store.Counts().Values.Sum()));
    }

    [Fact]
    public async Task A_store_that_stays_away_puts_off_all_files_after_one_pause_and_the_next_run_takes_them_up()
    {
        string[] files = [.. Enumerable.Range(0, 40).Select(i => _place.Folder.Write($"in/{i}.pdf", $"{i}"))];
        _place.StoreFault = method => method == "Claim" ? new StoreException(StoreFailure.Unreachable, "The server is gone.") : null;

        Assert.All(await PassAsync(RunAsync(files, parallel: 4)), status => Assert.Equal(BatchStatus.PutOff, status));

        _place.StoreFault = _ => null;
        Assert.All(await PassAsync(RunAsync(files, parallel: 4)), status => Assert.Equal(BatchStatus.Stored, status));
    }

    /// <summary>Lets time pass until the work is done.</summary>
    private async Task<T> PassAsync<T>(Task<T> work)
    {
        while (!work.IsCompleted)
        {
            _place.Clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Delay(1);
        }

        return await work;
    }

    private static string Hash(string text)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        return App.Files.FileHash.Of(stream);
    }

    /// <summary>What became of the files, in their order.</summary>
    private async Task<BatchStatus[]> RunAsync(string[] files, int parallel = 1, bool move = false, CancellationToken cancellation = default)
    {
        var outcomes = new Dictionary<string, BatchStatus>(StringComparer.Ordinal);
        var run = new BatchRun(_place.Store, _place.Flow, _place.StepRetry, _place.Disk, move, Workspace.Words);
        await run.RunAsync(files, parallel, outcome => outcomes.Add(outcome.Path, outcome.Status), cancellation);
        return [.. files.Select(file => outcomes[file])];
    }
}
