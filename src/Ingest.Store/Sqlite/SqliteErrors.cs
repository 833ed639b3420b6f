using Microsoft.Data.Sqlite;

namespace Ingest.Store.Sqlite;

/// <summary>SQLite result codes (https://www.sqlite.org/rescode.html) as reasons a person can act on.</summary>
internal static class SqliteErrors
{
    /// <summary>What comes of a row that holds something else than this program writes.</summary>
    public static bool IsDamage(Exception error) => error is FormatException or InvalidCastException or OverflowException or ArgumentException or InvalidOperationException;

    public static StoreException Damaged(Exception error, string path) => new(
        StoreFailure.Corrupt, $"{path} holds an entry that is damaged ({error.Message}). Read it again with 'ingest check --repair', or restore the file from a backup.", error);

    public static StoreException Explain(SqliteException error, string path) => error.SqliteErrorCode switch
    {
        // 15: two processes began to use the file at the same moment.
        5 or 6 or 15 => new(StoreFailure.Busy, $"Another process holds {path}; try again when it has finished.", error),
        8 => new(StoreFailure.ReadOnly, $"{path} cannot be written. Check the permissions of the file and its folder.", error),
        11 or 26 => new(StoreFailure.Corrupt, $"{path} is damaged or not a database. Restore it from a backup, or name another file.", error),
        13 => new(StoreFailure.DiskFull, $"No space is left for {path}. Free some, then go on; nothing was lost.", error),
        10 or 14 => new(StoreFailure.Unreachable, $"{path} cannot be opened ({error.Message}). Check that its folder exists and can be reached.", error),
        _ => new(StoreFailure.Corrupt, $"{path}: {error.Message}", error),
    };
}
