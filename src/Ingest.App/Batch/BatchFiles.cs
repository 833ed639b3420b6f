namespace Ingest.App.Batch;

/// <summary>The files that paths on the command line mean.</summary>
internal static class BatchFiles
{
    /// <summary>A file as named; of a folder all PDFs in it and below, in the order of their paths. Links to folders are not followed.</summary>
    /// <param name="missing">Paths that are not there.</param>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths, out IReadOnlyList<string> missing)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint, MatchCasing = MatchCasing.CaseInsensitive };
        var found = new List<string>();
        var absent = new List<string>();
        foreach (string path in paths.Select(Path.GetFullPath))
        {
            if (Directory.Exists(path))
                found.AddRange(Directory.EnumerateFiles(path, "*.pdf", options).Order(StringComparer.Ordinal));
            else if (File.Exists(path))
                found.Add(path);
            else
                absent.Add(path);
        }

        missing = absent;
        return [.. found.Distinct(StringComparer.Ordinal)];
    }
}
