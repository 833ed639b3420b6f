namespace Ingest.Store.Tests;

/// <summary>A clock that moves on by a second whenever it is read.</summary>
public sealed class SteppingClock : TimeProvider
{
    private long _seconds;

    public override DateTimeOffset GetUtcNow() =>
        new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(Interlocked.Increment(ref _seconds));
}
