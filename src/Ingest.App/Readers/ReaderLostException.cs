using Ingest.Contract.Text;

namespace Ingest.App.Readers;

/// <summary>A file has ended the process that read it, or kept it too long.</summary>
/// <param name="reason">One of <see cref="ReadFailures"/>.</param>
/// <param name="text">What happened, as a sentence.</param>
internal sealed class ReaderLostException(string reason, Phrase text, Exception inner) : Exception(text.English, inner)
{
    public string Reason { get; } = reason;

    public Phrase Text { get; } = text;
}
