using Ingest.Contract.Text;

namespace Ingest.Contract.Pages;

/// <summary>Why a file could not be opened.</summary>
public enum ReadFailure
{
    /// <summary>No bytes.</summary>
    Empty,

    /// <summary>The bytes are something else than a PDF.</summary>
    NotPdf,

    /// <summary>A PDF whose structure is beyond repair, or that has no page.</summary>
    Damaged,

    /// <summary>Encrypted, and neither the empty password nor the given one opens it.</summary>
    PasswordRequired,

    /// <summary>Encrypted by a handler or algorithm that is not the standard one.</summary>
    UnsupportedEncryption,

    /// <summary>A limit of <see cref="ReadingLimits"/> was met.</summary>
    LimitExceeded,

    /// <summary>The file has ended its reader's process, or kept it too long; another reader may open it.</summary>
    ReaderLost,
}

/// <summary>The only exception that opening a file throws, besides cancellation.</summary>
/// <param name="text">What happened and what to do; <see cref="Exception.Message"/> is its English.</param>
public sealed class PdfReadException(ReadFailure failure, Phrase text, Exception? inner = null)
    : Exception(text.English, inner)
{
    public Phrase Text { get; } = text;

    public ReadFailure Failure { get; } = failure;
}
