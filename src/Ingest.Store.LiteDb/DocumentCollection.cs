using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Ingest.Contract.Documents;
using LiteDB;

namespace Ingest.Store.LiteDb;

/// <summary>Documents without their contents; beside them their extractions (JSON, Brotli) and their facts, in parts.</summary>
internal sealed class DocumentCollection(LiteDbDatabase database, TimeProvider clock)
{
    public void Save(Opening at, BudgetDocument document, EngineVersions versions, TimeSpan readTime)
    {
        string sha256 = document.Source.Sha256;
        BsonDocument? before = Sound(at.Documents.FindById(sha256));
        byte[] packed = PackedExtraction.Pack(document);
        BsonDocument saved = DocumentForm.Entry(StoredDocument.Of(document, versions, clock.GetUtcNow(), readTime), SHA256.HashData(packed));
        saved["change"] = at.NextChange();
        if (before is not null)
            foreach (string kept in (string[])["fileName", "bytes", "storedAt", "supersedes", "replaced", "orderUnsure"])
                saved[kept] = before[kept];
        at.Documents.Upsert(saved);
        if (before?.Text("series") is { } left && left != saved.Text("series"))
            PublicationSeries.Arrange(at, left);
        if (saved["series"].IsNull)
            Alone(at, saved);
        else
            PublicationSeries.Arrange(at, saved.Text("series"));
        Replace(at, document, packed);
    }

    /// <summary>Takes a document over as it is, with its place among the publications of its body.</summary>
    public void Restore(StoredDocument stored, BudgetDocument document) => database.Write(at =>
    {
        byte[] packed = PackedExtraction.Pack(document);
        BsonDocument entry = DocumentForm.Entry(stored, SHA256.HashData(packed));
        entry["change"] = at.NextChange();
        at.Documents.Insert(entry);
        Replace(at, document, packed);
        FindingCollection.Replace(at, document);
        return true;
    });

    /// <summary>From the first version's form, which had each extraction and each fact in an entry of its own.</summary>
    public static void Renew(Opening at, BsonDocument before)
    {
        string sha256 = before["_id"].AsString;
        byte[] packed = at.Extractions.FindById(sha256)?["extraction"].AsBinary ?? [];
        at.Extractions.Delete(sha256);
        BsonDocument entry = DocumentForm.Entry(DocumentForm.Of(before), SHA256.HashData(packed));
        entry["order"] = before["order"];
        at.Documents.Update(entry);
        // What was damaged stays so; 'ingest check' tells.
        if (TryUnpack(packed) is { } document)
            Replace(at, document, packed);
        else
            at.Extractions.InsertBulk(Parts.OfExtraction(sha256, packed));
    }

    /// <summary>From the second version's form, which had neither level, date nor digest.</summary>
    public static void Digest(Opening at, BsonDocument entry)
    {
        string sha256 = entry["_id"].AsString;
        if (Parts.Extraction(at, sha256) is { } packed && TryUnpack(packed) is { } document)
        {
            entry["level"] = document.Identity.Level?.ToString();
            entry["publishedOn"] = document.Identity.PublishedOn?.ToString("O", CultureInfo.InvariantCulture);
            SaveDigest(at, document);
        }

        entry.Remove("order");
        // Until the publications are put into their places, each stands alone.
        (entry["supersedes"], entry["replaced"], entry["orderUnsure"], entry["change"]) = (BsonValue.Null, false, false, at.NextChange());
        at.Documents.Update(entry);
    }

    /// <summary>Makes the digest anew; of contents that are damaged there is none.</summary>
    public static void RenewDigest(Opening at, string sha256)
    {
        if (Parts.Extraction(at, sha256) is { } packed && TryUnpack(packed) is { } document)
            SaveDigest(at, document);
    }

    public StoredDocument? Find(string sha256) => database.Read(at => Find(at, sha256));

    public static StoredDocument? Find(Opening at, string sha256) => at.Documents.FindById(sha256) is { } found ? DocumentForm.Of(found) : null;

    public IReadOnlyList<StoredDocument> FindByPrefix(string prefix) => database.Read(at => at.Documents.Where("_id BETWEEN @0 AND @1", prefix, prefix + "\uffff")
        .OrderBy(found => found["_id"].AsString, StringComparer.Ordinal).Take(2).Select(DocumentForm.Of).ToList());

    /// <summary>Without their contents, so that all of them fit the memory.</summary>
    public IEnumerable<StoredDocument> All(DocumentQuery query, Action<DamagedDocument>? damaged) => StoreReading.Documents(
        () => database.Read(at => Sorted(at.Documents.FindAll().Select(DocumentForm.Of).Where(document => Matches(document, query))).ToList()),
        // Of the index alone.
        () => database.Read(at => at.Documents.Query().OrderBy("_id").Select("{ _id }").ToEnumerable().Select(entry => entry["_id"].AsString).ToList()),
        sha256 => Find(sha256) is { } document && Matches(document, query) ? document : null,
        Sorted, damaged);

