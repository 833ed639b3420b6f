using Ingest.App.Files;
using Ingest.App.Readers;
using Ingest.Contract.Documents;
using Ingest.Store;

namespace Ingest.App.Intake;

/// <summary>Writes the reports of stored documents again, when what reviewers said of them has changed or their file has another place than was foreseen.</summary>
internal sealed class ReportRenewal(IDocumentStore store, IDocumentReading reading, ReportShelf shelf, IDisk disk)
{
    /// <summary>Verdicts may come faster than reports are written; the last one to be written then stands a little later.</summary>
    private const int MostRounds = 3;

    /// <summary>The last verdict on each finding of a document, by its fingerprint.</summary>
    public static IReadOnlyDictionary<string, Verdict> VerdictsOf(IDocumentStore store, string sha256) => store.FindingsOf(sha256)
        .Where(found => found.Verdict is not null).ToDictionary(found => found.Fingerprint, found => found.Verdict!, StringComparer.Ordinal);

    /// <summary>Nothing is done about a document that is not stored. Where the file is not at hand, reports have no pictures and lead nowhere.</summary>
    /// <returns>False when the reports could not be made; those before are still there.</returns>
    public async Task<bool> RenewAsync(string sha256, CancellationToken cancellation)
    {
        IReadOnlyDictionary<string, Verdict> verdicts = VerdictsOf(store, sha256), shown;
        int round = 0;
        do
        {
            if (store.Load(sha256) is not { } document)
                return true;
            shown = verdicts;
            var request = new ReadRequest(PlaceOf(sha256) ?? "", document.Source.FileName) { Stays = true, Stored = document, Verdicts = shown };
            ReadReply reply = await reading.ReadAsync(request, cancellation);
            if (reply.Document is null)
                return false;
            Publish(document, reply);
            verdicts = VerdictsOf(store, sha256);
        }
        while (!AreEqual(shown, verdicts) && ++round < MostRounds);
        return true;
    }

    /// <summary>Renews the reports only where they do not show what is said by now.</summary>
    /// <param name="shown">What the reports that are there show.</param>
    public Task<bool> SettleAsync(string sha256, IReadOnlyDictionary<string, Verdict> shown, CancellationToken cancellation) =>
        AreEqual(shown, VerdictsOf(store, sha256)) ? Task.FromResult(true) : RenewAsync(sha256, cancellation);

    private void Publish(BudgetDocument document, ReadReply reply)
    {
        IReadOnlyList<StagedReport> staged = shelf.Stage(document, reply.Reports);
        shelf.Publish(staged);
    }

    /// <summary>Where the file of a document lies; null when it is nowhere that is known.</summary>
    public string? PlaceOf(string sha256) => store.ArrivalsOf(sha256).OrderBy(arrival => arrival.State != ArrivalState.Stored)
        .Select(arrival => arrival.Location).FirstOrDefault(path => path is not null && disk.FileExists(path));

    private static bool AreEqual(IReadOnlyDictionary<string, Verdict> one, IReadOnlyDictionary<string, Verdict> other) =>
        one.Count == other.Count && one.All(said => other.TryGetValue(said.Key, out Verdict? verdict) && verdict == said.Value);
}
