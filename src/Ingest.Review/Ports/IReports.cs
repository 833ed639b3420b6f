namespace Ingest.Review.Ports;

/// <summary>A report to take away.</summary>
public sealed record ReportDownload(string FileName, string ContentType, ReadOnlyMemory<byte> Bytes);

/// <summary>Reports on stored documents, with the verdicts as they are now.</summary>
public interface IReports
{
    /// <summary>Endings of what can be had: <c>xlsx</c>, <c>html</c> …</summary>
    IReadOnlyList<string> Formats { get; }

    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <returns>Null when the document is not stored.</returns>
    Task<ReportDownload?> WriteAsync(string sha256, string format, CancellationToken cancellation);

    /// <summary>Says that what stands in the folder of reports is no longer true, after a verdict; returns at once, it is written again soon.</summary>
    void Outdate(string sha256);
}