    /// <summary>Documents whose number of change is greater, in its order; null in place of one that is damaged.</summary>
    public static IReadOnlyList<(long Change, ChangedDocument? Document)> ChangedSince(Opening at, long change, int most) =>
    [
        .. at.Documents.Query().Where(BsonExpression.Create("change > @0", change)).OrderBy("change").Limit(most).ToList().Select(entry =>
            (entry["change"].AsInt64, Sound(entry) is null ? null : new ChangedDocument(
                DocumentForm.Of(entry), DigestOf(at, entry["_id"].AsString)))),
    ];

    public BudgetDocument? Load(string sha256) => database.Read(at => Load(at, sha256, database.Path));

    /// <exception cref="StoreException">The contents are not those that were stored.</exception>
    public static BudgetDocument? Load(Opening at, string sha256, string path)
    {
        BsonDocument? entry = at.Documents.FindById(sha256);
        if (entry is null)
            return null;
        byte[]? packed = Parts.Extraction(at, sha256);
        if (packed is null || !SHA256.HashData(packed).AsSpan().SequenceEqual(entry["digest"].AsBinary))
            throw Damaged(sha256, path, packed is null ? "they are not there" : "their digest is another");
        return TryUnpack(packed) ?? throw Damaged(sha256, path, "they are no extraction");
    }

    public IReadOnlyList<Fact> FactsOf(string sha256) => database.Read(at => Find(at, sha256) is { } document ? Parts.Facts(at, document) : []);

    private static void Replace(Opening at, BudgetDocument document, byte[] packed)
    {
        string sha256 = document.Source.Sha256;
        at.Extractions.DeleteOf(sha256);
        at.Extractions.InsertBulk(Parts.OfExtraction(sha256, packed));
        at.Facts.DeleteOf(sha256);
        at.Facts.InsertBulk(Parts.OfFacts(sha256, Fact.AllOf(document)));
        SaveDigest(at, document);
    }

    public DocumentDigest DigestOf(string sha256) => database.Read(at => DigestOf(at, sha256));

    private static DocumentDigest DigestOf(Opening at, string sha256) =>
        at.Digests.FindById(sha256) is { } entry && entry["digest"] is { IsBinary: true } digest ? DocumentDigest.UnpackOrEmpty(digest.AsBinary) : DocumentDigest.Empty;

    private static void SaveDigest(Opening at, BudgetDocument document) =>
        at.Digests.Upsert(new BsonDocument { ["_id"] = document.Source.Sha256, ["digest"] = DocumentDigest.Of(document).Pack() });

    /// <summary>An entry that can be read; null for one that is damaged, which counts as not there when it is written again.</summary>
    public static BsonDocument? Sound(BsonDocument? entry)
    {
        try
        {
            return entry is null || DocumentForm.Of(entry).Sha256.Length == 0 ? null : entry;
        }
        catch (Exception error) when (LiteDbErrors.IsDamagedEntry(error))
        {
            return null;
        }
    }

    private static void Alone(Opening at, BsonDocument entry)
    {
        (entry["supersedes"], entry["replaced"], entry["orderUnsure"]) = (BsonValue.Null, false, false);
        at.Documents.Update(entry);
    }

    private static IEnumerable<StoredDocument> Sorted(IEnumerable<StoredDocument> documents) => documents
        .OrderBy(document => document.Department, StringComparer.Ordinal).ThenBy(document => document.FiscalYear)
        .ThenBy(document => document.StoredAt).ThenBy(document => document.Sha256, StringComparer.Ordinal);

    private static BudgetDocument? TryUnpack(byte[] packed)
    {
        try
        {
            return PackedExtraction.Unpack(packed);
        }
        catch (Exception error) when (error is InvalidDataException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool Matches(StoredDocument document, DocumentQuery query) =>
        (query.FirstYear is null || document.FiscalYear >= query.FirstYear)
        && (query.LastYear is null || document.FiscalYear <= query.LastYear)
        && (query.Department is null || document.Department?.Contains(query.Department, StringComparison.Ordinal) == true)
        && (query.Level is null || document.Level == query.Level)
        && (!query.LatestOnly || !document.IsReplaced)
        && (query.Layout is null || document.Layout == query.Layout)
        && (query.OtherThan is null || document.Versions != query.OtherThan);

    private static StoreException Damaged(string sha256, string path, string what) => new(
        StoreFailure.Corrupt,
        $"{path}: the contents of document {sha256} are damaged ({what}). Read it again with 'ingest check --repair', or make the store anew with 'ingest rebuild'.");
}
