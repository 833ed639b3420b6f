using System.Text.Json;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;

namespace Ingest.Store.LiteDb;

/// <summary>
/// A store in one LiteDB file. LiteDB gives the file to one process at a time: while a watcher runs, other
/// commands wait and then say that it is busy.
/// </summary>
public sealed class LiteDbDocumentStore : IDocumentStore
{
    private readonly LiteDbDatabase _database;

    private readonly ArrivalCollection _arrivals;

    private readonly DocumentCollection _documents;

    private readonly FindingCollection _findings;

    private LiteDbDocumentStore(LiteDbDatabase database, TimeProvider clock)
    {
        _database = database;
        _arrivals = new ArrivalCollection(database, clock);
        _documents = new DocumentCollection(database, clock);
        _findings = new FindingCollection(database, _documents);
    }

    /// <summary>Opens the file, creating or upgrading it as needed.</summary>
    /// <param name="path">Its folder must exist.</param>
    /// <param name="clock">Source of the instants that are stored.</param>
    /// <param name="busyWait">How long to wait for another process; 30 s by default.</param>
    /// <exception cref="StoreException">It cannot be opened: corrupt, read-only, newer, busy, unreachable.</exception>
    public static LiteDbDocumentStore Open(string path, TimeProvider clock, TimeSpan? busyWait = null)
    {
        LiteDbDatabase database = LiteDbDatabase.Open(path, clock, busyWait ?? TimeSpan.FromSeconds(30));
        try
        {
            database.Upgrade(LiteDbSchema.Steps);
            return new LiteDbDocumentStore(database, clock);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    public Arrival Claim(string originalPath, string sha256, long bytes, string? location = null) => _arrivals.Claim(originalPath, sha256, bytes, location);

    public void Relocate(long arrivalId, string location) => _arrivals.Relocate(arrivalId, location);

    public bool Save(long? arrivalId, BudgetDocument document, EngineVersions versions, TimeSpan readTime) => _database.Write(() =>
    {
        bool first = arrivalId is not { } id || !_arrivals.IsStoredByAnother(id, document.Source.Sha256);
        if (first)
        {
            _documents.Save(document, versions, readTime);
            _findings.Replace(document);
        }

        if (arrivalId is { } arrival)
            _arrivals.ChangeWithin(arrival, first ? ArrivalState.Stored : ArrivalState.Duplicate, null, null);
        return first;
    });

    public void MarkDuplicate(long arrivalId) => _arrivals.Change(arrivalId, ArrivalState.Duplicate, null, null);

    public void Quarantine(long arrivalId, string reason, string message) => _arrivals.Change(arrivalId, ArrivalState.Quarantined, reason, message);

    public void Withdraw(long arrivalId, string reason, string message) => _arrivals.Change(arrivalId, ArrivalState.Withdrawn, reason, message);

    public Arrival? FindArrival(long id) => _arrivals.Find(id);

    public Arrival? FindArrival(string originalPath, string sha256) => _arrivals.Find(originalPath, sha256);

    public IReadOnlyList<Arrival> ArrivalsOf(string sha256) => _arrivals.Of(sha256);

    public IEnumerable<Arrival> Arrivals(ArrivalState? state = null) => _arrivals.All(state);

    public IReadOnlyDictionary<ArrivalState, int> Counts() => _arrivals.Counts();

    public StoredDocument? Find(string sha256) => _documents.Find(sha256);

    public IReadOnlyList<StoredDocument> FindByPrefix(string sha256Prefix) => _documents.FindByPrefix(sha256Prefix);

    public IEnumerable<StoredDocument> Documents(DocumentQuery query) => _documents.All(query);

    public BudgetDocument? Load(string sha256) => _documents.Load(sha256);

    public IEnumerable<Fact> Facts(DocumentQuery query) => _documents.All(query).SelectMany(_documents.FactsOf);

    public IEnumerable<StoredFinding> Findings(DocumentQuery query) => _findings.All(query);

    public IReadOnlyList<StoredFinding> FindingsOf(string sha256) => _findings.Of(sha256);

    public bool Judge(string sha256, string fingerprint, Verdict verdict) => _findings.Judge(sha256, fingerprint, verdict);

    public IReadOnlyList<Verdict> VerdictHistory(string sha256, string fingerprint) => _findings.History(sha256, fingerprint);

    public IEnumerable<JournalEntry> Journal(long? arrivalId = null) => _arrivals.Journal(arrivalId);

    /// <summary>LiteDB has no check of its own: everything is read, and what belongs together compared.</summary>
    public IReadOnlyList<Phrase> CheckIntegrity() =>
    [
        .. _arrivals.All(ArrivalState.Stored).Where(arrival => _documents.Find(arrival.Sha256) is null)
            .Select(arrival => StoreProblems.NoDocument(arrival.Id)),
        .. _documents.All(DocumentQuery.All).Select(Problem).OfType<Phrase>(),
    ];

    public void Dispose() => _database.Dispose();

    private Phrase? Problem(StoredDocument document)
    {
        try
        {
            if (_documents.Load(document.Sha256) is not { } extraction)
                return new Phrase($"没有文件 {document.Sha256} 的内容。", $"The contents of document {document.Sha256} are not there.");
            return Fact.AllOf(extraction).Count() == _documents.FactsOf(document).Count && extraction.Findings.Length == _findings.Count(document.Sha256)
                ? null
                : new Phrase($"文件 {document.Sha256} 的金额或疑点与其内容不一致。", $"Document {document.Sha256} has other facts or findings than its contents.");
        }
        catch (Exception error) when (error is StoreException or JsonException or InvalidDataException)
        {
            return new Phrase($"文件 {document.Sha256} 无法读出：{error.Message}", $"Document {document.Sha256} cannot be read: {error.Message}");
        }
    }
}
