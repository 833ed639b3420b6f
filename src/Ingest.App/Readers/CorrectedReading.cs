using Ingest.Store;

namespace Ingest.App.Readers;

/// <summary>Reading with what reviewers have typed for the file, whoever reads it.</summary>
internal sealed class CorrectedReading(IDocumentReading reading, CorrectionJournal corrections) : IDocumentReading
{
    public ReadingProgress Progress => reading.Progress;

    public Task WarmUpAsync(CancellationToken cancellation) => reading.WarmUpAsync(cancellation);

    public Task<ReadReply> ReadAsync(ReadRequest request, CancellationToken cancellation) =>
        reading.ReadAsync(request.Sha256 is { } sha256 ? request with { Corrections = corrections.Of(sha256) } : request, cancellation);

    public ValueTask DisposeAsync() => reading.DisposeAsync();
}
