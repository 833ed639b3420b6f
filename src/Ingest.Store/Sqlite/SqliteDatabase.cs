using Microsoft.Data.Sqlite;
using Microsoft.Win32.SafeHandles;

namespace Ingest.Store.Sqlite;

/// <summary>
/// Connections to one database file: WAL, foreign keys, full synchronisation. A connection is never
/// shared between threads; a write takes the writer lock of this process and waits up to
/// <paramref name="busyWait"/> for other processes.
/// </summary>
internal sealed class SqliteDatabase(string path, TimeSpan busyWait) : IDisposable
{
    private readonly Lock _writing = new();

    /// <summary>Pools are known by it.</summary>
    private readonly string _connection = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        DefaultTimeout = (int)Math.Ceiling(busyWait.TotalSeconds),
        ForeignKeys = true,
    }.ToString();

    public string Path => path;

    public SqliteConnection Connect()
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
            throw SqliteErrors.Explain(error, path);
        }
    }

    /// <summary>Runs one immediate transaction; rolled back when <paramref name="change"/> throws.</summary>
    public T Write<T>(Func<SqliteConnection, SqliteTransaction, T> change)
    {
        lock (_writing)
        {
            try
            {
                using SqliteConnection connection = Connect();
                using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
                T result = change(connection, transaction);
                transaction.Commit();
                return result;
            }
            catch (SqliteException error)
            {
                throw SqliteErrors.Explain(error, path);
            }
        }
    }

    /// <summary>Reads rows one by one from a snapshot of the database.</summary>
    public IEnumerable<T> Read<T>(string sql, Func<SqliteDataReader, T> row, (string Name, object? Value)[] parameters)
    {
        using SqliteConnection connection = Connect();
        using SqliteCommand command = connection.Command(sql, null, parameters);
        using SqliteDataReader reader = Guarded(command.ExecuteReader);
        while (Guarded(reader.Read))
            yield return Guarded(() => row(reader));
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
    public void Dispose()
    {
        using var connection = new SqliteConnection(_connection);
        SqliteConnection.ClearPool(connection);
    }

    private T Guarded<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (SqliteException error)
        {
            throw SqliteErrors.Explain(error, path);
        }
        catch (Exception error) when (SqliteErrors.IsDamage(error))
        {
            throw SqliteErrors.Damaged(error, path);
        }
    }
}
