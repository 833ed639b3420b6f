using LiteDB;

namespace Ingest.Store.LiteDb;

/// <summary>
/// Conditions with their values beside them. LiteDB keeps the text of every condition that it has met for
/// ever, so that text must not contain values.
/// </summary>
internal static class Conditions
{
    public static IEnumerable<BsonDocument> Where(this ILiteCollection<BsonDocument> collection, string condition, params BsonValue[] values) =>
        collection.Find(BsonExpression.Create(condition, values));

    /// <summary>The greatest number of an entry; 0 when there is none.</summary>
    public static long Last(this ILiteCollection<BsonDocument> collection) =>
        collection.Query().OrderByDescending("_id").Limit(1).ToList() is [var last] ? last["_id"].AsInt64 : 0;

    /// <summary>Entries that belong to a document: their names are its hash, a slash and more, in order.</summary>
    public static List<BsonDocument> Of(this ILiteCollection<BsonDocument> collection, string sha256) =>
        [.. collection.Where("_id BETWEEN @0 AND @1", $"{sha256}/", $"{sha256}0").OrderBy(entry => entry["_id"].AsString, StringComparer.Ordinal)];

    // '0' is what follows '/'.
    public static void DeleteOf(this ILiteCollection<BsonDocument> collection, string sha256) =>
        collection.DeleteMany(BsonExpression.Create("_id BETWEEN @0 AND @1", $"{sha256}/", $"{sha256}0"));
}
