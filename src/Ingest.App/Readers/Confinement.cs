using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Ingest.App.Readers;

/// <summary>
/// What a reader process gives up before it opens a stranger's file, as far as Linux lets an ordinary program: the network
/// (a seccomp filter over all its threads), processor time that others want (nice), memory beyond its limit (RLIMIT_DATA),
/// many open files, core dumps, and gaining rights by starting programs.
/// </summary>
internal static class Confinement
{
    /// <summary>Environment variable with the bytes that the reader may take.</summary>
    public const string MemoryVariable = "INGEST_READER_MEMORY";

    /// <summary>Room beside the heap for code, stacks and what the runtime keeps.</summary>
    private const long RuntimeBytes = 1L << 30;

    private const int Niceness = 10;

    private const int OpenFiles = 256;

    /// <summary>Confines this process for good.</summary>
    /// <returns>What could not be done, in English, for the log; null when all was.</returns>
    public static string? Apply(long memoryBytes)
    {
        if (!OperatingSystem.IsLinux())
            return "readers are confined on Linux only";
        var missing = new List<string>();
        const int processes = 0, coreSize = 4, dataSize = 2, fileCount = 7;
        Try("a lower priority", setpriority(processes, 0, Niceness));
        Try("a limit of memory", Limit(dataSize, (memoryBytes / 2 * 3) + RuntimeBytes));
        Try("a limit of open files", Limit(fileCount, OpenFiles));
        Try("no core dumps", Limit(coreSize, 0));
        if (ForbidNetwork() is { } refused)
            missing.Add(refused);
        return missing.Count == 0 ? null : string.Join(", ", missing);

        void Try(string what, int result)
        {
            if (result != 0)
                missing.Add($"{what} ({Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())})");
        }
    }

    private static int Limit(int resource, long most)
    {
        Span<byte> limit = stackalloc byte[16];
        BinaryPrimitives.WriteInt64LittleEndian(limit, most);
        BinaryPrimitives.WriteInt64LittleEndian(limit[8..], most);
        return setrlimit(resource, limit.ToArray());
    }

    /// <summary>
    /// Sockets other than those within the machine (AF_UNIX) are refused with EACCES, and so is io_uring, which could make them
    /// unseen (seccomp(2), SECCOMP_FILTER_FLAG_TSYNC).
    /// </summary>
    private static string? ForbidNetwork()
    {
        (uint Architecture, uint Socket, uint Ring, nint Seccomp)? numbers = RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => (0xC000003E, 41, 425, 317),
            Architecture.Arm64 => (0xC00000B7, 198, 425, 277),
            _ => null,
        };
        if (numbers is not var (architecture, socket, ring, seccomp))
            return "no network (this processor's system calls are not known)";
        const ushort load = 0x20, ifEqual = 0x15, ifAtLeast = 0x35, answer = 0x06;
        const uint allow = 0x7FFF0000, refuse = 0x00050000 | 13, otherInterface = 0x40000000, local = 1;
        (ushort Code, byte Then, byte Else, uint Value)[] program =
        [
            (load, 0, 0, 4), // the architecture of the call
            (ifEqual, 0, 7, architecture), // any other: refuse
            (load, 0, 0, 0), // its number
            (ifAtLeast, 5, 0, otherInterface), // x32: refuse
            (ifEqual, 4, 0, ring),
            (ifEqual, 0, 2, socket), // all else: allow
            (load, 0, 0, 16), // the family of the socket
            (ifEqual, 0, 1, local),
            (answer, 0, 0, allow),
            (answer, 0, 0, refuse),
        ];
        byte[] code = new byte[program.Length * 8];
        for (int i = 0; i < program.Length; i++)
        {
            Span<byte> instruction = code.AsSpan(i * 8);
            BinaryPrimitives.WriteUInt16LittleEndian(instruction, program[i].Code);
            (instruction[2], instruction[3]) = (program[i].Then, program[i].Else);
            BinaryPrimitives.WriteUInt32LittleEndian(instruction[4..], program[i].Value);
        }

        GCHandle pinned = GCHandle.Alloc(code, GCHandleType.Pinned);
        try
        {
            const int noNewPrivileges = 38, setFilter = 1, allThreads = 1;
            if (prctl(noNewPrivileges, 1, 0, 0, 0) != 0)
                return $"no network ({Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())})";
            byte[] filter = new byte[16]; // struct sock_fprog: a count, padding, a pointer
            BinaryPrimitives.WriteUInt16LittleEndian(filter, (ushort)program.Length);
            BinaryPrimitives.WriteInt64LittleEndian(filter.AsSpan(8), pinned.AddrOfPinnedObject());
            return syscall(seccomp, setFilter, allThreads, filter) == 0 ? null : $"no network ({Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())})";
        }
        finally
        {
            pinned.Free();
        }
    }

#pragma warning disable IDE1006, SYSLIB1054, CA2101, CA5392 // Names as the system has them; blittable signatures need no generated marshalling.
    [DllImport("libc", SetLastError = true)]
    private static extern int setpriority(int which, int who, int priority);

    [DllImport("libc", SetLastError = true)]
    private static extern int setrlimit(int resource, byte[] limit);

    [DllImport("libc", SetLastError = true)]
    private static extern int prctl(int option, nint a, nint b, nint c, nint d);

    [DllImport("libc", SetLastError = true)]
    private static extern nint syscall(nint number, nint operation, nint flags, byte[] argument);
#pragma warning restore IDE1006, SYSLIB1054, CA2101, CA5392
}
