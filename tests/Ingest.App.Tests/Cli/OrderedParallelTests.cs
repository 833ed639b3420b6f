using Ingest.App.Cli;

namespace Ingest.App.Tests.Cli;

public class OrderedParallelTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Results_come_in_the_order_of_the_items_however_their_ends_fall_together(int workers)
    {
        int[] items = [.. Enumerable.Range(0, 50_000)];
        var seen = new List<int>(items.Length);

        await OrderedParallel.RunAsync(items, workers, async (item, _) => { await Task.Yield(); return item; }, (_, result) => seen.Add(result), CancellationToken.None);

        Assert.Equal(items, seen);
    }

    [Fact]
    public async Task A_failure_is_passed_on_and_stops_the_others()
    {
        var others = new TaskCompletionSource();
        var running = new TaskCompletionSource();

        await Assert.ThrowsAsync<InvalidDataException>(() => OrderedParallel.RunAsync(
            [1, 2], 2,
            async (item, cancellation) =>
            {
                if (item == 1)
                {
                    // What has not begun is not begun any more: the other must be at work to be stopped.
                    await running.Task;
                    throw new InvalidDataException();
                }

                await using CancellationTokenRegistration stopped = cancellation.Register(others.SetResult);
                running.SetResult();
                await others.Task;
                return item;
            },
            (_, _) => { }, CancellationToken.None));

        await others.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Nothing_is_at_work_any_more_when_a_failure_is_passed_on()
    {
        var running = new TaskCompletionSource();
        var stopped = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        bool ended = false;

        Task all = OrderedParallel.RunAsync<int, int>(
            [1, 2], 2,
            async (item, cancellation) =>
            {
                if (item == 1)
                {
                    await running.Task;
                    throw new InvalidDataException();
                }

                await using CancellationTokenRegistration told = cancellation.Register(stopped.SetResult);
                running.SetResult();
                await release.Task;
                ended = true;
                throw new InvalidOperationException("Nobody waits for this one's result.");
            },
            (_, _) => { }, CancellationToken.None);
        await stopped.Task;
        Assert.NotSame(all, await Task.WhenAny(all, Task.Delay(100)));
        release.SetResult();

        await Assert.ThrowsAsync<InvalidDataException>(() => all);
        Assert.True(ended);
    }
}
