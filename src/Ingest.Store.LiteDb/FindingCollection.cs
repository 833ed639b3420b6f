using Ingest.Contract.Documents;
using LiteDB;

namespace Ingest.Store.LiteDb;

/// <summary>Fingerprints of the findings, whose text is in the extraction, and what reviewers said of them.</summary>
internal sealed class FindingCollection(LiteDbDatabase database)
{
    public static void Replace(Opening at, BudgetDocument document)
    {
        string sha256 = document.Source.Sha256;
        at.Findings.DeleteOf(sha256);
        IReadOnlyList<string> prints = FindingFingerprint.Of(document.Findings);
        at.Findings.InsertBulk(document.Findings.Select((finding, i) => new BsonDocument
        {
            ["_id"] = Id(sha256, prints[i]),
            ["severity"] = finding.Severity.ToString(),
            ["rule"] = finding.Rule,
        }));
    }

    public IReadOnlyList<StoredFinding> Of(string sha256) => database.Read(at =>
    {
        if (DocumentCollection.Find(at, sha256) is not { } document || DocumentCollection.Load(at, sha256, database.Path) is not { Findings.IsEmpty: false } extraction)
            return [];
        var latest = new Dictionary<string, Verdict>(StringComparer.Ordinal);
        foreach (StoredVerdict said in Said(at, sha256))
            latest[said.Fingerprint] = said.Verdict;
        return FindingFingerprint.WithVerdicts(extraction.Findings, latest)
            .Select(found => new StoredFinding(sha256, document.Department, document.FiscalYear, found.Fingerprint, found.Finding, found.Verdict)).ToList();
    });

    /// <param name="keep">Called when the verdict stands, before it counts.</param>
    public bool Judge(StoredVerdict verdict, Action<StoredVerdict> keep) => database.Write(at =>
    {
        if (!IsStored(at, verdict))
            return false;
        at.Verdicts.Insert(Entry(verdict));
        keep(verdict);
        return true;
    });

    public IReadOnlyList<Verdict> History(string sha256, string fingerprint) =>
        database.Read(at =>
        {
            string[] names = FindingFingerprint.NamesOf(() => DocumentCollection.Load(at, sha256, database.Path), fingerprint);
            return Said(at, sha256).Where(said => names.Contains(said.Fingerprint)).Select(said => said.Verdict).ToList();
        });

    public IReadOnlyList<StoredVerdict> On(string sha256) => database.Read(at => Said(at, sha256).ToList());

    public IReadOnlyList<StoredVerdict> All() => database.Read(at => at.Verdicts.FindAll().OrderBy(said => said["_id"].AsInt64).Select(Of).ToList());

    /// <summary>Those with a greater number, oldest first.</summary>
    public static IReadOnlyList<(long Sequence, StoredVerdict Verdict)> Since(Opening at, long sequence, int most) =>
        [.. at.Verdicts.Query().Where(BsonExpression.Create("_id > @0", sequence)).OrderBy("_id").Limit(most).ToList().Select(said => (said["_id"].AsInt64, Of(said)))];

    public static long Last(Opening at) => at.Verdicts.Last();

    public void Restore(IReadOnlyList<StoredVerdict> verdicts) => database.Write(at =>
    {
        foreach (StoredVerdict verdict in verdicts.Where(verdict => !Said(at, verdict.Sha256).Contains(verdict)))
            at.Verdicts.Insert(Entry(verdict));
        return true;
    });

    public IReadOnlyList<string> PrintsOf(string sha256) =>
        database.Read(at => at.Findings.Of(sha256).Select(finding => finding["_id"].AsString[(sha256.Length + 1)..]).ToList());

    /// <summary>A document that was stored before has its findings under their former fingerprints.</summary>
    private bool IsStored(Opening at, StoredVerdict verdict) => DocumentCollection.Load(at, verdict.Sha256, database.Path) is { } extraction
        && FindingFingerprint.AsStored(extraction.Findings, verdict.Fingerprint).Any(name => at.Findings.FindById(Id(verdict.Sha256, name)) is not null);

    private static IEnumerable<StoredVerdict> Said(Opening at, string sha256) =>
        at.Verdicts.Where("sha256 = @0", sha256).OrderBy(said => said["_id"].AsInt64).Select(Of);

    private static BsonDocument Entry(StoredVerdict said) => new()
    {
        ["sha256"] = said.Sha256,
        ["fingerprint"] = said.Fingerprint,
        ["status"] = said.Verdict.Status.ToString(),
        ["note"] = said.Verdict.Note,
        ["who"] = said.Verdict.Who,
        ["at"] = said.Verdict.At.Stored(),
    };

    private static StoredVerdict Of(BsonDocument said) => new(
        said["sha256"].AsString, said["fingerprint"].AsString,
        new Verdict(said.Name<VerdictStatus>("status"), said.Text("note"), said["who"].AsString, said.Instant("at")));

    private static string Id(string sha256, string fingerprint) => $"{sha256}/{fingerprint}";
}
