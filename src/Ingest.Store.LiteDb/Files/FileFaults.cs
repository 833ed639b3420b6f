namespace Ingest.Store.LiteDb.Files;

/// <summary>What .NET tells by the low word of an exception's number only: Windows' codes, and errno elsewhere.</summary>
internal static class FileFaults
{
    // ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION; EWOULDBLOCK of Linux and of macOS.
    private static readonly int[] _held = OperatingSystem.IsWindows() ? [0x20, 0x21] : [11, 35];

    // ERROR_DISK_FULL, ERROR_HANDLE_DISK_FULL; ENOSPC and EDQUOT of Linux and of macOS.
    private static readonly int[] _full = OperatingSystem.IsWindows() ? [0x70, 0x27] : [28, 122, 69];

    public static bool IsHeldByAnother(IOException error) => _held.Contains(error.HResult & 0xFFFF);

    public static StoreException Busy(Exception error, string path) =>
        new(StoreFailure.Busy, $"Another process holds {path}; try again when it has finished.", error);

    public static bool IsFull(IOException error) => _full.Contains(error.HResult & 0xFFFF);
}
