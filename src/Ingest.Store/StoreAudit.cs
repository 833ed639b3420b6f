using Ingest.Contract.Documents;
using Ingest.Contract.Text;

namespace Ingest.Store;

/// <summary>
/// Whether a store's contents agree with one another: every document is read, its facts and findings are
/// compared with it, and the arrivals with the journal of their changes. Others may write meanwhile: what changed since the
/// beginning is left out, or read again.
/// </summary>
/// <param name="prints">The fingerprints of a document's findings as they are stored, in any order.</param>
/// <param name="digest">A document's digest as it is stored, or an empty one.</param>
internal sealed class StoreAudit(IDocumentStore store, Func<string, IReadOnlyList<string>> prints, Func<string, DocumentDigest> digest)
{
    public IReadOnlyList<StoreProblem> Run()
    {
        try
        {
            long begun = store.Journal().Select(entry => entry.Sequence).FirstOrDefault();
            List<Arrival> arrivals = [.. store.Arrivals()];
            List<JournalEntry> journal = [.. store.Journal()];
            // After the arrivals: what one of them says is stored is there.
            var damaged = new List<DamagedDocument>();
            Dictionary<string, StoredDocument> documents = store.Documents(DocumentQuery.All, damaged.Add).ToDictionary(document => document.Sha256, StringComparer.Ordinal);
            HashSet<string> there = [.. documents.Keys, .. damaged.Select(document => document.Sha256)];
            HashSet<long> changed = [.. journal.Where(entry => entry.Sequence > begun).Select(entry => entry.ArrivalId)];
            return
            [
                .. Unstored(arrivals, there), .. Unaccounted(arrivals, documents.Keys), .. Journal(arrivals, journal, changed).Select(problem => new StoreProblem(problem)),
                .. damaged.Select(document => Unreadable(document.Sha256, document.Problem)), .. documents.Values.Select(Contents).OfType<StoreProblem>(),
            ];
        }
        catch (StoreException error)
        {
            return [new StoreProblem(new Phrase($"数据库无法读完：{error.Message}", $"The store cannot be read to its end: {error.Message}"))];
        }
    }

    private static IEnumerable<StoreProblem> Unstored(List<Arrival> arrivals, HashSet<string> there) =>
        arrivals.Where(arrival => arrival.State == ArrivalState.Stored && !there.Contains(arrival.Sha256)).Select(arrival => new StoreProblem(
            new Phrase($"收文 #{arrival.Id} 标记为已入库，但没有它的内容。", $"Arrival {arrival.Id} is marked stored, but its document is not there."), arrival.Sha256));

    private IEnumerable<StoreProblem> Unaccounted(List<Arrival> arrivals, IEnumerable<string> documents)
    {
        HashSet<string> stored = [.. arrivals.Where(arrival => arrival.State == ArrivalState.Stored).Select(arrival => arrival.Sha256)];
        return documents.Where(sha256 => !stored.Contains(sha256) && store.ArrivalsOf(sha256).All(arrival => arrival.State != ArrivalState.Stored)).Select(sha256 => new StoreProblem(new Phrase(
            $"文件 {sha256} 已入库，但没有相应的收文记录。",
            $"Document {sha256} is stored, but no arrival says so.")));
    }

    /// <summary>The journal has no gap, and its last word on each arrival is what stands there.</summary>
    private static IEnumerable<Phrase> Journal(List<Arrival> arrivals, List<JournalEntry> journal, HashSet<long> changed)
    {
        var state = new Dictionary<long, ArrivalState>();
        var location = new Dictionary<long, string>();
        long next = 0;
        var problems = new List<Phrase>();
        foreach (JournalEntry entry in journal)
        {
            if (next != 0 && entry.Sequence != next - 1)
                problems.Add(Missing(entry.Sequence + 1, next - 1));
            next = entry.Sequence;
            state.TryAdd(entry.ArrivalId, entry.State);
            if (entry.Location is not null)
                location.TryAdd(entry.ArrivalId, entry.Location);
        }

        if (next > 1)
            problems.Add(Missing(1, next - 1));
        foreach (Arrival arrival in arrivals)
            if ((!state.Remove(arrival.Id, out ArrivalState last) || last != arrival.State || location.GetValueOrDefault(arrival.Id) != arrival.Location) && !changed.Contains(arrival.Id))
                problems.Add(new Phrase(
                    $"收文 #{arrival.Id} 的状态或位置与日志的最后记载不一致。",
                    $"Arrival {arrival.Id} is not in the state or at the place that the journal says last."));
        return problems.Concat(state.Keys.Except(changed).Order().Select(id => new Phrase($"日志提到收文 #{id}，但没有它。", $"The journal tells of arrival {id}, which is not there.")));
    }

    private static Phrase Missing(long first, long last) => new(
        $"日志缺少第 {first} 至 {last} 条。",
        $"Entries {first} to {last} of the journal are missing.");

    private StoreProblem? Contents(StoredDocument document)
    {
        // A document that is processed again between two questions is another one; what is wrong stays wrong.
        StoreProblem? problem = Problem(document);
        for (int i = 0; i < 2 && problem is not null; i++)
            problem = store.TryRead(document.Sha256, Ignore, store.Find) is { } now ? Problem(now) : problem;
        return problem;

        // What is wrong with it is said already.
        static void Ignore(DamagedDocument again)
        {
        }
    }

    private StoreProblem? Problem(StoredDocument document)
    {
        try
        {
            if (store.Load(document.Sha256) is not { } extraction)
                return new StoreProblem(new Phrase($"没有文件 {document.Sha256} 的内容。", $"The contents of document {document.Sha256} are not there."), document.Sha256);
            return Agrees(document, extraction)
                ? null
                : new StoreProblem(new Phrase($"文件 {document.Sha256} 的金额或疑点与其内容不一致。", $"Document {document.Sha256} has other facts or findings than its contents."), document.Sha256);
        }
        catch (StoreException error)
        {
            return Unreadable(document.Sha256, error.Message);
        }
    }

    private static StoreProblem Unreadable(string sha256, string problem) =>
        new(new Phrase($"文件 {sha256} 无法读出：{problem}", $"Document {sha256} cannot be read: {problem}"), sha256);

    private bool Agrees(StoredDocument document, BudgetDocument extraction) =>
        extraction.Source.Sha256 == document.Sha256
        && store.FactsOf(document.Sha256).SequenceEqual(Fact.AllOf(extraction))
        && (Same(prints(document.Sha256), FindingFingerprint.Of(extraction.Findings)) || Same(prints(document.Sha256), FindingFingerprint.Former(extraction.Findings)))
        && digest(document.Sha256).IsSameAs(DocumentDigest.Of(extraction))
        && document.Errors == extraction.Findings.Count(finding => finding.Severity == Severity.Error)
        && document.Warnings == extraction.Findings.Count(finding => finding.Severity == Severity.Warning);

    private static bool Same(IEnumerable<string> stored, IEnumerable<string> computed) =>
        stored.Order(StringComparer.Ordinal).SequenceEqual(computed.Order(StringComparer.Ordinal));
}
