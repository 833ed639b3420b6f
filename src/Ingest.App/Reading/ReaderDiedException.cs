namespace Ingest.App.Reading;

/// <summary>A document has ended its reader process.</summary>
/// <param name="reason">One of <see cref="ReadFailures"/>.</param>
internal sealed class ReaderDiedException(string reason, string message, Exception? inner = null) : Exception(message, inner)
{
    public string Reason { get; } = reason;
}
