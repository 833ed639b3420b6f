using System.Data.Common;

namespace Ingest.Store.Relational;

/// <summary>A database that speaks SQL. A connection is never shared between threads; a change is one transaction, and changes queue.</summary>
internal abstract class RelationalDatabase : IDisposable
{
    /// <summary>What messages call it: the path of a file, the address of a server.</summary>
    public abstract string Name { get; }

    /// <summary>Where a text begins in another, 1-based, 0 where it does not stand in it.</summary>
    public abstract string Position(string text, string part);

    /// <summary>A reason a person can act on.</summary>
    public abstract StoreException Explain(DbException error);

    /// <exception cref="StoreException">It cannot be opened.</exception>
    public abstract DbConnection Connect();

    /// <summary>Called within the change that took entries over with their numbers: what is numbered next goes on after them.</summary>
    public virtual void GoOnNumbering(DbConnection connection, DbTransaction transaction)
    {
    }

    /// <summary>Begins a change; others wait until it is through.</summary>
    protected abstract DbTransaction Begin(DbConnection connection);

    /// <summary>Runs one transaction; rolled back when <paramref name="change"/> throws.</summary>
    public virtual T Write<T>(Func<DbConnection, DbTransaction, T> change)
    {
        try
        {
            using DbConnection connection = Connect();
            using DbTransaction transaction = Begin(connection);
            T result = change(connection, transaction);
            transaction.Commit();
            return result;
        }
        catch (DbException error)
        {
            throw Explain(error);
        }
    }

    /// <summary>Reads rows one by one from a snapshot of the database.</summary>
    public IEnumerable<T> Read<T>(string sql, Func<DbDataReader, T> row, (string Name, object? Value)[] parameters)
    {
        using DbConnection connection = Connect();
        using DbCommand command = connection.Command(sql, null, parameters);
        using DbDataReader reader = Guarded(command.ExecuteReader);
        while (Guarded(reader.Read))
            yield return Guarded(() => row(reader));
    }

    public abstract void Dispose();

    /// <summary>What comes of a row that holds something else than this program writes.</summary>
    public static bool IsDamage(Exception error) => error is FormatException or InvalidCastException or OverflowException or ArgumentException or InvalidOperationException;

    private T Guarded<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (DbException error)
        {
            throw Explain(error);
        }
        catch (Exception error) when (IsDamage(error))
        {
            throw new StoreException(
                StoreFailure.Corrupt, $"{Name} holds an entry that is damaged ({error.Message}). Read it again with 'ingest check --repair', or restore the store from a backup.", error);
        }
    }
}
