using Ingest.Contract.Documents;
using LiteDB;

namespace Ingest.Store.LiteDb;

/// <summary>The publications of one body, year and kind, each put into its place whenever one of them changes. One that is damaged counts as not there until it is mended.</summary>
internal static class PublicationSeries
{
    /// <param name="series">Null for what is of no known series and stands alone.</param>
    public static void Arrange(Opening at, string? series)
    {
        if (series is null)
            return;
        Dictionary<string, BsonDocument> entries = at.Documents.Where("series = @0", series).Where(entry => DocumentCollection.Sound(entry) is not null).ToDictionary(entry => entry["_id"].AsString, StringComparer.Ordinal);
        foreach ((string sha256, PublicationPlace place) in Publications.Arrange([.. entries.Values.Select(Of)]))
        {
            BsonDocument entry = entries[sha256];
            if (place == PlaceOf(entry))
                continue;
            (entry["supersedes"], entry["replaced"], entry["orderUnsure"], entry["change"]) = (place.Supersedes, place.IsReplaced, place.IsOrderUnsure, at.NextChange());
            at.Documents.Update(entry);
        }
    }

    private static Publication Of(BsonDocument entry) => new(entry["_id"].AsString, entry.NameOrNull<DocumentLevel>("level"), entry.Date("publishedOn"));

    private static PublicationPlace PlaceOf(BsonDocument entry)
    {
        StoredDocument document = DocumentForm.Of(entry);
        return new PublicationPlace(document.Supersedes, document.IsReplaced, document.IsOrderUnsure);
    }
}
