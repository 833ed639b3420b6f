using Ingest.App.Configuration;
using Ingest.App.Intake;
using Ingest.Store;
using Microsoft.Extensions.Time.Testing;
using Polly.CircuitBreaker;

namespace Ingest.App.Tests.Intake;

public sealed class StepRetryTests : IDisposable
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(15);

    private readonly FakeTimeProvider _clock = new();

    private readonly LogProbe _log = new();

    private readonly FlowMetrics _metrics = new();

    private readonly StepRetry _retry;

    public StepRetryTests() =>
        _retry = new StepRetry(new RetrySettings { Attempts = 3, Delay = TimeSpan.FromMilliseconds(200), Pause = _pause }, _clock, _metrics, _log);

    public void Dispose() => _metrics.Dispose();

    [Fact]
    public async Task What_fails_in_passing_is_tried_again_until_it_works()
    {
        int calls = 0;

        int result = await Passing(_retry.TryAsync(() => ++calls < 3 ? throw new IOException("held by another program") : calls, default));

        Assert.Equal(3, result);
        Assert.Equal(2, _log.Of(201).Count);
        Assert.Contains("held by another program", _log.Of(201)[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(FileNotFoundException))]
    [InlineData(typeof(UnauthorizedAccessException))]
    [InlineData(typeof(InvalidOperationException))]
    public async Task What_will_fail_again_is_tried_once(Type kind)
    {
        int calls = 0;

        await Assert.ThrowsAsync(kind, () => _retry.TryAsync(() => Fail(), default));

        Assert.Equal(1, calls);

        void Fail()
        {
            calls++;
            throw (Exception)Activator.CreateInstance(kind)!;
        }
    }

    [Theory]
    [InlineData(StoreFailure.Busy, 4)]
    [InlineData(StoreFailure.DiskFull, 4)]
    [InlineData(StoreFailure.Unreachable, 4)]
    [InlineData(StoreFailure.Corrupt, 1)]
    [InlineData(StoreFailure.ReadOnly, 1)]
    [InlineData(StoreFailure.NewerSchema, 1)]
    public async Task A_store_is_asked_again_only_for_what_may_pass(StoreFailure failure, int expected)
    {
        int calls = 0;

        await Assert.ThrowsAsync<StoreException>(() => Passing(_retry.TryAsync(() => Fail(), default)));

        Assert.Equal(expected, calls);

        int Fail()
        {
            calls++;
            throw new StoreException(failure, "no");
        }
    }

    [Fact]
    public async Task When_failures_pile_up_nothing_is_tried_for_the_pause_and_then_again()
    {
        await PileUpAsync();

        Assert.NotEqual(TimeSpan.Zero, _retry.PauseLeft);
        await Assert.ThrowsAsync<BrokenCircuitException>(() => _retry.TryAsync(() => 1, default));

        _clock.Advance(_pause);

        // Without anybody trying: the watcher asks first, and tries only if the answer is yes.
        Assert.Equal(TimeSpan.Zero, _retry.PauseLeft);
        Assert.Equal(1, await _retry.TryAsync(() => 1, default));
        Assert.Equal(TimeSpan.Zero, _retry.PauseLeft);
    }

    [Fact]
    public async Task A_file_that_somebody_holds_does_not_keep_the_others_from_being_worked_on()
    {
        for (int file = 0; file < 5; file++)
            await Assert.ThrowsAsync<IOException>(() => Passing(_retry.RetryAsync<int>(() => throw new IOException("held"), default)));

        Assert.Equal(TimeSpan.Zero, _retry.PauseLeft);
    }

    [Fact]
    public async Task Being_cancelled_is_no_failure_and_ends_the_waiting()
    {
        using var cancel = new CancellationTokenSource();
        Task<int> waiting = _retry.TryAsync<int>(() => throw new IOException("held"), cancel.Token);
        await _log.SeesAsync(201);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private async Task PileUpAsync()
    {
        for (int call = 0; call < 3 && _retry.PauseLeft == TimeSpan.Zero; call++)
            await Assert.ThrowsAnyAsync<Exception>(() => Passing(_retry.TryAsync<int>(() => throw new IOException("No space left on device"), default)));
    }

    /// <summary>Lets time pass until the task has ended; a retry logs before it waits.</summary>
    private async Task<T> Passing<T>(Task<T> task)
    {
        while (!task.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.WhenAny(task, Task.Delay(1));
        }

        return await task;
    }
}
