namespace Ingest.Ocr.Tests;

public class PageLimitTests
{
    [Fact]
    public void Work_beyond_the_limit_is_ended()
    {
        using var limit = new PageLimit(TimeSpan.FromMilliseconds(50), TimeProvider.System, CancellationToken.None);

        // As long as it takes to use that much of a processor, busy or not.
        while (!limit.Token.IsCancellationRequested)
        {
        }
    }

    /// <summary>As on a machine that does much else: the clock goes on and the work does not.</summary>
    [Fact]
    public void Waiting_for_a_processor_costs_nothing()
    {
        TimeSpan spent = TimeSpan.Zero;
        using var limit = new PageLimit(TimeSpan.FromMilliseconds(1), () => spent, CancellationToken.None);

        limit.Look();
        Assert.False(limit.Token.IsCancellationRequested);
        spent = TimeSpan.FromMilliseconds(2);
        limit.Look();
        Assert.True(limit.Token.IsCancellationRequested);
    }

    [Fact]
    public void The_callers_own_clock_counts_where_there_is_one()
    {
        var clock = new HandClock();
        using var limit = new PageLimit(TimeSpan.FromSeconds(5), clock, CancellationToken.None);

        Assert.Equal(TimeSpan.FromSeconds(5), clock.Due);
        Assert.False(limit.Token.IsCancellationRequested);
        clock.Ring!();
        Assert.True(limit.Token.IsCancellationRequested);
    }

    [Fact]
    public void The_caller_may_end_it_at_any_time()
    {
        using var caller = new CancellationTokenSource();
        using var limit = new PageLimit(TimeSpan.FromHours(1), TimeProvider.System, caller.Token);

        caller.Cancel();

        Assert.True(limit.Token.IsCancellationRequested);
    }

    private sealed class HandClock : TimeProvider
    {
        public TimeSpan Due { get; private set; }

        public Action? Ring { get; private set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (Due, Ring) = (dueTime, () => callback(state));
            return System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
