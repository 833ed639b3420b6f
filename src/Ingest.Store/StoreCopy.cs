using Ingest.Contract.Documents.Json;
using Ingest.Contract.Text;

namespace Ingest.Store;

/// <summary>Everything of one store into another, and the proof that it arrived.</summary>
public sealed class StoreCopy(IDocumentStore from, IRestorableStore to)
{
    private const int Batch = 1000;

    /// <returns>Documents that were copied.</returns>
    /// <exception cref="StoreException">The one cannot be read, or the other not written.</exception>
    public int Run(CancellationToken cancellation)
    {
        foreach (Arrival[] arrivals in from.Arrivals().Chunk(Batch))
            to.Restore(arrivals, []);
        foreach (JournalEntry[] journal in from.Journal().Reverse().Chunk(Batch))
            to.Restore([], journal);
        List<StoredDocument> documents = InOrderOfPublication();
        foreach (StoredDocument document in documents)
        {
            cancellation.ThrowIfCancellationRequested();
            to.Restore(document, from.Load(document.Sha256) ?? throw Gone(document));
        }

        foreach (StoredVerdict[] verdicts in from.Verdicts().Chunk(Batch))
            to.Restore(verdicts);
        return documents.Count;
    }

    /// <summary>What differs between the two, read again; empty when nothing does.</summary>
    public IEnumerable<Phrase> Differences(CancellationToken cancellation)
    {
        if (!from.Arrivals().SequenceEqual(to.Arrivals()))
            yield return Differs("收文", "arrivals");
        if (!from.Journal().SequenceEqual(to.Journal()))
            yield return Differs("日志", "journals");
        if (!from.Verdicts().SequenceEqual(to.Verdicts()))
            yield return Differs("复核结论", "verdicts");
        List<StoredDocument> documents = [.. from.Documents(DocumentQuery.All)];
        // Stores may differ in how they order names with rare characters.
        if (!documents.OrderBy(Name, StringComparer.Ordinal).SequenceEqual(to.Documents(DocumentQuery.All).OrderBy(Name, StringComparer.Ordinal)))
            yield return Differs("文件清单", "lists of documents");
        foreach (StoredDocument document in documents)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!SameContents(document.Sha256))
                yield return new Phrase($"两边的文件 {document.Sha256} 内容不同。", $"The contents of document {document.Sha256} differ.");
        }

        // Among others that facts and findings are those of the contents.
        foreach (StoreProblem problem in to.CheckIntegrity())
            yield return problem.Text;

        static string Name(StoredDocument document) => document.Sha256;
    }

    private bool SameContents(string sha256) =>
        from.Load(sha256) is { } one && to.Load(sha256) is { } other
        && DocumentJson.ToBytes(one).AsSpan().SequenceEqual(DocumentJson.ToBytes(other))
        && from.FindingsOf(sha256).Select(finding => (finding.Fingerprint, finding.Verdict)).SequenceEqual(to.FindingsOf(sha256).Select(finding => (finding.Fingerprint, finding.Verdict)));

    /// <summary>What is superseded before what supersedes it, then by time.</summary>
    private List<StoredDocument> InOrderOfPublication()
    {
        Dictionary<string, StoredDocument> all = from.Documents(DocumentQuery.All).ToDictionary(document => document.Sha256, StringComparer.Ordinal);
        return [.. all.Values.OrderBy(Age).ThenBy(document => document.StoredAt).ThenBy(document => document.Sha256, StringComparer.Ordinal)];

        int Age(StoredDocument document)
        {
            int age = 0;
            for (StoredDocument? at = document; at?.Supersedes is { } before && age < all.Count; age++)
                at = all.GetValueOrDefault(before);
            return age;
        }
    }

    private static Phrase Differs(string chinese, string english) => new($"两边的{chinese}不同。", $"The {english} of the two stores differ.");

    private static StoreException Gone(StoredDocument document) =>
        new(StoreFailure.Corrupt, $"The contents of document {document.Sha256} are not there. 'ingest check' tells what else is wrong.");
}
