using Ingest.Contract.Documents;

namespace Ingest.Store.Relational;

/// <summary>What the stores in SQL have in common: all but how they are opened, copied and looked through for damage.</summary>
public abstract class RelationalDocumentStore : IRestorableStore
{
    private readonly RelationalDatabase _database;

    private readonly VerdictJournal? _said;

    private readonly ArrivalTable _arrivals;

    private readonly DocumentTable _documents;

    private readonly FindingTable _findings;

    private protected RelationalDocumentStore(RelationalDatabase database, TimeProvider clock, VerdictJournal? said)
    {
        (_database, _said) = (database, said);
        _arrivals = new ArrivalTable(database, clock);
        _documents = new DocumentTable(database, clock);
        _findings = new FindingTable(database, _documents);
    }

    public Arrival Claim(string originalPath, string sha256, long bytes, string? location = null) =>
        _arrivals.Claim(originalPath, sha256, bytes, location);

    public void Relocate(long arrivalId, string location) => _arrivals.Relocate(arrivalId, location);

    public bool Save(long? arrivalId, BudgetDocument document, EngineVersions versions, TimeSpan readTime) =>
        _database.Write((connection, transaction) =>
        {
            bool first = arrivalId is not { } id || !ArrivalTable.IsStoredByAnother(connection, transaction, id, document.Source.Sha256);
            if (first)
                _documents.Save(connection, transaction, document, versions, readTime);
            if (arrivalId is { } arrival)
                _arrivals.Change(connection, transaction, arrival, first ? ArrivalState.Stored : ArrivalState.Duplicate, null, null);
            return first;
        });

    public void MarkDuplicate(long arrivalId) => _arrivals.Change(arrivalId, ArrivalState.Duplicate, null, null);

    public void Quarantine(long arrivalId, string reason, string message) =>
        _arrivals.Change(arrivalId, ArrivalState.Quarantined, reason, message);

    public void Withdraw(long arrivalId, string reason, string message) =>
        _arrivals.Change(arrivalId, ArrivalState.Withdrawn, reason, message);

    public Arrival? FindArrival(long id) => _arrivals.Find(id);

    public Arrival? FindArrival(string originalPath, string sha256) => _arrivals.Find(originalPath, sha256);

    public IReadOnlyList<Arrival> ArrivalsOf(string sha256) => _arrivals.Of(sha256);

    public IEnumerable<Arrival> Arrivals(ArrivalState? state = null) => _arrivals.All(state);

    public IReadOnlyDictionary<ArrivalState, int> Counts() => _arrivals.Counts();

    public StoredDocument? Find(string sha256) => _documents.Find(sha256);

    public IReadOnlyList<StoredDocument> FindByPrefix(string sha256Prefix) => _documents.FindByPrefix(sha256Prefix);

    public IEnumerable<StoredDocument> Documents(DocumentQuery query, Action<DamagedDocument>? damaged = null) => _documents.All(query, damaged);

    public BudgetDocument? Load(string sha256) => _documents.Load(sha256);

    public IReadOnlyList<Fact> FactsOf(string sha256) => _documents.FactsOf(sha256);

    public IReadOnlyList<StoredFinding> FindingsOf(string sha256) => _findings.Of(sha256);

    public bool Judge(string sha256, string fingerprint, Verdict verdict) =>
        _findings.Judge(new StoredVerdict(sha256, fingerprint, verdict), said => _said?.Append(said));

    public IReadOnlyList<Verdict> VerdictHistory(string sha256, string fingerprint) => _findings.History(sha256, fingerprint);

    public IReadOnlyList<StoredVerdict> VerdictsOn(string sha256) => _findings.On(sha256);

    public IEnumerable<StoredVerdict> Verdicts() => _findings.All();

    public IEnumerable<JournalEntry> Journal(long? arrivalId = null) => _arrivals.Journal(arrivalId);

    public StoreChanges Changes(StoreMark since, int most = 1000)
    {
        StoreMark last = Mark();
        bool anew = since.Store != last.Store || since.Document > last.Document || since.Verdict > last.Verdict || since.Journal > last.Journal;
        StoreMark from = anew ? default : since;
        IReadOnlyList<(long Change, ChangedDocument? Document)> documents = _documents.ChangedSince(from.Document, most);
        (long Sequence, StoredVerdict Verdict)[] verdicts = [.. _findings.Since(from.Verdict, most)];
        (long journal, IReadOnlyList<Arrival> arrivals) = _arrivals.ChangedSince(from.Journal, most);
        var now = new StoreMark(last.Store, documents.Select(one => one.Change).LastOrDefault(from.Document), verdicts.Select(one => one.Sequence).LastOrDefault(from.Verdict), journal);
        return new StoreChanges(
            now, anew, documents.Count < most && verdicts.Length < most && journal - from.Journal < most,
            [.. documents.Select(one => one.Document).OfType<ChangedDocument>()], [.. verdicts.Select(one => one.Verdict)], arrivals);
    }

    public StoreMark Mark() => new(_database.Read("SELECT store FROM identity", row => row.GetString(0), []).Single(), _documents.LastChange(), _findings.Last(), _arrivals.LastEntry());

    public abstract void CopyTo(string file);

    public virtual IReadOnlyList<StoreProblem> CheckIntegrity() => new StoreAudit(this, _findings.PrintsOf, _documents.DigestOf).Run();

    public void Restore(IReadOnlyList<Arrival> arrivals, IReadOnlyList<JournalEntry> journal) => _arrivals.Restore(arrivals, journal);

    public void Restore(StoredDocument document, BudgetDocument extraction) => _database.Write((connection, transaction) =>
    {
        DocumentTable.Restore(connection, transaction, document, extraction);
        return true;
    });

    public void Restore(IReadOnlyList<StoredVerdict> verdicts) => _findings.Restore(verdicts);

    public void Dispose()
    {
        _database.Dispose();
        GC.SuppressFinalize(this);
    }
}
