using Ingest.App.Files;
using Ingest.App.Intake;

namespace Ingest.App.Batch;

/// <summary>The files that paths on the command line mean.</summary>
/// <param name="Missing">Paths that are not there, or are no files of bytes.</param>
/// <param name="Closed">Folders that cannot be looked into.</param>
internal sealed record BatchFiles(IReadOnlyList<string> Files, IReadOnlyList<string> Missing, IReadOnlyList<ClosedFolder> Closed)
{
    /// <summary>A file as named; of a folder all PDFs in it and below, in the order of their paths. Links are not followed.</summary>
    public static BatchFiles Find(IEnumerable<string> paths)
    {
        var found = new List<string>();
        var missing = new List<string>();
        var closed = new List<ClosedFolder>();
        foreach (string path in paths.Select(Path.GetFullPath))
        {
            if (Directory.Exists(path))
            {
                var tree = FolderTree.Of(path, _ => true);
                found.AddRange(tree.Files.Where(file => file.Kind == EntryKind.File && file.Name.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase)).Select(file => file.Path));
                closed.AddRange(tree.Closed);
            }
            else if (File.Exists(path) && NativeFiles.LeadsToRegular(path))
            {
                found.Add(path);
            }
            else
            {
                missing.Add(path);
            }
        }

        return new BatchFiles([.. found.Distinct(StringComparer.Ordinal)], missing, closed);
    }
}
