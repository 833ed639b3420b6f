using System.Collections.Immutable;
using System.Data.Common;
using Ingest.Contract.Documents;

namespace Ingest.Store.Relational;

/// <summary>
/// Fingerprints of the findings, whose text is in the extraction, and what reviewers said of them.
/// </summary>
internal sealed class FindingTable(RelationalDatabase database, DocumentTable documents)
{
    public static void Insert(DbConnection connection, DbTransaction transaction, string sha256, ImmutableArray<Finding> findings)
    {
        IReadOnlyList<string> prints = FindingFingerprint.Of(findings);
        for (int i = 0; i < findings.Length; i++)
            connection.Execute(
                "INSERT INTO findings (sha256, position, fingerprint, severity, rule) VALUES (@sha, @position, @print, @severity, @rule)",
                transaction, ("@sha", sha256), ("@position", i), ("@print", prints[i]), ("@severity", findings[i].Severity.ToString()), ("@rule", findings[i].Rule));
    }

    public IReadOnlyList<StoredFinding> Of(string sha256) =>
        documents.Find(sha256) is { } document && documents.Load(sha256) is { } extraction ? [.. Of(document, extraction)] : [];

    private IEnumerable<StoredFinding> Of(StoredDocument document, BudgetDocument extraction)
    {
        if (extraction.Findings.IsEmpty)
            yield break;
        foreach ((string print, Finding finding, Verdict? verdict) in FindingFingerprint.WithVerdicts(extraction.Findings, Latest(document.Sha256)))
            yield return new StoredFinding(document.Sha256, document.Department, document.FiscalYear, print, finding, verdict);
    }

    /// <param name="keep">Called when the verdict stands, before it counts.</param>
    public bool Judge(StoredVerdict verdict, Action<StoredVerdict> keep)
    {
        // A document that was stored before has its findings under their former fingerprints.
        string[] names = documents.Load(verdict.Sha256) is { } extraction ? FindingFingerprint.AsStored(extraction.Findings, verdict.Fingerprint) : [];
        return database.Write((connection, transaction) =>
        {
            if (!names.Any(name => connection.Scalar("SELECT count(*) FROM findings WHERE sha256 = @sha AND fingerprint = @print", transaction, ("@sha", verdict.Sha256), ("@print", name)) > 0))
                return false;
            Insert(connection, transaction, verdict);
            keep(verdict);
            return true;
        });
    }

    public void Restore(IReadOnlyList<StoredVerdict> verdicts) => database.Write((connection, transaction) =>
    {
        foreach (StoredVerdict verdict in verdicts.Where(verdict => !IsThere(connection, transaction, verdict)))
            Insert(connection, transaction, verdict);
        return true;
    });

    public IEnumerable<StoredVerdict> All() => Since(0, int.MaxValue).Select(said => said.Verdict);

    /// <summary>Those with a greater number, oldest first.</summary>
    public IEnumerable<(long Sequence, StoredVerdict Verdict)> Since(long sequence, int most) => database.Read(
        "SELECT fingerprint, status, note, who, at, sha256, sequence FROM verdicts WHERE sequence > @sequence ORDER BY sequence LIMIT @most",
        row => (row.GetInt64(6), new StoredVerdict(row.GetString(5), row.GetString(0), Said(row))), [("@sequence", sequence), ("@most", most)]);

    public long Last() => database.Read("SELECT coalesce(max(sequence), 0) FROM verdicts", row => row.GetInt64(0), []).Single();

    public IReadOnlyList<string> PrintsOf(string sha256) =>
        [.. database.Read("SELECT fingerprint FROM findings WHERE sha256 = @sha", row => row.GetString(0), [("@sha", sha256)])];

    public IReadOnlyList<Verdict> History(string sha256, string fingerprint)
    {
        string[] names = FindingFingerprint.NamesOf(() => documents.Load(sha256), fingerprint);
        return [.. Rows(sha256).Where(row => names.Contains(row.Fingerprint)).Select(row => row.Verdict)];
    }

    public IReadOnlyList<StoredVerdict> On(string sha256) => [.. Rows(sha256).Select(row => new StoredVerdict(sha256, row.Fingerprint, row.Verdict))];

    private Dictionary<string, Verdict> Latest(string sha256)
    {
        var latest = new Dictionary<string, Verdict>(StringComparer.Ordinal);
        foreach ((string fingerprint, Verdict verdict) in Rows(sha256))
            latest[fingerprint] = verdict;
        return latest;
    }

    private IEnumerable<(string Fingerprint, Verdict Verdict)> Rows(string sha256) => database.Read(
        "SELECT fingerprint, status, note, who, at FROM verdicts WHERE sha256 = @sha ORDER BY sequence",
        row => (row.GetString(0), Said(row)), [("@sha", sha256)]);

    /// <summary>Of the columns fingerprint, status, note, who and at.</summary>
    private static Verdict Said(DbDataReader row) => new(Status(row.GetString(1)), row.Text(2), row.GetString(3), row.Instant(4));

    private static void Insert(DbConnection connection, DbTransaction transaction, StoredVerdict said) => connection.Execute(
        "INSERT INTO verdicts (sha256, fingerprint, status, note, who, at) VALUES (@sha, @print, @status, @note, @who, @at)",
        transaction, ("@sha", said.Sha256), ("@print", said.Fingerprint), ("@status", Name(said.Verdict.Status)), ("@note", said.Verdict.Note), ("@who", said.Verdict.Who), ("@at", said.Verdict.At.Stored()));

    private static bool IsThere(DbConnection connection, DbTransaction transaction, StoredVerdict said) => connection.Scalar(
        "SELECT count(*) FROM verdicts WHERE sha256 = @sha AND fingerprint = @print AND status = @status AND note IS NOT DISTINCT FROM CAST(@note AS TEXT) AND who = @who AND at = @at",
        transaction, ("@sha", said.Sha256), ("@print", said.Fingerprint), ("@status", Name(said.Verdict.Status)), ("@note", said.Verdict.Note), ("@who", said.Verdict.Who), ("@at", said.Verdict.At.Stored())) > 0;

    private static string Name(VerdictStatus status) => status switch
    {
        VerdictStatus.Open => "open",
        VerdictStatus.Confirmed => "confirmed",
        VerdictStatus.Dismissed => "dismissed",
        VerdictStatus.Pending => "pending",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    private static VerdictStatus Status(string name) => Enum.GetValues<VerdictStatus>().Single(status => Name(status) == name);
}
