namespace Ingest.App.Readers;

/// <summary>Reads files that may be hostile. Safe to use from several threads.</summary>
internal interface IDocumentReading : IAsyncDisposable
{
    /// <summary>How far the files that are being read are.</summary>
    ReadingProgress Progress { get; }

    /// <summary>Gets ready before the first file, so that it need not wait.</summary>
    /// <exception cref="ReaderUnavailableException">Reading is not possible at all at the moment.</exception>
    Task WarmUpAsync(CancellationToken cancellation);

    /// <summary>Reads one file; whatever the file does, the reply says what became of it.</summary>
    /// <exception cref="ReaderUnavailableException">Reading is not possible at all at the moment.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; the reading has ended.</exception>
    Task<ReadReply> ReadAsync(ReadRequest request, CancellationToken cancellation);
}
