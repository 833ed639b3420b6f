using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using LiteDB;

namespace Ingest.Store.LiteDb;

/// <summary>Documents without their contents, and their extractions (JSON, Brotli) beside them.</summary>
internal sealed class DocumentCollection(LiteDbDatabase database, TimeProvider clock)
{
    private readonly FactCollection _facts = new(database);

    private ILiteCollection<BsonDocument> Documents => database.Collection(LiteDbSchema.Documents);

    private ILiteCollection<BsonDocument> Extractions => database.Collection(LiteDbSchema.Extractions);

    /// <summary>Within a transaction that has begun.</summary>
    public void Save(BudgetDocument document, EngineVersions versions, TimeSpan readTime)
    {
        string sha256 = document.Source.Sha256;
        BsonDocument? before = Documents.FindById(sha256);
        if (before is not null)
            Unlink(before);
        BsonDocument saved = Describe(document, versions, readTime, before);
        Documents.Upsert(saved);
        Link(saved);
        Extractions.Upsert(new BsonDocument { ["_id"] = sha256, ["extraction"] = PackedExtraction.Pack(document) });
        _facts.Replace(document);
    }

    public StoredDocument? Find(string sha256) => database.Read(() => Documents.FindById(sha256) is { } found ? Of(found) : null);

    public IReadOnlyList<StoredDocument> FindByPrefix(string prefix) =>
        database.Read(() => Documents.Find(Query.StartsWith("_id", prefix)).OrderBy(found => found["_id"].AsString, StringComparer.Ordinal).Take(2).Select(Of).ToList());

    /// <summary>Without their contents, so that all of them fit the memory.</summary>
    public IReadOnlyList<StoredDocument> All(DocumentQuery query) => database.Read(() =>
    {
        List<BsonDocument> all = [.. Documents.FindAll()];
        HashSet<string> replaced = [.. all.Select(document => document.Text("supersedes")).OfType<string>()];
        return all.Select(Of)
            .Where(document => Matches(document, query) && !(query.LatestOnly && replaced.Contains(document.Sha256)))
            .OrderBy(document => document.Department, StringComparer.Ordinal).ThenBy(document => document.FiscalYear)
            .ThenBy(document => document.StoredAt).ThenBy(document => document.Sha256, StringComparer.Ordinal)
            .ToList();
    });

    public BudgetDocument? Load(string sha256) =>
        database.Read(() => Extractions.FindById(sha256)) is { } found ? PackedExtraction.Unpack(found["extraction"].AsBinary) : null;

    public IReadOnlyList<Fact> FactsOf(StoredDocument document) => _facts.Of(document);

    private static bool Matches(StoredDocument document, DocumentQuery query) =>
        (query.FirstYear is null || document.FiscalYear >= query.FirstYear)
        && (query.LastYear is null || document.FiscalYear <= query.LastYear)
        && (query.Department is null || document.Department?.Contains(query.Department, StringComparison.Ordinal) == true)
        && (query.Layout is null || document.Layout == query.Layout)
        && (query.OtherThan is null || document.Versions != query.OtherThan);

    private BsonDocument Describe(BudgetDocument document, EngineVersions versions, TimeSpan readTime, BsonDocument? before) => new()
    {
        ["_id"] = document.Source.Sha256,
        ["fileName"] = before?["fileName"] ?? document.Source.FileName,
        ["bytes"] = before?["bytes"] ?? document.Source.Bytes,
        // What was stored first keeps its place among the publications of its body.
        ["storedAt"] = before?["storedAt"] ?? clock.GetUtcNow().Stored(),
        ["order"] = before?["order"] ?? NextOrder(),
        ["pages"] = document.Source.Pages,
        ["department"] = document.Identity.Department,
        ["year"] = document.Identity.FiscalYear is { } year ? year : BsonValue.Null,
        ["kind"] = document.Identity.Kind?.ToString(),
        ["layout"] = document.Identity.Layout,
        ["reader"] = versions.Reader,
        ["layouts"] = versions.Layouts,
        ["rules"] = versions.Rules,
        ["readMs"] = readTime.TotalMilliseconds,
        ["supersedes"] = BsonValue.Null,
        ["errors"] = document.Findings.Count(finding => finding.Severity == Severity.Error),
        ["warnings"] = document.Findings.Count(finding => finding.Severity == Severity.Warning),
        ["amounts"] = document.Coverage is { } coverage ? coverage.Amounts : BsonValue.Null,
        ["unchecked"] = document.Coverage is { } reached ? reached.Unchecked.Length : BsonValue.Null,
    };

    private long NextOrder() => Documents.Count() + 1L;

    /// <summary>Takes a document out of its chain of publications before what it says of itself changes.</summary>
    private void Unlink(BsonDocument document)
    {
        foreach (BsonDocument successor in Documents.Find(Query.EQ("supersedes", document["_id"])).ToList())
        {
            successor["supersedes"] = document["supersedes"];
            Documents.Update(successor);
        }
    }

    /// <summary>
    /// Puts a document into the chain of its body, year and kind by the order of storing, so that a document
    /// whose body only a later version recognises takes the place it always had.
    /// </summary>
    private void Link(BsonDocument document)
    {
        if (document["department"].IsNull || document["year"].IsNull || document["kind"].IsNull)
            return;
        List<BsonDocument> others =
        [
            .. Documents.Find(Query.EQ("department", document["department"]))
                .Where(other => other["_id"] != document["_id"] && other["year"] == document["year"] && other["kind"] == document["kind"]),
        ];
        if (others.Where(other => other["order"].AsInt64 < document["order"].AsInt64).MaxBy(other => other["order"].AsInt64) is { } predecessor)
        {
            document["supersedes"] = predecessor["_id"];
            Documents.Update(document);
        }

        if (others.Where(other => other["order"].AsInt64 > document["order"].AsInt64).MinBy(other => other["order"].AsInt64) is { } successor)
        {
            successor["supersedes"] = document["_id"];
            Documents.Update(successor);
        }
    }

    private static StoredDocument Of(BsonDocument document) => new(
        document["_id"].AsString, document["fileName"].AsString, document["bytes"].AsInt64, document["pages"].AsInt32,
        document.Text("department"), document.Number("year"),
        document.Text("kind") is { } kind ? Enum.Parse<DocumentKind>(kind) : null, document.Text("layout"),
        new EngineVersions(document["reader"].AsString, document["layouts"].AsString, document["rules"].AsString),
        document.Instant("storedAt"), document["readMs"].AsDouble, document.Text("supersedes"), document["errors"].AsInt32, document["warnings"].AsInt32,
        document.Number("amounts"), document.Number("unchecked"));
}
