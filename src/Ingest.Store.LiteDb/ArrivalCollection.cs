using LiteDB;

namespace Ingest.Store.LiteDb;

/// <summary>Arrivals and the journal of their changes. Entries of the journal are only ever added.</summary>
internal sealed class ArrivalCollection(LiteDbDatabase database, TimeProvider clock)
{
    private ILiteCollection<BsonDocument> Arrivals => database.Collection(LiteDbSchema.Arrivals, BsonAutoId.Int64);

    private ILiteCollection<BsonDocument> Entries => database.Collection(LiteDbSchema.Journal, BsonAutoId.Int64);

    public Arrival Claim(string originalPath, string sha256, long bytes, string? location) => database.Write(() =>
    {
        if (Last(sha256, arrival => arrival.State == ArrivalState.Claimed && arrival.OriginalPath == originalPath) is { } known)
            return known;
        var arrival = new BsonDocument
        {
            ["path"] = originalPath,
            ["sha256"] = sha256,
            ["bytes"] = bytes,
            ["seenAt"] = clock.GetUtcNow().Stored(),
            ["state"] = Name(ArrivalState.Claimed),
            ["location"] = location,
            ["reason"] = BsonValue.Null,
            ["message"] = BsonValue.Null,
        };
        Arrivals.Insert(arrival);
        Log(arrival["_id"].AsInt64, ArrivalState.Claimed, location, null);
        return Of(arrival);
    });

    public void Relocate(long id, string location) => database.Write(() =>
    {
        BsonDocument arrival = Existing(id);
        arrival["location"] = location;
        Arrivals.Update(arrival);
        Log(id, Of(arrival).State, location, null);
        return true;
    });

    public void Change(long id, ArrivalState state, string? reason, string? message) => database.Write(() =>
    {
        ChangeWithin(id, state, reason, message);
        return true;
    });

    /// <summary>As <see cref="Change"/>, within a transaction that has begun.</summary>
    public void ChangeWithin(long id, ArrivalState state, string? reason, string? message)
    {
        BsonDocument arrival = Existing(id);
        (arrival["state"], arrival["reason"], arrival["message"]) = (Name(state), reason, message);
        Arrivals.Update(arrival);
        Log(id, state, null, reason is null ? null : $"{reason}: {message}");
    }

    public Arrival? Find(long id) => database.Read(() => Arrivals.FindById(id) is { } arrival ? Of(arrival) : null);

    public Arrival? Find(string path, string sha256) => database.Read(() => Last(sha256, arrival => arrival.OriginalPath == path));

    public IReadOnlyList<Arrival> Of(string sha256) => database.Read(() => BySha(sha256).ToList());

    public bool IsStoredByAnother(long id, string sha256) => BySha(sha256).Any(arrival => arrival.Id != id && arrival.State == ArrivalState.Stored);

    public IEnumerable<Arrival> All(ArrivalState? state) => database.Read(() =>
        (state is { } wanted ? Arrivals.Find(Query.EQ("state", Name(wanted))) : Arrivals.FindAll()).Select(Of).OrderBy(arrival => arrival.Id).ToList());

    public IReadOnlyDictionary<ArrivalState, int> Counts() => database.Read(() =>
        Enum.GetValues<ArrivalState>().ToDictionary(state => state, state => Arrivals.Count(Query.EQ("state", Name(state)))));

    public IEnumerable<JournalEntry> Journal(long? arrivalId) => database.Read(() =>
        (arrivalId is { } id ? Entries.Find(Query.EQ("arrival", id)) : Entries.FindAll()).Select(Entry).OrderByDescending(entry => entry.Sequence).ToList());

    private IEnumerable<Arrival> BySha(string sha256) => Arrivals.Find(Query.EQ("sha256", sha256)).Select(Of).OrderBy(arrival => arrival.Id);

    private Arrival? Last(string sha256, Func<Arrival, bool> condition) => BySha(sha256).LastOrDefault(condition);

    private BsonDocument Existing(long id) => Arrivals.FindById(id) ?? throw new ArgumentException($"No arrival has the number {id}.");

    private void Log(long id, ArrivalState state, string? location, string? detail) => Entries.Insert(new BsonDocument
    {
        ["at"] = clock.GetUtcNow().Stored(),
        ["arrival"] = id,
        ["state"] = Name(state),
        ["location"] = location,
        ["detail"] = detail,
    });

    private static Arrival Of(BsonDocument arrival) => new(
        arrival["_id"].AsInt64, arrival["path"].AsString, arrival["sha256"].AsString, arrival["bytes"].AsInt64, arrival.Instant("seenAt"),
        Enum.Parse<ArrivalState>(arrival["state"].AsString), arrival.Text("location"), arrival.Text("reason"), arrival.Text("message"));

    private static JournalEntry Entry(BsonDocument entry) => new(
        entry["_id"].AsInt64, entry.Instant("at"), entry["arrival"].AsInt64, Enum.Parse<ArrivalState>(entry["state"].AsString),
        entry.Text("location"), entry.Text("detail"));

    private static string Name(ArrivalState state) => state.ToString();
}
