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
        BsonDocument? before = at.Documents.FindById(sha256);
        if (before is not null)
            Publications.Unlink(at, before);
        byte[] packed = PackedExtraction.Pack(document);
        BsonDocument saved = DocumentForm.Entry(StoredDocument.Of(document, versions, clock.GetUtcNow(), readTime), SHA256.HashData(packed));
        saved["order"] = before?["order"] ?? at.NextOrder();
        if (before is not null)
            foreach (string kept in (string[])["fileName", "bytes", "storedAt"])
                saved[kept] = before[kept];
        at.Documents.Upsert(saved);
        Publications.Link(at, saved);
        Replace(at, document, packed);
    }

    /// <summary>Takes a document over as it is, with its place among the publications of its body.</summary>
    public void Restore(StoredDocument stored, BudgetDocument document) => database.Write(at =>
    {
        byte[] packed = PackedExtraction.Pack(document);
        BsonDocument entry = DocumentForm.Entry(stored, SHA256.HashData(packed));
        entry["order"] = at.NextOrder();
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
        entry["order"] = at.NextOrder();
        at.Documents.Update(entry);
        // What was damaged stays so; 'ingest check' tells.
        if (TryUnpack(packed) is { } document)
            Replace(at, document, packed);
        else
            at.Extractions.InsertBulk(Parts.OfExtraction(sha256, packed));
    }

    public StoredDocument? Find(string sha256) => database.Read(at => Find(at, sha256));

    public static StoredDocument? Find(Opening at, string sha256) => at.Documents.FindById(sha256) is { } found ? DocumentForm.Of(found) : null;

    public IReadOnlyList<StoredDocument> FindByPrefix(string prefix) => database.Read(at => at.Documents.Where("_id BETWEEN @0 AND @1", prefix, prefix + "\uffff")
        .OrderBy(found => found["_id"].AsString, StringComparer.Ordinal).Take(2).Select(DocumentForm.Of).ToList());

    /// <summary>Without their contents, so that all of them fit the memory.</summary>
    public IReadOnlyList<StoredDocument> All(DocumentQuery query) => database.Read(at =>
    {
        List<StoredDocument> all = [.. at.Documents.FindAll().Select(DocumentForm.Of)];
        HashSet<string> replaced = [.. all.Select(document => document.Supersedes).OfType<string>()];
        return all.Where(document => Matches(document, query) && !(query.LatestOnly && replaced.Contains(document.Sha256)))
            .OrderBy(document => document.Department, StringComparer.Ordinal).ThenBy(document => document.FiscalYear)
            .ThenBy(document => document.StoredAt).ThenBy(document => document.Sha256, StringComparer.Ordinal)
            .ToList();
    });

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

    public IReadOnlyList<Fact> FactsOf(StoredDocument document) => database.Read(at => Parts.Facts(at, document));

    private static void Replace(Opening at, BudgetDocument document, byte[] packed)
    {
        string sha256 = document.Source.Sha256;
        at.Extractions.DeleteOf(sha256);
        at.Extractions.InsertBulk(Parts.OfExtraction(sha256, packed));
        at.Facts.DeleteOf(sha256);
        at.Facts.InsertBulk(Parts.OfFacts(sha256, Fact.AllOf(document)));
    }

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
        && (query.Layout is null || document.Layout == query.Layout)
        && (query.OtherThan is null || document.Versions != query.OtherThan);

    private static StoreException Damaged(string sha256, string path, string what) => new(
        StoreFailure.Corrupt,
        $"{path}: the contents of document {sha256} are damaged ({what}). Read it again with 'ingest reprocess', or make the store anew with 'ingest rebuild'.");
}
