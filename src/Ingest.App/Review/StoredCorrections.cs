using Ingest.App.Intake;
using Ingest.App.Readers;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Review.Ports;
using Ingest.Store;

namespace Ingest.App.Review;

/// <summary>Corrections of stored documents: written down first, then checked in a reader process, which has the second reader at hand.</summary>
internal sealed class StoredCorrections(IDocumentStore store, CorrectionJournal journal, IDocumentReading reading, ReportShelf shelf, ReportRenewal renewal) : ICorrections
{
    private readonly KeyedLocks _documents = new();

    public async Task<Phrase?> CorrectAsync(string sha256, FigureCorrection correction, CancellationToken cancellation)
    {
        // Two at once would each be checked without the other.
        using IDisposable turn = await _documents.EnterAsync(sha256, cancellation);
        journal.Append(sha256, correction);
        if (store.Find(sha256) is not { } stored || store.Load(sha256) is not { } document)
            return new Phrase("文件已不在库中，更正已记下。", "The document is no longer stored; the correction is written down.");
        IReadOnlyDictionary<string, Verdict> verdicts = ReportRenewal.VerdictsOf(store, sha256);
        var request = new ReadRequest(renewal.PlaceOf(sha256) ?? "", document.Source.FileName)
        {
            Stays = true, Stored = document, Verdicts = verdicts, Corrections = journal.Of(sha256),
        };
        ReadReply reply = await reading.ReadAsync(request, cancellation);
        if (reply.Document is null)
            return new Phrase($"更正已记下，尚未重新核对：{reply.Message} 重新处理该文件（ingest reprocess）时采用。", $"The correction is written down; the document was not checked with it yet: {reply.Message} It is applied when the file is read again (ingest reprocess).");
        IReadOnlyList<StagedReport> staged = shelf.Stage(reply.Document, reply.Reports);
        // Tables and sentences are still those that were read under the stored versions.
        store.Save(null, reply.Document, stored.Versions, TimeSpan.FromMilliseconds(stored.ReadMilliseconds));
        shelf.Publish(staged);
        await renewal.SettleAsync(sha256, verdicts, cancellation);
        return null;
    }
}
