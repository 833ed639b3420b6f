using System.Data.Common;
using Ingest.Store.Relational;
using Microsoft.Data.Sqlite;
using Microsoft.Win32.SafeHandles;

namespace Ingest.Store.Sqlite;

/// <summary>
/// Connections to one database file: WAL, foreign keys, full synchronisation. A write takes the writer lock of this process and
/// waits up to <paramref name="busyWait"/> for other processes.
/// </summary>
internal sealed class SqliteDatabase(string path, TimeSpan busyWait) : RelationalDatabase
{
    private readonly Lock _writing = new();

    /// <summary>Pools are known by it.</summary>
    private readonly string _connection = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        DefaultTimeout = (int)Math.Ceiling(busyWait.TotalSeconds),
        ForeignKeys = true,
    }.ToString();

    public override string Name => path;

    public override string Position(string text, string part) => $"instr({text}, {part})";

    public override StoreException Explain(DbException error) => SqliteErrors.Explain((SqliteException)error, path);

    public override SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connection);
        try
        {
            connection.Open();
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
            return connection;
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw Explain(error);
        }
    }

    public override T Write<T>(Func<DbConnection, DbTransaction, T> change)
    {
        lock (_writing)
            return base.Write(change);
    }

    /// <summary>Writes what is committed to a new file, from a snapshot.</summary>
    public void CopyTo(string file)
    {
        if (File.Exists(file))
            throw new IOException($"The file '{file}' already exists.");
        try
        {
            using (SqliteConnection connection = Connect())
                connection.Execute("VACUUM INTO $file", null, ("$file", file));
            using SafeFileHandle copy = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite);
            RandomAccess.FlushToDisk(copy);
        }
        catch (Exception error)
        {
            File.Delete(file);
            if (error is SqliteException told)
                throw new IOException($"The store cannot be copied to '{file}': {told.Message}", told);
            throw;
        }
    }

    /// <summary>Lets go of the file: connections that wait to be used again would hold it open.</summary>
    public override void Dispose()
    {
        using var connection = new SqliteConnection(_connection);
        SqliteConnection.ClearPool(connection);
    }

    protected override DbTransaction Begin(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: false);
}
