using LiteDB;

namespace Ingest.Store.LiteDb;

/// <summary>The collections during one opening of the database.</summary>
internal sealed class Opening(LiteDatabase database)
{
    public ILiteCollection<BsonDocument> Arrivals => database.GetCollection(LiteDbSchema.Arrivals, BsonAutoId.Int64);

    public ILiteCollection<BsonDocument> Journal => database.GetCollection(LiteDbSchema.Journal, BsonAutoId.Int64);

    public ILiteCollection<BsonDocument> Documents => database.GetCollection(LiteDbSchema.Documents);

    public ILiteCollection<BsonDocument> Extractions => database.GetCollection(LiteDbSchema.Extractions);

    public ILiteCollection<BsonDocument> Facts => database.GetCollection(LiteDbSchema.Facts);

    public ILiteCollection<BsonDocument> Findings => database.GetCollection(LiteDbSchema.Findings);

    public ILiteCollection<BsonDocument> Verdicts => database.GetCollection(LiteDbSchema.Verdicts, BsonAutoId.Int64);

    public ILiteCollection<BsonDocument> Digests => database.GetCollection(LiteDbSchema.Digests);

    /// <summary>Of this store, given when it was made.</summary>
    public string Identity => database.GetCollection(LiteDbSchema.Owner).FindById("identity")["store"].AsString;

    /// <summary>Numbers changes of documents.</summary>
    public long NextChange()
    {
        ILiteCollection<BsonDocument> own = database.GetCollection(LiteDbSchema.Owner);
        BsonDocument last = own.FindById("change") ?? new BsonDocument { ["_id"] = "change", ["last"] = 0L };
        last["last"] = last["last"].AsInt64 + 1;
        own.Upsert(last);
        return last["last"].AsInt64;
    }

    public long LastChange => database.GetCollection(LiteDbSchema.Owner).FindById("change") is { } last ? last["last"].AsInt64 : 0;
}
