using LiteDB;

namespace Ingest.Store.LiteDb;

/// <summary>What LiteDB and the disk throw as reasons a person can act on.</summary>
internal static class LiteDbErrors
{
    // The low word of HResult: ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL of Windows, ENOSPC of Unix.
    private static readonly int[] _diskFull = [0x70, 0x27, 28];

    /// <summary>Null for what is no failure of the store: a wrong argument, a cancellation.</summary>
    public static StoreException? Explain(Exception error, string path) => error switch
    {
        LiteException { ErrorCode: LiteException.LOCK_TIMEOUT or LiteException.ALREADY_OPEN_DATAFILE } => Busy(error, path),
        LiteException { ErrorCode: LiteException.FILE_SIZE_EXCEEDED } => Full(error, path),
        LiteException { InnerException: IOException disk } => Explain(disk, path),
        LiteException => Damaged(error, path),
        DirectoryNotFoundException or FileNotFoundException => new(StoreFailure.Unreachable, $"{path} cannot be opened. Check that its folder exists and can be reached.", error),
        UnauthorizedAccessException => new(StoreFailure.ReadOnly, $"{path} cannot be written. Check the permissions of the file and its folder.", error),
        IOException when _diskFull.Contains(error.HResult & 0xFFFF) => Full(error, path),
        // .NET reports a file that another process has opened for itself in no other way.
        IOException => Busy(error, path),
        _ => null,
    };

    public static StoreException Damaged(Exception error, string path) =>
        new(StoreFailure.Corrupt, $"{path} is damaged or not a LiteDB database ({error.Message}). Restore it from a backup, or name another file.", error);

    private static StoreException Busy(Exception error, string path) =>
        new(StoreFailure.Busy, $"Another process holds {path}; LiteDB lets in one at a time. Try again when it has finished.", error);

    private static StoreException Full(Exception error, string path) =>
        new(StoreFailure.DiskFull, $"No space is left for {path}. Free some, then go on; nothing was lost.", error);
}
