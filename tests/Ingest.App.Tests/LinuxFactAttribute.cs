namespace Ingest.App.Tests;

/// <summary>A test of what only Linux tells: kinds and identities of files, and who writes to them.</summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = "Kinds and identities of files, and who writes to them, are asked of Linux.";
    }
}
