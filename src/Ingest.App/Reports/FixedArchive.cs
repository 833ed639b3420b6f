using System.IO.Compression;

namespace Ingest.App.Reports;

/// <summary>Packages of Office files without the time of their making, so that the same contents give the same bytes.</summary>
internal static class FixedArchive
{
    /// <summary>The earliest instant that a ZIP entry can carry.</summary>
    private static readonly DateTimeOffset _stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Copies the parts in the order of their names.</summary>
    /// <param name="package">As a library wrote it.</param>
    /// <param name="contents">Parts that stand in place of those of the same name; null for none.</param>
    public static void Copy(Stream package, Stream? contents, Stream output)
    {
        using var frame = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        using ZipArchive? instead = contents is null ? null : new ZipArchive(contents, ZipArchiveMode.Read, leaveOpen: true);
        using var target = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (ZipArchiveEntry entry in frame.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            ZipArchiveEntry copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            copy.LastWriteTime = _stamp;
            using Stream from = (instead?.GetEntry(entry.FullName) ?? entry).Open();
            using Stream to = copy.Open();
            from.CopyTo(to);
        }
    }
}
