using Ingest.App.Cli;

namespace Ingest.App.Tests.Cli;

public class TerminationTests
{
    [Fact]
    public async Task The_first_request_asks_for_a_good_end_and_the_second_ends_at_once()
    {
        var ended = new List<int>();
        using var termination = new Termination(TimeSpan.FromHours(1), ended.Add);
        var asked = new TaskCompletionSource();
        using CancellationTokenRegistration registration = termination.Asked.Register(asked.SetResult);

        termination.Ask();
        await asked.Task;
        Assert.Empty(ended);
        termination.Ask();

        Assert.Equal([130], ended);
    }

    [Fact]
    public async Task An_end_that_takes_too_long_is_cut_short()
    {
        var ended = new TaskCompletionSource<int>();
        using var termination = new Termination(TimeSpan.Zero, code => ended.TrySetResult(code));

        termination.Ask();

        Assert.Equal(130, await ended.Task);
    }
}
