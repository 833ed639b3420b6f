using Ingest.App.Configuration;

namespace Ingest.App.Reading;

/// <summary>What one document may cost, and when a reader is replaced by a fresh one.</summary>
internal sealed record ReaderBounds(TimeSpan DocumentTime, long MemoryBytes, int RecycleAfter, long RecycleAboveBytes)
{
    public static ReaderBounds Of(ReaderSettings settings) => new(
        settings.DocumentTime, (long)settings.MemoryMegabytes << 20, settings.RecycleAfter, (long)settings.RecycleAboveMegabytes << 20);
}
