using Ingest.Store.LiteDb.Files;
using LiteDB;

namespace Ingest.Store.LiteDb;

/// <summary>What LiteDB and the disk throw as reasons a person can act on.</summary>
internal static class LiteDbErrors
{
    /// <summary>Null for what is no failure of the store: a wrong argument, a cancellation.</summary>
    public static StoreException? Explain(Exception error, string path) => error switch
    {
        LiteException { InnerException: IOException disk } => Explain(disk, path),
        LiteException or EndOfStreamException => Damaged(error, path),
        FileNotFoundException => new(StoreFailure.Gone, $"{path} was deleted while it was in use. Put it back, or make it anew with 'ingest rebuild'.", error),
        DirectoryNotFoundException => Unreachable(error, path),
        UnauthorizedAccessException => new(StoreFailure.ReadOnly, $"{path} cannot be written. Check the permissions of the file and its folder.", error),
        IOException disk when FileFaults.IsFull(disk) => new(StoreFailure.DiskFull, $"No space is left for {path}. Free some, then go on; nothing was lost.", error),
        IOException disk when FileFaults.IsHeldByAnother(disk) => FileFaults.Busy(error, path),
        IOException => Unreachable(error, path),
        // A number of no arrival is the caller's mistake.
        ArgumentException { ParamName: ArrivalCollection.Number } => null,
        _ when IsDamagedEntry(error) => Damaged(error, path),
        _ => null,
    };

    /// <summary>What LiteDB makes of bytes that are none of its own, and what comes of an entry without its fields.</summary>
    public static bool IsDamagedEntry(Exception error) => error
        is IndexOutOfRangeException or NullReferenceException or InvalidCastException or OverflowException or KeyNotFoundException or FormatException
        or NotSupportedException or NotImplementedException or ArgumentException;

    public static StoreException Damaged(Exception error, string path) => new(
        StoreFailure.Corrupt,
        $"{path} is damaged or not a LiteDB database ({error.Message}). Make it anew with 'ingest rebuild', restore it from a backup, or name another file.",
        error);

    private static StoreException Unreachable(Exception error, string path) =>
        new(StoreFailure.Unreachable, $"{path} cannot be opened ({error.Message}). Check that its folder exists and can be reached.", error);
}
