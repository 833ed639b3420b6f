using Ingest.Contract.Documents;
using LiteDB;

namespace Ingest.Store.LiteDb;

/// <summary>Fingerprints of the findings, whose text is in the extraction, and what reviewers said of them.</summary>
internal sealed class FindingCollection(LiteDbDatabase database, DocumentCollection documents)
{
    private ILiteCollection<BsonDocument> Findings => database.Collection(LiteDbSchema.Findings);

    private ILiteCollection<BsonDocument> Verdicts => database.Collection(LiteDbSchema.Verdicts, BsonAutoId.Int64);

    /// <summary>Within a transaction that has begun.</summary>
    public void Replace(BudgetDocument document)
    {
        string sha256 = document.Source.Sha256;
        Findings.DeleteMany(Query.EQ("sha256", sha256));
        IReadOnlyList<string> prints = FindingFingerprint.Of(document.Findings);
        Findings.InsertBulk(document.Findings.Select((finding, i) => new BsonDocument
        {
            ["_id"] = Id(sha256, prints[i]),
            ["sha256"] = sha256,
            ["severity"] = finding.Severity.ToString(),
            ["rule"] = finding.Rule,
        }));
    }

    public IEnumerable<StoredFinding> All(DocumentQuery query) => documents.All(query).SelectMany(Of);

    public IReadOnlyList<StoredFinding> Of(string sha256) => documents.Find(sha256) is { } document ? [.. Of(document)] : [];

    public bool Judge(string sha256, string fingerprint, Verdict verdict) => database.Write(() =>
    {
        if (Findings.FindById(Id(sha256, fingerprint)) is null)
            return false;
        Verdicts.Insert(new BsonDocument
        {
            ["sha256"] = sha256,
            ["fingerprint"] = fingerprint,
            ["status"] = verdict.Status.ToString(),
            ["note"] = verdict.Note,
            ["who"] = verdict.Who,
            ["at"] = verdict.At.Stored(),
        });
        return true;
    });

    public IReadOnlyList<Verdict> History(string sha256, string fingerprint) =>
        [.. Said(sha256).Where(said => said.Fingerprint == fingerprint).Select(said => said.Verdict)];

    public int Count(string sha256) => database.Read(() => Findings.Count(Query.EQ("sha256", sha256)));

    private IEnumerable<StoredFinding> Of(StoredDocument document)
    {
        if (documents.Load(document.Sha256) is not { Findings.IsEmpty: false } extraction)
            yield break;
        IReadOnlyList<string> prints = FindingFingerprint.Of(extraction.Findings);
        var latest = new Dictionary<string, Verdict>(StringComparer.Ordinal);
        foreach ((string fingerprint, Verdict verdict) in Said(document.Sha256))
            latest[fingerprint] = verdict;
        for (int i = 0; i < extraction.Findings.Length; i++)
            yield return new StoredFinding(
                document.Sha256, document.Department, document.FiscalYear, prints[i], extraction.Findings[i], latest.GetValueOrDefault(prints[i]));
    }

    private List<(string Fingerprint, Verdict Verdict)> Said(string sha256) => database.Read(() => Verdicts.Find(Query.EQ("sha256", sha256))
        .OrderBy(said => said["_id"].AsInt64)
        .Select(said => (said["fingerprint"].AsString, new Verdict(Enum.Parse<VerdictStatus>(said["status"].AsString), said.Text("note"), said["who"].AsString, said.Instant("at"))))
        .ToList());

    private static string Id(string sha256, string fingerprint) => $"{sha256}/{fingerprint}";
}
