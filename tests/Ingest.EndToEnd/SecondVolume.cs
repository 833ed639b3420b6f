namespace Ingest.EndToEnd;

/// <summary>A folder on another volume than that of temporary files, to which folders of an installation are links.</summary>
internal sealed class SecondVolume : IDisposable
{
    /// <summary>Linux has one in memory.</summary>
    public const string Root = "/dev/shm";

    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Root, $"ingest-{Guid.NewGuid():N}")).FullName;

    /// <summary>Why there is none here; null when there is.</summary>
    public static string? Missing { get; } = Find();

    /// <param name="folders">Of <c>data</c>, which must not be there yet.</param>
    public static SecondVolume Holding(Installation place, params string[] folders)
    {
        var volume = new SecondVolume();
        Directory.CreateDirectory(place.Folder());
        foreach (string folder in folders)
            Directory.CreateSymbolicLink(place.Folder(folder), Directory.CreateDirectory(Path.Combine(volume._folder, folder)).FullName);
        return volume;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string? Find()
    {
        if (!Directory.Exists(Root))
            return $"{Root} is not there.";
        // Two folders are on one volume when a file can be given a name in either: a link across volumes is refused.
        string here = Path.GetTempFileName(), there = Path.Combine(Root, $"ingest-{Guid.NewGuid():N}");
        try
        {
            using var link = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("ln", [here, there]) { RedirectStandardError = true })!;
            link.WaitForExit();
            return link.ExitCode == 0 ? $"{Root} holds the temporary files too." : null;
        }
        finally
        {
            File.Delete(there);
            File.Delete(here);
        }
    }
}

/// <summary>Skipped, with the reason, where there is no second volume.</summary>
internal sealed class TwoVolumesFactAttribute : FactAttribute
{
    public TwoVolumesFactAttribute() => Skip = SecondVolume.Missing;
}
