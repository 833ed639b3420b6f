namespace Ingest.App.Intake;

/// <summary>Within one volume a file moves in one step.</summary>
internal static class Volume
{
    /// <summary>The mount point that a path is under.</summary>
    public static string Of(string path) => DriveInfo.GetDrives()
        .Select(drive => Path.TrimEndingDirectorySeparator(drive.RootDirectory.FullName))
        .Where(root => root is "" or "/" || path == root || path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        .MaxBy(root => root.Length) ?? "";
}
