using Ingest.App.Configuration;

namespace Ingest.App.Readers;

/// <summary>What one document may cost, and when a reader is replaced by a fresh one.</summary>
/// <param name="DocumentTime">Of the process's processor, for one document: a busy machine is no fault of the document.</param>
/// <param name="MemoryBytes">Of the process while it reads.</param>
/// <param name="RecycleAfter">Documents.</param>
/// <param name="RecycleAboveBytes">Kept between documents.</param>
internal sealed record ReaderBounds(TimeSpan DocumentTime, long MemoryBytes, int RecycleAfter, long RecycleAboveBytes)
{
    /// <summary>For a process to say that it is ready: far more than it takes on a machine that is busy.</summary>
    public TimeSpan StartTime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>By the clock, for a process that waits instead of working.</summary>
    public TimeSpan LongestWait => DocumentTime * 5;

    public static ReaderBounds Of(ReaderSettings settings) => new(
        settings.DocumentTime, (long)settings.MemoryMegabytes << 20, settings.RecycleAfter, (long)settings.RecycleAboveMegabytes << 20);
}
