using System.Data.Common;

namespace Ingest.Store.Relational;

/// <summary>Arrivals and the journal of their changes.</summary>
internal sealed class ArrivalTable(RelationalDatabase database, TimeProvider clock)
{
    private const string Columns = "id, path, sha256, bytes, seen_at, state, location, reason, message";

    public Arrival Claim(string originalPath, string sha256, long bytes, string? location) => database.Write((connection, transaction) =>
    {
        long known = connection.Scalar(
            "SELECT coalesce(max(id), 0) FROM arrivals WHERE path = @path AND sha256 = @sha AND state = 'claimed' AND location IS NOT DISTINCT FROM CAST(@location AS TEXT)",
            transaction, ("@path", originalPath), ("@sha", sha256), ("@location", location));
        if (known > 0)
            return Find(connection, transaction, known)!;

        DateTimeOffset now = clock.GetUtcNow();
        long id = connection.Scalar(
            "INSERT INTO arrivals (path, sha256, bytes, seen_at, state, location) VALUES (@path, @sha, @bytes, @at, 'claimed', @location) RETURNING id",
            transaction, ("@path", originalPath), ("@sha", sha256), ("@bytes", bytes), ("@at", now.Stored()), ("@location", location));
        Log(connection, transaction, id, ArrivalState.Claimed, location, null);
        return new Arrival(id, originalPath, sha256, bytes, now, ArrivalState.Claimed, location, null, null);
    });

    public void Relocate(long id, string location) => database.Write((connection, transaction) =>
    {
        connection.Execute("UPDATE arrivals SET location = @location WHERE id = @id", transaction, ("@location", location), ("@id", id));
        Arrival arrival = Find(connection, transaction, id) ?? throw Unknown(id);
        Log(connection, transaction, id, arrival.State, location, null);
        return true;
    });

    public void Change(long id, ArrivalState state, string? reason, string? message) => database.Write((connection, transaction) =>
    {
        Change(connection, transaction, id, state, reason, message);
        return true;
    });

    public void Change(DbConnection connection, DbTransaction transaction, long id, ArrivalState state, string? reason, string? message)
    {
        // Said again because the answer to a commit was lost with its server.
        if (Find(connection, transaction, id) is { } now && (now.State, now.Reason, now.Message) == (state, reason, message))
            return;
        int changed = connection.Execute(
            "UPDATE arrivals SET state = @state, reason = @reason, message = @message WHERE id = @id",
            transaction, ("@state", Name(state)), ("@reason", reason), ("@message", message), ("@id", id));
        if (changed == 0)
            throw Unknown(id);
        Log(connection, transaction, id, state, null, reason is null ? null : $"{reason}: {message}");
    }

    public Arrival? Find(long id) =>
        database.Read($"SELECT {Columns} FROM arrivals WHERE id = @id", Row, [("@id", id)]).FirstOrDefault();

    public Arrival? Find(string path, string sha256) => database.Read(
        $"SELECT {Columns} FROM arrivals WHERE sha256 = @sha AND path = @path ORDER BY id DESC LIMIT 1",
        Row, [("@sha", sha256), ("@path", path)]).FirstOrDefault();

    public IReadOnlyList<Arrival> Of(string sha256) =>
        [.. database.Read($"SELECT {Columns} FROM arrivals WHERE sha256 = @sha ORDER BY id", Row, [("@sha", sha256)])];

    public static bool IsStoredByAnother(DbConnection connection, DbTransaction transaction, long id, string sha256) =>
        connection.Scalar(
            "SELECT count(*) FROM arrivals WHERE sha256 = @sha AND state = 'stored' AND id <> @id", transaction, ("@sha", sha256), ("@id", id)) > 0;

    public IEnumerable<Arrival> All(ArrivalState? state) => database.Read(
        $"SELECT {Columns} FROM arrivals WHERE CAST(@state AS TEXT) IS NULL OR state = @state ORDER BY id",
        Row, [("@state", state is { } wanted ? Name(wanted) : null)]);

    public IReadOnlyDictionary<ArrivalState, int> Counts()
    {
        var counts = Enum.GetValues<ArrivalState>().ToDictionary(state => state, _ => 0);
        foreach ((ArrivalState state, int count) in database.Read(
            "SELECT state, count(*) FROM arrivals GROUP BY state", row => (State(row.GetString(0)), row.GetInt32(1)), []))
            counts[state] = count;
        return counts;
    }

