using System.Diagnostics;

namespace Ingest.App.Tests;

/// <summary>A volume of a megabyte, mounted for a test.</summary>
internal sealed class SmallVolume : IDisposable
{
    public const int Bytes = 1 << 20;

    private readonly TemporaryFolder _folder = new();

    /// <exception cref="InvalidOperationException">It cannot be mounted here.</exception>
    public SmallVolume()
    {
        if (Run("mount", "-t", "tmpfs", "-o", $"size={Bytes}", "none", Path))
            return;
        _folder.Dispose();
        throw new InvalidOperationException("A volume cannot be mounted.");
    }

    public string Path => _folder.Path;

    public string File(params string[] parts) => _folder.File(parts);

    /// <summary>Takes all but so many bytes of its room.</summary>
    public void Fill(int left) => System.IO.File.WriteAllBytes(File("filler"), new byte[Bytes - left]);

    public void MakeRoom() => System.IO.File.Delete(File("filler"));

    public void Dispose()
    {
        Run("umount", Path);
        _folder.Dispose();
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}

/// <summary>A test that needs a <see cref="SmallVolume"/>; skipped where none can be mounted.</summary>
internal sealed class SmallVolumeFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> _canMount = new(CanMount);

    public SmallVolumeFactAttribute()
    {
        if (!_canMount.Value)
            Skip = "Mounting a small volume takes Linux and its administrator.";
    }

    private static bool CanMount()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            return false;
        try
        {
            new SmallVolume().Dispose();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
