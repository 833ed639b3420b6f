namespace Ingest.Pdf.Tests;

/// <summary>A clock that moves by the same step each time it is asked, so that time limits are met at the same place in every run.</summary>
internal sealed class TickingClock(TimeSpan step) : TimeProvider
{
    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now += step.Ticks;
}
