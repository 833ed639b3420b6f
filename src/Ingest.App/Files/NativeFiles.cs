using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Ingest.App.Files;

/// <summary>
/// What the class library does not offer: a rename that never becomes a copy, what kind of thing a path is, which file it
/// is whatever its name, and whether somebody is writing to it. POSIX 2017; <c>statx</c>, <c>renameat2</c> and leases are of Linux.
/// </summary>
internal static class NativeFiles
{
    private const int NotImplemented = 38; // ENOSYS
    private const int Invalid = 22; // EINVAL
    private const int OtherVolume = 18; // EXDEV
    private const int Exists = 17; // EEXIST
    private const int NotThere = 2; // ENOENT
    private const int TryAgain = 11; // EAGAIN
    private const uint NoReplace = 1; // RENAME_NOREPLACE
    private const int CurrentFolder = -100; // AT_FDCWD
    private const int NoFollow = 0x100; // AT_SYMLINK_NOFOLLOW
    private const uint BasicStats = 0x7FF; // STATX_BASIC_STATS
    private const int CloseOnExec = 0x80000; // O_CLOEXEC
    private const int NonBlocking = 0x800; // O_NONBLOCK

    /// <summary>Gives a file another name on the same volume in one step.</summary>
    /// <param name="replace">Whether a file of that name may be replaced.</param>
    /// <returns>False when the two names are on different volumes; nothing has changed then.</returns>
    /// <exception cref="IOException">It cannot be done; nothing has changed.</exception>
    public static bool Rename(string from, string to, bool replace)
    {
        if (OperatingSystem.IsWindows())
            return RenameOnWindows(from, to, replace);
        int error = OperatingSystem.IsLinux() ? Call(renameat2(CurrentFolder, Utf8(from), CurrentFolder, Utf8(to), replace ? 0 : NoReplace)) : NotImplemented;
        if (error is NotImplemented or Invalid)
        {
            // A file system or a system without the flag: whoever names files here takes turns, and others do not use these folders.
            if (!replace && File.Exists(to))
                error = Exists;
            else
                error = Call(rename(Utf8(from), Utf8(to)));
        }

        return error switch
        {
            0 => true,
            OtherVolume => false,
            NotThere when !File.Exists(from) => throw new FileNotFoundException($"Could not find file '{from}'.", from),
            NotThere => throw new DirectoryNotFoundException($"Could not find a part of the path '{to}'."),
            _ => throw new IOException($"{Marshal.GetPInvokeErrorMessage(error)} : '{from}' -> '{to}'"),
        };
    }

    /// <summary>Makes names in a folder durable; nothing where the system keeps them so by itself.</summary>
    public static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        int handle = open(Utf8(folder), CloseOnExec);
        if (handle < 0)
            return; // A folder that may be written and not read; the names in it become durable with the next checkpoint of the system.
        _ = fsync(handle);
        _ = close(handle);
    }

    /// <summary>True for a file of bytes; false for a pipe, a socket, a device or a folder. Links are not followed.</summary>
    public static bool IsRegular(string path) =>
        !OperatingSystem.IsLinux() || Stat(path, NoFollow) is not { } stat || (stat.Mode & 0xF000) == 0x8000;

    /// <summary>True for a file of bytes, also where the path is a link to one.</summary>
    public static bool LeadsToRegular(string path) =>
        !OperatingSystem.IsLinux() || Stat(path, 0) is not { } stat || (stat.Mode & 0xF000) == 0x8000;

    /// <summary>Which file a path leads to, whatever it is called; null when there is none, or the system does not say.</summary>
    public static string? Identity(string path) =>
        OperatingSystem.IsLinux() && Stat(path, 0) is { } stat ? $"{stat.Device:x}:{stat.Number:x}" : null;

    /// <summary>
    /// Whether another program has the file open to write to it; null where the system does not tell. On Linux a read lease can
    /// only be had while nobody has (fcntl(2), F_SETLEASE); it is given back at once.
    /// </summary>
    public static bool? HasWriter(string path)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        int handle = open(Utf8(path), CloseOnExec | NonBlocking);
        if (handle < 0)
            return null;
        try
        {
            // Whoever opens the file in between is noticed by a signal; this one is ignored unless asked for, the usual one is deadly.
            const int setSignal = 10, urgent = 23, setLease = 1024, read = 0, none = 2;
            if (fcntl(handle, setSignal, urgent) < 0)
                return null;
            if (fcntl(handle, setLease, read) == 0)
            {
                _ = fcntl(handle, setLease, none);
                return false;
            }

            return Marshal.GetLastPInvokeError() == TryAgain ? true : null;
        }
        finally
        {
            _ = close(handle);
        }
    }

    private static (uint Mode, ulong Number, ulong Device)? Stat(string path, int flags)
    {
        // struct statx is laid out alike on every processor: mode at 28, inode at 32, device at 136.
        byte[] stat = new byte[256];
        if (statx(CurrentFolder, Utf8(path), flags, BasicStats, stat) != 0)
            return null;
        return (BinaryPrimitives.ReadUInt16LittleEndian(stat.AsSpan(28)), BinaryPrimitives.ReadUInt64LittleEndian(stat.AsSpan(32)),
            BinaryPrimitives.ReadUInt64LittleEndian(stat.AsSpan(136)));
    }

    private static bool RenameOnWindows(string from, string to, bool replace)
    {
        const uint replaceExisting = 1, writeThrough = 8;
        const int notSameDevice = 17; // ERROR_NOT_SAME_DEVICE
        if (MoveFileExW(from, to, writeThrough | (replace ? replaceExisting : 0)))
            return true;
        int error = Marshal.GetLastPInvokeError();
        return error == notSameDevice ? false : throw new IOException($"{Marshal.GetPInvokeErrorMessage(error)} : '{from}' -> '{to}'");
    }

    private static int Call(int result) => result == 0 ? 0 : Marshal.GetLastPInvokeError();

    private static byte[] Utf8(string path) => Encoding.UTF8.GetBytes(path + '\0');

#pragma warning disable IDE1006, SYSLIB1054, CA2101, CA5392 // Names as the system has them; blittable signatures need no generated marshalling.
    [DllImport("libc", SetLastError = true)]
    private static extern int rename(byte[] from, byte[] to);

    [DllImport("libc", SetLastError = true)]
    private static extern int renameat2(int fromFolder, byte[] from, int toFolder, byte[] to, uint flags);

    [DllImport("libc", SetLastError = true)]
    private static extern int statx(int folder, byte[] path, int flags, uint mask, byte[] stat);

    [DllImport("libc", SetLastError = true)]
    private static extern int open(byte[] path, int flags);

    [DllImport("libc", SetLastError = true)]
    private static extern int fsync(int handle);

    [DllImport("libc", SetLastError = true)]
    private static extern int close(int handle);

    [DllImport("libc", SetLastError = true)]
    private static extern int fcntl(int handle, int command, int value);

    [DllImport("kernel32", SetLastError = true, CharSet = CharSet.Unicode, ExactSpelling = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool MoveFileExW(string from, string to, uint flags);
#pragma warning restore IDE1006, SYSLIB1054, CA2101, CA5392
}
