using Ingest.Contract.Documents;
using Ingest.Store.LiteDb.Files;

namespace Ingest.Store.LiteDb;

/// <summary>The default store: one LiteDB file on a local disk, with its journal and its lock beside it.</summary>
public sealed class LiteDbDocumentStore : IRestorableStore
{
    private static readonly TimeSpan _usualWait = TimeSpan.FromSeconds(30);

    private readonly LiteDbDatabase _database;

    private readonly VerdictJournal? _said;

    private readonly ArrivalCollection _arrivals;

    private readonly DocumentCollection _documents;

    private readonly FindingCollection _findings;

    private LiteDbDocumentStore(LiteDbDatabase database, TimeProvider clock, VerdictJournal? said)
    {
        (_database, _said) = (database, said);
        _arrivals = new ArrivalCollection(database, clock);
        _documents = new DocumentCollection(database, clock);
        _findings = new FindingCollection(database);
    }

    /// <summary>Opens the file, creating or upgrading it as needed; before an upgrade a copy is kept beside it (<see cref="KeptVersion"/>).</summary>
    /// <param name="path">Its folder must exist.</param>
    /// <param name="clock">Source of the instants that are stored.</param>
    /// <param name="busyWait">How long to wait for other processes; 30 s by default.</param>
    /// <param name="said">Where verdicts are written down too; null for nowhere.</param>
    /// <exception cref="StoreException">It cannot be opened: corrupt, read-only, newer, busy, unreachable.</exception>
    public static LiteDbDocumentStore Open(string path, TimeProvider clock, TimeSpan? busyWait = null, VerdictJournal? said = null)
    {
        var files = new DiskFiles(path);
        try
        {
            files.ProveLock(busyWait ?? _usualWait);
        }
        catch (Exception error) when (LiteDbErrors.Explain(error, path) is { } explained)
        {
            throw explained;
        }

        return Open(files, clock, busyWait ?? _usualWait, said, keep: (version, copy) => KeptVersion.Keep(path, version, copy));
    }

    /// <summary>On any files; the lock is theirs to keep.</summary>
    /// <param name="keep">Called before an old database is changed, with its version and what copies it to a new file.</param>
    internal static LiteDbDocumentStore Open(
        IDatabaseFiles files, TimeProvider clock, TimeSpan busyWait, VerdictJournal? said = null, long journalLimit = LiteDbDatabase.JournalLimit, Action<int, Action<string>>? keep = null)
    {
        var database = new LiteDbDatabase(files, busyWait, journalLimit);
        database.Shape((engine, copy) => LiteDbSchema.Upgrade(engine, files.Path, LiteDbSchema.Steps, version => keep?.Invoke(version, copy)));
        return new LiteDbDocumentStore(database, clock, said);
    }

    /// <summary>Puts one closed store in the place of another, which is kept under a third name.</summary>
    /// <exception cref="StoreException">It cannot be done; says why.</exception>
    public static void Replace(string path, string by, string keptAs, TimeSpan busyWait)
    {
        try
        {
            new DiskFiles(path).Replace(by, keptAs, busyWait);
        }
        catch (Exception error) when (LiteDbErrors.Explain(error, path) is { } explained)
        {
            throw explained;
        }
    }

    public Arrival Claim(string originalPath, string sha256, long bytes, string? location = null) => _arrivals.Claim(originalPath, sha256, bytes, location);

    public void Relocate(long arrivalId, string location) => _arrivals.Relocate(arrivalId, location);

    public bool Save(long? arrivalId, BudgetDocument document, EngineVersions versions, TimeSpan readTime) => _database.Write(at =>
    {
        bool first = arrivalId is not { } id || !ArrivalCollection.IsStoredByAnother(at, id, document.Source.Sha256);
        if (first)
        {
            _documents.Save(at, document, versions, readTime);
            FindingCollection.Replace(at, document);
        }

        if (arrivalId is { } arrival)
            _arrivals.Change(at, arrival, first ? ArrivalState.Stored : ArrivalState.Duplicate, null, null);
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

    public StoreChanges Changes(StoreMark since, int most = 1000) => _database.Read(at =>
    {
        StoreMark last = MarkOf(at);
        bool anew = since.Store != last.Store || since.Document > last.Document || since.Verdict > last.Verdict || since.Journal > last.Journal;
        StoreMark from = anew ? default : since;
        IReadOnlyList<(long Change, ChangedDocument? Document)> documents = DocumentCollection.ChangedSince(at, from.Document, most);
        IReadOnlyList<(long Sequence, StoredVerdict Verdict)> verdicts = FindingCollection.Since(at, from.Verdict, most);
        (long journal, IReadOnlyList<Arrival> arrivals) = ArrivalCollection.ChangedSince(at, from.Journal, most);
        var now = new StoreMark(last.Store, documents.Select(one => one.Change).LastOrDefault(from.Document), verdicts.Select(one => one.Sequence).LastOrDefault(from.Verdict), journal);
        return new StoreChanges(
            now, anew, documents.Count < most && verdicts.Count < most && journal - from.Journal < most,
            [.. documents.Select(one => one.Document).OfType<ChangedDocument>()], [.. verdicts.Select(one => one.Verdict)], arrivals);
    });

    public StoreMark Mark() => _database.Read(MarkOf);

    public void CopyTo(string file) => CopyFailedException.AsIOException(() => _database.CopyTo(file));

    public IReadOnlyList<StoreProblem> CheckIntegrity() => new StoreAudit(this, _findings.PrintsOf, _documents.DigestOf).Run();

    public void Restore(IReadOnlyList<Arrival> arrivals, IReadOnlyList<JournalEntry> journal) => _arrivals.Restore(arrivals, journal);

    public void Restore(StoredDocument document, BudgetDocument extraction) => _documents.Restore(document, extraction);

    public void Restore(IReadOnlyList<StoredVerdict> verdicts) => _findings.Restore(verdicts);

    public void Dispose() => _database.Dispose();

    private static StoreMark MarkOf(Opening at) => new(at.Identity, at.LastChange, FindingCollection.Last(at), ArrivalCollection.LastEntry(at));
}
