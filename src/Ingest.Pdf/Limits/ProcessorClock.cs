using System.Runtime.InteropServices;

namespace Ingest.Pdf.Limits;

/// <summary>
/// The processor time of the thread that asks, so that a document is not cut short because the machine is busy with others.
/// Where the system does not tell, the time of the wall.
/// </summary>
internal sealed class ProcessorClock : TimeProvider
{
    private const int ThreadTimeOnLinux = 3;
    private const int ThreadTimeOnMac = 16;

    private static readonly int _clock = OperatingSystem.IsLinux() ? ThreadTimeOnLinux : OperatingSystem.IsMacOS() ? ThreadTimeOnMac : 0;

    private ProcessorClock()
    {
    }

    public static ProcessorClock Instance { get; } = new();

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <remarks>Differences mean something on one thread only.</remarks>
    public override long GetTimestamp()
    {
        if (_clock > 0 && ClockGetTime(_clock, out TimeSpec time) == 0)
            return (time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / 100);
        if (OperatingSystem.IsWindows() && GetThreadTimes(GetCurrentThread(), out _, out _, out long kernel, out long user) != 0)
            return kernel + user;
        return System.GetElapsedTime(0).Ticks;
    }

#pragma warning disable SYSLIB1054 // Generated marshalling needs unsafe code, which this project does without.
    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ClockGetTime(int clock, out TimeSpec time);

    [DllImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint GetCurrentThread();

    [DllImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int GetThreadTimes(nint thread, out long created, out long ended, out long kernel, out long user);
#pragma warning restore SYSLIB1054

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