    public IEnumerable<JournalEntry> Journal(long? arrivalId) => database.Read(
        "SELECT sequence, at, arrival, state, location, detail FROM journal WHERE CAST(@id AS BIGINT) IS NULL OR arrival = @id ORDER BY sequence DESC",
        row => new JournalEntry(row.GetInt64(0), row.Instant(1), row.GetInt64(2), State(row.GetString(3)), row.Text(4), row.Text(5)),
        [("@id", arrivalId)]);

    /// <summary>The arrivals that entries with greater numbers are about, and the last of these numbers.</summary>
    public (long Sequence, IReadOnlyList<Arrival> Arrivals) ChangedSince(long sequence, int most)
    {
        (long Sequence, long Arrival)[] entries =
            [.. database.Read("SELECT sequence, arrival FROM journal WHERE sequence > @sequence ORDER BY sequence LIMIT @most", row => (row.GetInt64(0), row.GetInt64(1)), [("@sequence", sequence), ("@most", most)])];
        return (entries.Select(entry => entry.Sequence).LastOrDefault(sequence), [.. entries.Select(entry => entry.Arrival).Distinct().Select(Find).OfType<Arrival>()]);
    }

    public long LastEntry() => database.Read("SELECT coalesce(max(sequence), 0) FROM journal", row => row.GetInt64(0), []).Single();

    /// <summary>Takes entries over as they are, with their numbers.</summary>
    public void Restore(IReadOnlyList<Arrival> arrivals, IReadOnlyList<JournalEntry> journal) => database.Write((connection, transaction) =>
    {
        foreach (Arrival arrival in arrivals)
            connection.Execute(
                $"INSERT INTO arrivals ({Columns}) VALUES (@id, @path, @sha, @bytes, @at, @state, @location, @reason, @message)",
                transaction, ("@id", arrival.Id), ("@path", arrival.OriginalPath), ("@sha", arrival.Sha256), ("@bytes", arrival.Bytes), ("@at", arrival.SeenAt.Stored()),
                ("@state", Name(arrival.State)), ("@location", arrival.Location), ("@reason", arrival.Reason), ("@message", arrival.Message));
        foreach (JournalEntry entry in journal)
            connection.Execute(
                "INSERT INTO journal (sequence, at, arrival, state, location, detail) VALUES (@sequence, @at, @id, @state, @location, @detail)",
                transaction, ("@sequence", entry.Sequence), ("@at", entry.At.Stored()), ("@id", entry.ArrivalId), ("@state", Name(entry.State)),
                ("@location", entry.Location), ("@detail", entry.Detail));
        database.GoOnNumbering(connection, transaction);
        return true;
    });

    /// <summary>Numbered without a gap, so that an entry that is lost is noticed: a server's own numbers leave gaps wherever a change is rolled back or the server dies.</summary>
    private void Log(DbConnection connection, DbTransaction transaction, long id, ArrivalState state, string? location, string? detail) =>
        connection.Execute(
            "INSERT INTO journal (sequence, at, arrival, state, location, detail) SELECT coalesce(max(sequence), 0) + 1, @at, CAST(@id AS BIGINT), @state, CAST(@location AS TEXT), CAST(@detail AS TEXT) FROM journal",
            transaction, ("@at", clock.GetUtcNow().Stored()), ("@id", id), ("@state", Name(state)), ("@location", location), ("@detail", detail));

    private static Arrival? Find(DbConnection connection, DbTransaction transaction, long id)
    {
        using DbCommand command = connection.Command($"SELECT {Columns} FROM arrivals WHERE id = @id", transaction, ("@id", id));
        using DbDataReader reader = command.ExecuteReader();
        return reader.Read() ? Row(reader) : null;
    }

    private static Arrival Row(DbDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt64(3), row.Instant(4), State(row.GetString(5)),
        row.Text(6), row.Text(7), row.Text(8));

    private static string Name(ArrivalState state) => state switch
    {
        ArrivalState.Claimed => "claimed",
        ArrivalState.Stored => "stored",
        ArrivalState.Duplicate => "duplicate",
        ArrivalState.Quarantined => "quarantined",
        ArrivalState.Withdrawn => "withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    private static ArrivalState State(string name) => Enum.GetValues<ArrivalState>().Single(state => Name(state) == name);

    private static ArgumentException Unknown(long id) => new($"No arrival has the number {id}.");
}
