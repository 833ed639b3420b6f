using System.Data.Common;
using System.Net.Sockets;
using Npgsql;

namespace Ingest.Store.Postgres;

/// <summary>SQLSTATE codes (PostgreSQL documentation, appendix A) as reasons a person can act on.</summary>
internal static class PostgresErrors
{
    public static StoreException Explain(DbException error, string name) => error switch
    {
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.TooManyConnections } =>
            new(StoreFailure.Busy, $"{name} is busy; try again when others have finished.", error),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } =>
            new(StoreFailure.DiskFull, $"No space is left for {name}. Free some on the server, then go on; nothing was lost.", error),
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.InsufficientPrivilege } =>
            new(StoreFailure.ReadOnly, $"{name} cannot be written ({error.Message}). Check the rights of the user of the connection string.", error),
        PostgresException { SqlState: var state } when state.StartsWith("28", StringComparison.Ordinal) || state == PostgresErrorCodes.InvalidCatalogName =>
            new(StoreFailure.Unreachable, $"{name} does not let this user in ({error.Message}). Check host, database, user and password of the connection string.", error),
        PostgresException { SqlState: var state } when state.StartsWith("57P", StringComparison.Ordinal) || state.StartsWith("08", StringComparison.Ordinal) =>
            new(StoreFailure.Unreachable, $"{name} is starting or ending ({error.Message}). Nothing was lost; try again.", error),
        PostgresException => new(StoreFailure.Corrupt, $"{name}: {error.Message}", error),
        { InnerException: IOException or SocketException or TimeoutException } or { IsTransient: true } =>
            new(StoreFailure.Unreachable, $"{name} cannot be reached ({error.Message}). Check that the server runs and lets this machine in.", error),
        _ => new(StoreFailure.Unreachable, $"{name}: {error.Message}", error),
    };
}
