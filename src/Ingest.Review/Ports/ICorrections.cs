using Ingest.Contract.Documents;
using Ingest.Contract.Text;

namespace Ingest.Review.Ports;

/// <summary>What a reviewer says the page shows in place of a doubtful amount.</summary>
public interface ICorrections
{
    /// <summary>
    /// Writes it down, and has the document checked with it. What is written down holds from then on, also where checking has to wait:
    /// whenever the document is read again.
    /// </summary>
    /// <returns>Null when the findings follow it now; else why not yet.</returns>
    /// <exception cref="Store.StoreException">It cannot be written down; nothing was changed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled after it was written down.</exception>
    Task<Phrase?> CorrectAsync(string sha256, FigureCorrection correction, CancellationToken cancellation);
}
