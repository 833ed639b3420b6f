using System.Data.Common;
using Ingest.Store.Relational;
using Npgsql;

namespace Ingest.Store.Postgres;

/// <summary>Connections to one database of a PostgreSQL server. Changes of all machines queue behind one advisory lock, so that their numbers rise in the order in which they are committed.</summary>
internal sealed class PostgresDatabase : RelationalDatabase
{
    /// <summary>"ingest" in ASCII; tells this program's lock from others in the same database.</summary>
    private const long WriterLock = 0x696E67657374;

    private readonly NpgsqlDataSource _source;

    private readonly TimeSpan _busyWait;

    /// <param name="connection">As Npgsql takes it: <c>Host=…;Database=…;Username=…</c>; a password is better left to <c>PGPASSFILE</c>.</param>
    /// <exception cref="StoreException">It is no connection string.</exception>
    public PostgresDatabase(string connection, TimeSpan busyWait)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connection) { ApplicationName = "ingest" };
            Name = $"{settings.Host}:{settings.Port}/{settings.Database}";
            _source = NpgsqlDataSource.Create(settings);
        }
        catch (ArgumentException error)
        {
            throw new StoreException(StoreFailure.Unreachable, $"The connection string of the store cannot be read ({error.Message}). Write it as Host=…;Database=…;Username=….", error);
        }

        _busyWait = busyWait;
    }

    public override string Name { get; }

    public override string Position(string text, string part) => $"strpos({text}, {part})";

    public override StoreException Explain(DbException error) => PostgresErrors.Explain(error, Name);

    public override DbConnection Connect()
    {
        try
        {
            return _source.OpenConnection();
        }
        catch (NpgsqlException error)
        {
            throw Explain(error);
        }
    }

    public override void GoOnNumbering(DbConnection connection, DbTransaction transaction)
    {
        foreach ((string table, string column) in new[] { ("arrivals", "id"), ("verdicts", "sequence") })
            connection.Execute($"SELECT setval(pg_get_serial_sequence('{table}', '{column}'), greatest((SELECT coalesce(max({column}), 0) FROM {table}), 1), (SELECT count(*) > 0 FROM {table}))", transaction);
    }

    public override void Dispose() => _source.Dispose();

    protected override DbTransaction Begin(DbConnection connection)
    {
        DbTransaction transaction = connection.BeginTransaction();
        // A commit that was reported is on the disk, whatever the server's own default is.
        connection.Execute($"SET LOCAL synchronous_commit = on; SET LOCAL lock_timeout = {(long)_busyWait.TotalMilliseconds}; SELECT pg_advisory_xact_lock({WriterLock})", transaction);
        return transaction;
    }
}
