using Ingest.App.Intake;

namespace Ingest.App.Tests.Intake;

public class KeyedLocksTests
{
    private readonly KeyedLocks _locks = new();

    [Fact]
    public async Task The_second_of_one_key_waits_and_another_key_does_not()
    {
        IDisposable first = await _locks.EnterAsync("a", default);
        Task<IDisposable> second = _locks.EnterAsync("a", default);
        using IDisposable other = await _locks.EnterAsync("b", default);

        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second).Dispose();
    }

    [Fact]
    public async Task One_who_gives_up_waiting_does_not_hold_up_those_behind()
    {
        using var cancel = new CancellationTokenSource();
        IDisposable first = await _locks.EnterAsync("a", default);
        Task<IDisposable> second = _locks.EnterAsync("a", cancel.Token);
        Task<IDisposable> third = _locks.EnterAsync("a", default);

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        first.Dispose();

        (await third).Dispose();
    }
}
