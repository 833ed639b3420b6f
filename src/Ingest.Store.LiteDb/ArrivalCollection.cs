using LiteDB;

namespace Ingest.Store.LiteDb;

/// <summary>Arrivals and the journal of their changes. Entries of the journal are only ever added.</summary>
internal sealed class ArrivalCollection(LiteDbDatabase database, TimeProvider clock)
{
    /// <summary>Names the parameter when a number is refused that no arrival has.</summary>
    public const string Number = "arrivalId";

    public Arrival Claim(string originalPath, string sha256, long bytes, string? location) => database.Write(at =>
    {
        if (BySha(at, sha256).LastOrDefault(arrival => arrival.State == ArrivalState.Claimed && arrival.OriginalPath == originalPath && arrival.Location == location) is { } known)
            return known;
        var arrival = new Arrival(0, originalPath, sha256, bytes, clock.GetUtcNow(), ArrivalState.Claimed, location, null, null);
        BsonDocument entry = Entry(arrival);
        at.Arrivals.Insert(entry);
        Log(at, entry["_id"].AsInt64, ArrivalState.Claimed, location, null);
        return arrival with { Id = entry["_id"].AsInt64 };
    });

    public void Relocate(long id, string location) => database.Write(at =>
    {
        BsonDocument arrival = Existing(at, id);
        arrival["location"] = location;
        at.Arrivals.Update(arrival);
        Log(at, id, Of(arrival).State, location, null);
        return true;
    });

    public void Change(long id, ArrivalState state, string? reason, string? message) => database.Write(at =>
    {
        Change(at, id, state, reason, message);
        return true;
    });

    public void Change(Opening at, long id, ArrivalState state, string? reason, string? message)
    {
        BsonDocument arrival = Existing(at, id);
        if (Of(arrival) is var now && (now.State, now.Reason, now.Message) == (state, reason, message))
            return;
        (arrival["state"], arrival["reason"], arrival["message"]) = (Name(state), reason, message);
        at.Arrivals.Update(arrival);
        Log(at, id, state, null, reason is null ? null : $"{reason}: {message}");
    }

    public static bool IsStoredByAnother(Opening at, long id, string sha256) =>
        BySha(at, sha256).Any(arrival => arrival.Id != id && arrival.State == ArrivalState.Stored);

    public Arrival? Find(long id) => database.Read(at => at.Arrivals.FindById(id) is { } arrival ? Of(arrival) : null);

    public Arrival? Find(string path, string sha256) => database.Read(at => BySha(at, sha256).LastOrDefault(arrival => arrival.OriginalPath == path));

    public IReadOnlyList<Arrival> Of(string sha256) => database.Read(at => BySha(at, sha256));

    public IReadOnlyList<Arrival> All(ArrivalState? state) => database.Read(at =>
        (state is { } wanted ? at.Arrivals.Where("state = @0", Name(wanted)) : at.Arrivals.FindAll()).Select(Of).OrderBy(arrival => arrival.Id).ToList());

    public IReadOnlyDictionary<ArrivalState, int> Counts() => database.Read(at =>
        Enum.GetValues<ArrivalState>().ToDictionary(state => state, state => at.Arrivals.Count(BsonExpression.Create("state = @0", Name(state)))));

    public IReadOnlyList<JournalEntry> Journal(long? arrivalId) => database.Read(at =>
        (arrivalId is { } id ? at.Journal.Where("arrival = @0", id) : at.Journal.FindAll()).Select(Entry).OrderByDescending(entry => entry.Sequence).ToList());

    /// <summary>The arrivals that entries with greater numbers are about, and the last of these numbers.</summary>
    public static (long Sequence, IReadOnlyList<Arrival> Arrivals) ChangedSince(Opening at, long sequence, int most)
    {
        List<BsonDocument> entries = at.Journal.Query().Where(BsonExpression.Create("_id > @0", sequence)).OrderBy("_id").Limit(most).ToList();
        return (entries.Select(entry => entry["_id"].AsInt64).LastOrDefault(sequence), [.. entries.Select(entry => entry["arrival"].AsInt64).Distinct().Select(id => at.Arrivals.FindById(id)).OfType<BsonDocument>().Select(Of)]);
    }

    public static long LastEntry(Opening at) => at.Journal.Last();

    /// <summary>Takes entries over as they are, with their numbers.</summary>
    public void Restore(IReadOnlyList<Arrival> arrivals, IReadOnlyList<JournalEntry> journal) => database.Write(at =>
    {
        at.Arrivals.InsertBulk(arrivals.Select(arrival =>
        {
            BsonDocument entry = Entry(arrival);
            entry["_id"] = arrival.Id;
            return entry;
        }));
        at.Journal.InsertBulk(journal.Select(change =>
        {
            BsonDocument entry = Entry(change);
            entry["_id"] = change.Sequence;
            return entry;
        }));
        return true;
    });

    private static List<Arrival> BySha(Opening at, string sha256) => [.. at.Arrivals.Where("sha256 = @0", sha256).Select(Of).OrderBy(arrival => arrival.Id)];

    private static BsonDocument Existing(Opening at, long arrivalId) =>
        at.Arrivals.FindById(arrivalId) ?? throw new ArgumentException($"No arrival has the number {arrivalId}.", nameof(arrivalId));

    private void Log(Opening at, long id, ArrivalState state, string? location, string? detail) =>
        at.Journal.Insert(Entry(new JournalEntry(0, clock.GetUtcNow(), id, state, location, detail)));

    /// <summary>Without a number, which the collection gives.</summary>
    private static BsonDocument Entry(Arrival arrival) => new()
    {
        ["path"] = arrival.OriginalPath,
        ["sha256"] = arrival.Sha256,
        ["bytes"] = arrival.Bytes,
        ["seenAt"] = arrival.SeenAt.Stored(),
        ["state"] = Name(arrival.State),
        ["location"] = arrival.Location,
        ["reason"] = arrival.Reason,
        ["message"] = arrival.Message,
    };

    /// <inheritdoc cref="Entry(Arrival)"/>
    private static BsonDocument Entry(JournalEntry change) => new()
    {
        ["at"] = change.At.Stored(),
        ["arrival"] = change.ArrivalId,
        ["state"] = Name(change.State),
        ["location"] = change.Location,
        ["detail"] = change.Detail,
    };

    private static Arrival Of(BsonDocument arrival) => new(
        arrival["_id"].AsInt64, arrival["path"].AsString, arrival["sha256"].AsString, arrival["bytes"].AsInt64, arrival.Instant("seenAt"),
        arrival.Name<ArrivalState>("state"), arrival.Text("location"), arrival.Text("reason"), arrival.Text("message"));

    private static JournalEntry Entry(BsonDocument entry) => new(
        entry["_id"].AsInt64, entry.Instant("at"), entry["arrival"].AsInt64, entry.Name<ArrivalState>("state"), entry.Text("location"), entry.Text("detail"));

    private static string Name(ArrivalState state) => state.ToString();
}
