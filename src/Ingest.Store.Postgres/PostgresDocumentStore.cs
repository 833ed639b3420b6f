using Ingest.Store.Relational;

namespace Ingest.Store.Postgres;

/// <summary>A database of a PostgreSQL server (13 or newer), for as many machines as reach it.</summary>
public sealed class PostgresDocumentStore : RelationalDocumentStore
{
    private PostgresDocumentStore(PostgresDatabase database, TimeProvider clock, VerdictJournal? said)
        : base(database, clock, said)
    {
    }

    /// <summary>Opens the database, making or migrating the tables as needed.</summary>
    /// <param name="connection">As Npgsql takes it: <c>Host=…;Database=…;Username=…</c>.</param>
    /// <param name="clock">Source of the instants that are stored.</param>
    /// <param name="busyWait">How long to wait for a change of another process; 30 s by default.</param>
    /// <param name="said">Where verdicts are written down too; null for nowhere.</param>
    /// <exception cref="StoreException">It cannot be opened: unreachable, not allowed, newer, of another program.</exception>
    public static PostgresDocumentStore Open(string connection, TimeProvider clock, TimeSpan? busyWait = null, VerdictJournal? said = null)
    {
        var database = new PostgresDatabase(connection, busyWait ?? TimeSpan.FromSeconds(30));
        try
        {
            PostgresSchema.Migrate(database);
            return new PostgresDocumentStore(database, clock, said);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Not here: a server has tools of its own, pg_dump among them.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override void CopyTo(string file) => throw new NotSupportedException("A store on a PostgreSQL server is copied with pg_dump.");
}
