using Ingest.App.Configuration;
using Ingest.Contract.Pages;

namespace Ingest.App.Readers;

/// <summary>How long a reader may take, in processor time, where that differs from what the built-in one may.</summary>
/// <param name="PageTime">For one page.</param>
/// <param name="FileTime">For opening the file and for its pages together.</param>
/// <param name="TimePerPage">Added to the file's time for each page.</param>
internal sealed record ReaderTimes(TimeSpan PageTime, TimeSpan FileTime, TimeSpan TimePerPage)
{
    /// <summary>
    /// A reader stops by itself, but some only between objects and streams; the process is given this much more before it is
    /// ended, which costs nothing where the reader keeps its time.
    /// </summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>By the clock, for a process that waits instead of working: on a busy machine, work takes many times its processor time.</summary>
    public static TimeSpan LongestWait(TimeSpan processorTime) => processorTime * 5;

    public static ReaderTimes Of(ReaderTimeSettings settings) => new(settings.PageTime, settings.FileTime, settings.TimePerPage);

    public ReadingLimits In(ReadingLimits limits) => limits with { PageTime = PageTime, FileTime = FileTime, TimePerPage = TimePerPage };
}
