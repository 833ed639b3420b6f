using LiteDB;

namespace Ingest.Store.LiteDb;

/// <summary>The chain of publications of one body, year and kind, each of which supersedes the one before.</summary>
internal static class Publications
{
    /// <summary>Takes a document out of its chain before what it says of itself changes.</summary>
    public static void Unlink(Opening at, BsonDocument document)
    {
        foreach (BsonDocument successor in at.Documents.Where("supersedes = @0", document["_id"]).ToList())
        {
            successor["supersedes"] = document["supersedes"];
            at.Documents.Update(successor);
        }
    }

    /// <summary>
    /// Puts a document into its chain by the order of storing, so that one whose body only a later version
    /// recognises takes the place it always had.
    /// </summary>
    public static void Link(Opening at, BsonDocument document)
    {
        if (document["series"].IsNull)
            return;
        List<BsonDocument> others = [.. at.Documents.Where("series = @0", document["series"]).Where(other => other["_id"] != document["_id"])];
        if (others.Where(other => other["order"].AsInt64 < document["order"].AsInt64).MaxBy(other => other["order"].AsInt64) is { } predecessor)
        {
            document["supersedes"] = predecessor["_id"];
            at.Documents.Update(document);
        }

        if (others.Where(other => other["order"].AsInt64 > document["order"].AsInt64).MinBy(other => other["order"].AsInt64) is { } successor)
        {
            successor["supersedes"] = document["_id"];
            at.Documents.Update(successor);
        }
    }
}
