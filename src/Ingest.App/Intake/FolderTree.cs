using System.IO.Enumeration;
using Ingest.App.Files;
using Ingest.Contract.Text;

namespace Ingest.App.Intake;

/// <summary>What an entry of a folder is.</summary>
internal enum EntryKind
{
    /// <summary>A file of bytes.</summary>
    File,

    /// <summary>A link to whatever.</summary>
    Link,

    /// <summary>A pipe, a socket or a device: never opened.</summary>
    Special,
}

/// <summary>An entry that is no folder.</summary>
/// <param name="Path">In full.</param>
internal sealed record FoundFile(string Path, string Name, long Length, DateTimeOffset Modified, EntryKind Kind);

/// <summary>A folder that cannot be looked into; what is in it waits.</summary>
/// <param name="Path">In full.</param>
internal sealed record ClosedFolder(string Path, Phrase Problem);

/// <summary>
/// Everything in a folder and below it. Links are named and not followed: they may lead out of it, or round in a circle.
/// </summary>
/// <param name="Closed">Folders below it that could not be looked into.</param>
internal sealed record FolderTree(IReadOnlyList<FoundFile> Files, IReadOnlyList<ClosedFolder> Closed)
{
    /// <summary>Deeper folders are said to be closed.</summary>
    public const int MaxDepth = 32;

    private static readonly EnumerationOptions _everything = new() { AttributesToSkip = 0 };

    /// <summary>In the order of their paths, so that equal folders are worked on alike.</summary>
    /// <param name="enters">Whether to look into a folder of this name.</param>
    /// <exception cref="IOException">The folder itself cannot be looked into.</exception>
    /// <exception cref="UnauthorizedAccessException">Neither can it for lack of permission.</exception>
    public static FolderTree Of(string root, Func<string, bool> enters)
    {
        var files = new List<FoundFile>();
        var closed = new List<ClosedFolder>();
        var folders = new Queue<(string Path, int Depth)>(Read(root, files, enters).Select(path => (path, 1)));
        while (folders.TryDequeue(out (string Path, int Depth) folder))
            foreach (string below in Open(folder.Path, folder.Depth, files, closed, enters))
                folders.Enqueue((below, folder.Depth + 1));
        return new FolderTree([.. files.OrderBy(file => file.Path, StringComparer.Ordinal)], closed);
    }

    private static List<string> Open(string folder, int depth, List<FoundFile> files, List<ClosedFolder> closed, Func<string, bool> enters)
    {
        try
        {
            if (depth <= MaxDepth)
                return Read(folder, files, enters);
            closed.Add(new ClosedFolder(folder, new Phrase($"比 {MaxDepth} 层文件夹更深", $"It lies deeper than {MaxDepth} folders")));
        }
        catch (DirectoryNotFoundException)
        {
            // It went away while the others were looked into.
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            closed.Add(new ClosedFolder(folder, Phrase.Same(error.Message)));
        }

        return [];
    }

    /// <returns>The folders in it that are to be looked into.</returns>
    private static List<string> Read(string folder, List<FoundFile> files, Func<string, bool> enters)
    {
        var folders = new List<string>();
        var found = new List<FoundFile>();
        foreach ((FoundFile entry, bool isFolder) in new FileSystemEnumerable<(FoundFile, bool)>(folder, (ref FileSystemEntry entry) => Describe(folder, ref entry), _everything))
            if (!isFolder)
                found.Add(entry);
            else if (enters(entry.Name))
                folders.Add(entry.Path);
        files.AddRange(found);
        return folders;
    }

    private static (FoundFile Entry, bool IsFolder) Describe(string folder, ref FileSystemEntry entry)
    {
        bool isLink = entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
        string name = entry.FileName.ToString();
        // The entry itself has no path when it is longer than the system takes.
        string path = Path.Join(folder, name);
        EntryKind kind = isLink ? EntryKind.Link : entry.IsDirectory || NativeFiles.IsRegular(path) ? EntryKind.File : EntryKind.Special;
        return (new FoundFile(path, name, entry.Length, entry.LastWriteTimeUtc, kind), entry.IsDirectory && !isLink);
    }
}
