using Ingest.Contract.Text;
using Ingest.Store.Relational;
using Microsoft.Data.Sqlite;

namespace Ingest.Store.Sqlite;

/// <summary>One SQLite file on a local disk (WAL does not work on network shares).</summary>
public sealed class SqliteDocumentStore : RelationalDocumentStore
{
    private readonly SqliteDatabase _database;

    private SqliteDocumentStore(SqliteDatabase database, TimeProvider clock, VerdictJournal? said)
        : base(database, clock, said) => _database = database;

    /// <summary>Opens the file, creating or migrating it as needed; before a migration a copy is kept beside it (<see cref="KeptVersion"/>).</summary>
    /// <param name="path">Its folder must exist.</param>
    /// <param name="clock">Source of the instants that are stored.</param>
    /// <param name="busyWait">How long to wait for another process's lock; 30 s by default.</param>
    /// <param name="said">Where verdicts are written down too; null for nowhere.</param>
    /// <exception cref="StoreException">It cannot be opened: corrupt, read-only, newer, unreachable.</exception>
    public static SqliteDocumentStore Open(string path, TimeProvider clock, TimeSpan? busyWait = null, VerdictJournal? said = null)
    {
        var database = new SqliteDatabase(path, busyWait ?? TimeSpan.FromSeconds(30));
        using SqliteConnection connection = database.Connect();
        try
        {
            Schema.Migrate(connection, path, version => KeptVersion.Keep(path, version, database.CopyTo));
        }
        catch (SqliteException error)
        {
            throw SqliteErrors.Explain(error, path);
        }

        return new SqliteDocumentStore(database, clock, said);
    }

    public override void CopyTo(string file) => _database.CopyTo(file);

    public override IReadOnlyList<StoreProblem> CheckIntegrity() =>
    [
        .. _database.Read("PRAGMA integrity_check", row => row.GetString(0), []).Where(line => line != "ok").Select(line => new StoreProblem(new Phrase($"SQLite 检查发现：{line}", line))),
        .. _database.Read(
            "PRAGMA foreign_key_check",
            row => new StoreProblem(new Phrase($"{row.GetString(0)} 中有一行指向 {row.GetString(2)} 中不存在的行。", $"A row of {row.GetString(0)} refers to one of {row.GetString(2)} that is not there.")), []),
        .. base.CheckIntegrity(),
    ];
}
