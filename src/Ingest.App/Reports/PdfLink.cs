namespace Ingest.App.Reports;

/// <summary>How a report leads to the PDF that it is about.</summary>
internal static class PdfLink
{
    /// <summary>Relative, so that both can be moved together; in full where there is no way from one to the other (another drive).</summary>
    /// <param name="report">Where the report will stand.</param>
    /// <param name="pdf">Where the PDF lies.</param>
    public static string Between(string report, string pdf)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(report))!;
        string relative = Path.GetRelativePath(folder, Path.GetFullPath(pdf));
        return Path.IsPathRooted(relative)
            ? new Uri(relative).AbsoluteUri
            : string.Join('/', relative.Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString));
    }
}
