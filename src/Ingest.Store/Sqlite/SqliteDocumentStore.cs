using Ingest.Core.Documents;
using Microsoft.Data.Sqlite;

namespace Ingest.Store.Sqlite;

/// <summary>
/// The default store: one SQLite file on a local disk (WAL does not work on network shares).
/// </summary>
public sealed class SqliteDocumentStore : IDocumentStore
{
    private readonly SqliteDatabase database;

    private readonly ArrivalTable arrivals;

    private readonly DocumentTable documents;

    private readonly FindingTable findings;

    private SqliteDocumentStore(SqliteDatabase database, TimeProvider clock)
    {
        this.database = database;
        arrivals = new ArrivalTable(database, clock);
        documents = new DocumentTable(database, clock);
        findings = new FindingTable(database, documents);
    }

    /// <summary>Opens the file, creating or migrating it as needed.</summary>
    /// <param name="path">Its folder must exist.</param>
    /// <param name="clock">Source of the instants that are stored.</param>
    /// <param name="busyWait">How long to wait for another process's lock; 30 s by default.</param>
    /// <exception cref="StoreException">It cannot be opened: corrupt, read-only, newer, unreachable.</exception>
    public static SqliteDocumentStore Open(string path, TimeProvider clock, TimeSpan? busyWait = null)
    {
        var database = new SqliteDatabase(path, busyWait ?? TimeSpan.FromSeconds(30));
        using SqliteConnection connection = database.Connect();
        try
        {
            Schema.Migrate(connection, path);
        }
        catch (SqliteException error)
        {
            throw SqliteErrors.Explain(error, path);
        }

        return new SqliteDocumentStore(database, clock);
    }

    public Arrival Claim(string originalPath, string sha256, long bytes) => arrivals.Claim(originalPath, sha256, bytes);

    public void Relocate(long arrivalId, string location) => arrivals.Relocate(arrivalId, location);

    public void Save(long? arrivalId, BudgetDocument document, EngineVersions versions, TimeSpan readTime) =>
        database.Write((connection, transaction) =>
        {
            documents.Save(connection, transaction, document, versions, readTime);
            if (arrivalId is { } id)
                arrivals.Change(connection, transaction, id, ArrivalState.Stored, null, null);
            return true;
        });

    public void MarkDuplicate(long arrivalId) => arrivals.Change(arrivalId, ArrivalState.Duplicate, null, null);

    public void Quarantine(long arrivalId, string reason, string message) =>
        arrivals.Change(arrivalId, ArrivalState.Quarantined, reason, message);

    public void Reopen(long arrivalId) => arrivals.Change(arrivalId, ArrivalState.Claimed, null, null);

    public Arrival? FindArrival(long id) => arrivals.Find(id);

    public IEnumerable<Arrival> Arrivals(ArrivalState? state = null) => arrivals.All(state);

    public IReadOnlyDictionary<ArrivalState, int> Counts() => arrivals.Counts();

    public StoredDocument? Find(string sha256) => documents.Find(sha256);

    public IReadOnlyList<StoredDocument> FindByPrefix(string sha256Prefix) => documents.FindByPrefix(sha256Prefix);

    public IEnumerable<StoredDocument> Documents(DocumentQuery query) => documents.All(query);

    public BudgetDocument? Load(string sha256) => documents.Load(sha256);

    public IEnumerable<Fact> Facts(DocumentQuery query) => documents.Facts(query);

    public IEnumerable<StoredFinding> Findings(DocumentQuery query) => findings.All(query);

    public bool Judge(string sha256, string fingerprint, Verdict verdict) => findings.Judge(sha256, fingerprint, verdict);

    public IReadOnlyList<Verdict> VerdictHistory(string sha256, string fingerprint) => findings.History(sha256, fingerprint);

    public IEnumerable<JournalEntry> Journal(long? arrivalId = null) => arrivals.Journal(arrivalId);

    public IReadOnlyList<string> CheckIntegrity() =>
    [
        .. database.Read("PRAGMA integrity_check", row => row.GetString(0), []).Where(line => line != "ok"),
        .. database.Read("PRAGMA foreign_key_check", row => $"A row of {row.GetString(0)} refers to one of {row.GetString(2)} that is not there.", []),
        .. database.Read(
            "SELECT id FROM arrivals WHERE state = 'stored' AND sha256 NOT IN (SELECT sha256 FROM documents)",
            row => $"Arrival {row.GetInt64(0)} is marked stored, but its document is not there.", []),
    ];

    public void Dispose() => database.Dispose();
}
