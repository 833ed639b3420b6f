using System.IO.Enumeration;

namespace Ingest.App.Intake;

/// <summary>Looks through the inbox and its sub-folders. Links are not followed: they may lead out of it.</summary>
/// <param name="maxBytes">Larger files are left where they are.</param>
internal sealed class InboxScanner(string inbox, long maxBytes)
{
    /// <summary>Of files that this program keeps in folders for itself.</summary>
    public const string OwnPrefix = ".ingest";

    private const int MaxDepth = 32;

    private static readonly string[] UnfinishedEndings = [".part", ".partial", ".tmp", ".temp", ".crdownload", ".download", ".filepart", ".swp", "~"];

    /// <summary>What systems and network drives leave in folders.</summary>
    private static readonly string[] SystemNames = ["thumbs.db", "desktop.ini", "@eadir", "__macosx", "$recycle.bin"];

    /// <summary>In the order of their paths, so that equal inboxes are worked on alike.</summary>
    /// <exception cref="IOException">The inbox cannot be reached.</exception>
    public IReadOnlyList<InboxFile> Scan()
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = MaxDepth, IgnoreInaccessible = true, AttributesToSkip = 0 };
        if (!Directory.Exists(inbox))
            throw new DirectoryNotFoundException($"The inbox {inbox} is not there.");
        var files = new FileSystemEnumerable<InboxFile>(inbox, Describe, options)
        {
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsLink(ref entry) && !IsHidden(entry.FileName.ToString()),
            ShouldIncludePredicate = (ref FileSystemEntry entry) => (!entry.IsDirectory || IsLink(ref entry)) && !entry.FileName.StartsWith(OwnPrefix, StringComparison.Ordinal),
        };
        return [.. files.OrderBy(file => file.RelativePath, StringComparer.Ordinal)];
    }

    private InboxFile Describe(ref FileSystemEntry entry)
    {
        string path = entry.ToFullPath();
        string? left = IsLink(ref entry) ? "a link; only files in the inbox itself are taken" : WhyLeft(entry.FileName.ToString(), entry.Length);
        return new InboxFile(Path.GetRelativePath(inbox, path), path, entry.Length, entry.LastWriteTimeUtc, left);
    }

    private string? WhyLeft(string name, long length)
    {
        if (IsHidden(name))
            return "a hidden or system file";
        if (name.StartsWith("~$", StringComparison.Ordinal) || UnfinishedEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            return "a temporary file of another program";
        if (length > maxBytes)
            return $"has {length:N0} bytes; the limit is {maxBytes:N0} (limits.fileBytes)";
        // A name that is not valid in the system's encoding is shown with this character and cannot be opened by it.
        return name.Contains('\uFFFD', StringComparison.Ordinal) ? "its name is not valid UTF-8; rename it" : null;
    }

    private static bool IsHidden(string name) => name[0] == '.' || SystemNames.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
}
