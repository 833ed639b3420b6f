using Ingest.Contract.Text;

namespace Ingest.Contract.Pages;

/// <summary>Opens PDF files. Implementations are stateless and safe to use from several threads.</summary>
public interface IPdfReader
{
    /// <summary>Name and version, stored with every record read by it: <c>builtin-1</c>.</summary>
    string Id { get; }

    /// <summary>
    /// Opens a file held in memory; the bytes are not copied and must not change while the result is in use.
    /// </summary>
    /// <param name="file">The whole file.</param>
    /// <param name="options">Password and limits.</param>
    /// <param name="cancellation">Holds while opening; reading pages takes its own.</param>
    /// <exception cref="PdfReadException">The file cannot be read at all; says why.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    IPdfDocument Open(ReadOnlyMemory<byte> file, ReadingOptions options, CancellationToken cancellation = default);
}

/// <summary>
/// An open file. Not safe for use by several threads at once; the pages it returns are.
/// </summary>
public interface IPdfDocument : IDisposable
{
    /// <summary>At least 1, at most <see cref="ReadingLimits.Pages"/>. Counting the pages of a damaged file may take a while the first time.</summary>
    int PageCount { get; }

    DocumentProperties Properties { get; }

    /// <summary>What opening and reading so far have had to say about the whole file.</summary>
    IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>
    /// Reads one page. A damaged page yields what could be read with a diagnostic of severity error;
    /// it does not throw.
    /// </summary>
    /// <returns>Immutable and independent of the document: it may outlive it.</returns>
    /// <param name="number">1-based, at most <see cref="PageCount"/>.</param>
    /// <param name="cancellation">Checked often; cancelling stops within milliseconds.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such page.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Page ReadPage(int number, CancellationToken cancellation = default);
}

/// <summary>What the file says of itself; any text may be null.</summary>
public sealed record DocumentProperties(string? Producer, string? Creator, string? Title, bool IsEncrypted);
