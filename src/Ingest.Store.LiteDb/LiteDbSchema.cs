using LiteDB;

namespace Ingest.Store.LiteDb;

/// <summary>
/// The collections and their indexes, as a list of steps: step n leads from version n to n + 1. Published
/// steps never change. Instants are texts in the round-trip form, which sort; amounts are decimals.
/// </summary>
internal static class LiteDbSchema
{
    public const string Arrivals = "arrivals";
    public const string Journal = "journal";
    public const string Documents = "documents";
    public const string Extractions = "extractions";
    public const string Facts = "facts";
    public const string Findings = "findings";
    public const string Verdicts = "verdicts";
    public const string Digests = "digests";

    /// <summary>Tells this program's files from others, holds the store's identity and the number of its last change.</summary>
    public const string Owner = "ingest";

    public static readonly IReadOnlyList<Action<LiteDatabase>> Steps =
    [
        static database =>
        {
            ILiteCollection<BsonDocument> arrivals = database.GetCollection(Arrivals, BsonAutoId.Int64);
            arrivals.EnsureIndex("sha256");
            arrivals.EnsureIndex("state");
            database.GetCollection(Journal, BsonAutoId.Int64).EnsureIndex("arrival");
            ILiteCollection<BsonDocument> documents = database.GetCollection(Documents);
            documents.EnsureIndex("department");
            documents.EnsureIndex("supersedes");
            database.GetCollection(Extractions).EnsureIndex("_id");
            database.GetCollection(Facts).EnsureIndex("code");
            database.GetCollection(Findings).EnsureIndex("sha256");
            database.GetCollection(Verdicts, BsonAutoId.Int64).EnsureIndex("sha256");
        },
        static database =>
        {
            // Facts and extractions in parts, a digest of each extraction, publications found by a digest of what they have in common.
            var at = new Opening(database);
            at.Documents.DropIndex("department");
            at.Documents.EnsureIndex("series");
            at.Findings.DropIndex("sha256");
            database.DropCollection(Facts);
            foreach (BsonDocument before in at.Documents.FindAll().OrderBy(document => document["order"].AsInt64).ToList())
                DocumentCollection.Renew(at, before);
        },
        static database =>
        {
            // Level and date of publication are part of what a document is; digests beside contents; changes are numbered.
            var at = new Opening(database);
            database.GetCollection(Owner).Delete("order");
            database.GetCollection(Owner).Upsert(new BsonDocument { ["_id"] = "identity", ["store"] = Guid.NewGuid().ToString("N") });
            at.Documents.DropIndex("supersedes");
            at.Documents.EnsureIndex("change");
            List<BsonDocument> documents = [.. at.Documents.FindAll().OrderBy(document => document["order"].AsInt64)];
            foreach (BsonDocument before in documents)
                DocumentCollection.Digest(at, before);
            foreach (string series in documents.Select(document => document.Text("series")).OfType<string>().Distinct())
                PublicationSeries.Arrange(at, series);
        },
        static database =>
        {
            // Digests hold what stands in the tables.
            var at = new Opening(database);
            foreach (BsonDocument document in at.Documents.FindAll().ToList())
                DocumentCollection.RenewDigest(at, document["_id"].AsString);
        },
    ];

    /// <summary>Runs the steps that are missing.</summary>
    /// <param name="keep">Called with the old version before anything of an existing database is changed.</param>
    /// <exception cref="StoreException">The file was written by a newer program, or is another program's.</exception>
    public static void Upgrade(LiteDatabase database, string path, IReadOnlyList<Action<LiteDatabase>> steps, Action<int>? keep = null)
    {
        bool own = database.CollectionExists(Owner);
        if (!own && database.GetCollectionNames().Any())
            throw new StoreException(StoreFailure.Corrupt, $"{path} is a database of another program. Give the store a file of its own.");
        int version = own ? database.GetCollection(Owner).FindById("schema")["version"].AsInt32 : 0;
        if (version > steps.Count)
            throw new StoreException(StoreFailure.NewerSchema,
                $"{path} was written by a newer version of ingest (schema {version}, this program knows {steps.Count}). Use that version, or another file.");
        if (version == steps.Count)
            return;
        if (version > 0)
            keep?.Invoke(version);
        foreach (Action<LiteDatabase> step in steps.Skip(version))
            step(database);
        database.GetCollection(Owner).Upsert(new BsonDocument { ["_id"] = "schema", ["version"] = steps.Count });
    }
}
