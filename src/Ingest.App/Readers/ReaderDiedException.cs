using Ingest.Contract.Text;

namespace Ingest.App.Readers;

/// <summary>A document has ended its reader process.</summary>
/// <param name="reason">One of <see cref="ReadFailures"/>.</param>
internal sealed class ReaderDiedException(string reason, Phrase text, Exception? inner = null) : Exception(text.English, inner)
{
    public string Reason { get; } = reason;

    /// <summary>What the file did; follows its name.</summary>
    public Phrase Text { get; } = text;
}
