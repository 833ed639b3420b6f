namespace Ingest.App.Files;

/// <summary>Where a path leads once every link in it is followed.</summary>
internal static class RealPath
{
    /// <summary>As many links as Linux follows in one path.</summary>
    private const int MaximumLinks = 40;

    /// <summary>Full and without links; what is not there yet stays as it is written.</summary>
    /// <exception cref="IOException">Links lead round in a circle.</exception>
    public static string Of(string path)
    {
        int links = 0;
        string full = Path.GetFullPath(path);
        string root = Path.GetPathRoot(full)!;
        var parts = new Stack<string>(Parts(full[root.Length..]).Reverse());
        string real = root;
        while (parts.TryPop(out string? part))
        {
            string next = Path.GetFullPath(Path.Combine(real, part));
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MaximumLinks)
                throw new IOException($"The links of {path} lead round in a circle.");
            if (Path.IsPathRooted(target))
                real = Path.GetPathRoot(target)!;
            foreach (string more in Parts(target[(Path.GetPathRoot(target) ?? "").Length..]).Reverse())
                parts.Push(more);
        }

        return Path.TrimEndingDirectorySeparator(real);
    }

    /// <summary>True when one is the other or lies in it; both as <see cref="Of"/> gives them.</summary>
    public static bool Holds(string outer, string inner) =>
        (Path.TrimEndingDirectorySeparator(inner) + Path.DirectorySeparatorChar).StartsWith(
            Path.EndsInDirectorySeparator(outer) ? outer : outer + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string[] Parts(string path) =>
        path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
}
