using Ingest.App.Files;

namespace Ingest.App.Tests;

/// <summary>A test that needs a volume besides that of temporary files; skipped where there is none.</summary>
internal sealed class SecondVolumeFactAttribute : FactAttribute
{
    /// <summary>Linux has one in memory.</summary>
    public const string Volume = "/dev/shm";

    public SecondVolumeFactAttribute()
    {
        if (!Directory.Exists(Volume) || Device(Volume) == Device(Path.GetTempPath()))
            Skip = $"{Volume} is not there, or holds the temporary files too.";
    }

    private static string? Device(string folder) => NativeFiles.Identity(folder)?.Split(':')[0];
}
