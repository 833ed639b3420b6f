using LiteDB;

namespace Ingest.Store.LiteDb;

/// <summary>What may be longer than the 16 MB of an entry is kept in parts, named by document and number.</summary>
internal static class Parts
{
    private const int PartBytes = 1 << 20;

    /// <summary>Letters and figures of the facts in one part, about; one suffices for nearly all documents.</summary>
    private const int PartLength = 1 << 18;

    public static IEnumerable<BsonDocument> OfExtraction(string sha256, byte[] packed) => packed.Chunk(PartBytes).Select((part, number) => new BsonDocument
    {
        ["_id"] = Id(sha256, number),
        ["extraction"] = part,
    });

    /// <returns>Null when there is none.</returns>
    public static byte[]? Extraction(Opening at, string sha256) => at.Extractions.Of(sha256) switch
    {
        [] => null,
        [var one] => one["extraction"].AsBinary,
        var several => [.. several.SelectMany(part => part["extraction"].AsBinary)],
    };

    public static IEnumerable<BsonDocument> OfFacts(string sha256, IEnumerable<Fact> facts) => Bounded(facts).Select((part, number) => new BsonDocument
    {
        ["_id"] = Id(sha256, number),
        ["facts"] = new BsonArray(part.Select(FactForm.Entry)),
    });

    public static List<Fact> Facts(Opening at, StoredDocument document) =>
        [.. at.Facts.Of(document.Sha256).SelectMany(part => part["facts"].AsArray).Select(entry => FactForm.Of(entry.AsDocument, document))];

    private static IEnumerable<List<Fact>> Bounded(IEnumerable<Fact> facts)
    {
        var part = new List<Fact>();
        int length = 0;
        foreach (Fact fact in facts)
        {
            part.Add(fact);
            length += 64 + fact.Name.Length + (fact.Project?.Length ?? 0) + (fact.Code?.Length ?? 0);
            if (length < PartLength)
                continue;
            yield return part;
            (part, length) = ([], 0);
        }

        if (part.Count > 0)
            yield return part;
    }

    private static string Id(string sha256, int number) => $"{sha256}/{number:D6}";
}
