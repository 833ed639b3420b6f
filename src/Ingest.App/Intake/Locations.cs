using Ingest.App.Configuration;
using Ingest.App.Files;
using Ingest.Contract.Text;

namespace Ingest.App.Intake;

/// <summary>The folders and the store of the settings, in full.</summary>
internal sealed record Locations(string Inbox, string Processing, string Archive, string Quarantine, string Reports, string StoreFile, string VerdictFile, string ReviewersFile, string SignOffFile, string CorrectionFile)
{
    public static Locations Of(Settings settings, string root)
    {
        FolderSettings folders = settings.Folders;
        return new(Full(folders.Inbox), Full(folders.Processing), Full(folders.Archive), Full(folders.Quarantine), Full(folders.Reports), Full(settings.StoreFile), Full(settings.VerdictFile), Full(settings.Review.ReviewersFile), Full(settings.Review.SignOffFile), Full(settings.Review.CorrectionFile));

        string Full(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, root));
    }

    /// <summary>What the watcher needs: every folder there and writable, each with a place of its own, taking a file a rename.</summary>
    /// <exception cref="SettingsException">One sentence for each folder that cannot be used.</exception>
    public void PrepareForWatching()
    {
        List<Phrase> problems = [.. new[]
        {
            Prepare("folders.inbox", Inbox), Prepare("folders.processing", Processing), Prepare("folders.archive", Archive),
            Prepare("folders.quarantine", Quarantine), Prepare("folders.reports", Reports), Prepare("storeFile", Path.GetDirectoryName(StoreFile)!),
            Prepare("verdictFile", Path.GetDirectoryName(VerdictFile)!),
        }.OfType<Phrase>()];
        if (problems.Count == 0)
            problems.AddRange(Overlaps());
        if (problems.Count == 0 && !IsOneStep(Inbox, Processing))
            problems.Add(new Phrase(
                $"folders.processing {Processing} 与 folders.inbox {Inbox} 不在同一个卷上；请放在收件箱旁边，以便一步取走文件。",
                $"folders.processing {Processing} is on another volume than folders.inbox {Inbox}; put it beside the inbox, so that a file can be taken in one step."));
        Throw(problems);
    }

    /// <summary>What reading files in place needs.</summary>
    /// <exception cref="SettingsException">One sentence for each folder that cannot be used.</exception>
    public void PrepareForReading() => Throw(
    [
        .. new[]
        {
            Prepare("folders.reports", Reports), Prepare("storeFile", Path.GetDirectoryName(StoreFile)!), Prepare("verdictFile", Path.GetDirectoryName(VerdictFile)!),
        }.OfType<Phrase>(),
    ]);

    /// <summary>Folders that are one, or lie in one another, whatever links lead there: what is put into one would come out of the other.</summary>
    private IEnumerable<Phrase> Overlaps()
    {
        (string Key, string Path, string Real)[] folders =
        [
            .. new[] { ("folders.inbox", Inbox), ("folders.processing", Processing), ("folders.archive", Archive), ("folders.quarantine", Quarantine), ("folders.reports", Reports) }
                .Select(folder => (folder.Item1, folder.Item2, RealPath.Of(folder.Item2))),
        ];
        foreach ((string key, string path, string real) in folders)
        {
            if (real == Path.GetPathRoot(real))
                yield return new Phrase($"{key} {path} 是整个卷的根。请给它一个自己的文件夹。", $"{key} {path} is the root of a volume. Give it a folder of its own.");
            else if (RealPath.Holds(real, RealPath.Of(StoreFile)))
                yield return new Phrase($"storeFile {StoreFile} 位于 {key} 之内。请另设位置。", $"storeFile {StoreFile} lies inside {key}. Give it a place of its own.");
            foreach ((string otherKey, string otherPath, string other) in folders.Where(other => other.Key != key && RealPath.Holds(real, other.Real)))
            {
                if (real != other)
                    yield return new Phrase(
                        $"{otherKey} {otherPath} 位于 {key} {path} 之内，放入的文件会被当作另一处的文件。请另设位置。",
                        $"{otherKey} {otherPath} lies inside {key} {path}; what is put there would be taken for a file of the other. Give it a place of its own.");
                else if (string.CompareOrdinal(key, otherKey) < 0)
                    yield return new Phrase($"{key} 与 {otherKey} 是同一个文件夹 {real}。请分别设置。", $"{key} and {otherKey} are one folder, {real}. Give each its own.");
            }
        }
    }

    /// <summary>Tried with a file of our own: neither mount points nor names tell for certain.</summary>
    private static bool IsOneStep(string from, string to)
    {
        string name = $"{InboxScanner.OwnPrefix}-{Guid.NewGuid():N}";
        string source = Path.Combine(from, name), target = Path.Combine(to, name);
        try
        {
            File.WriteAllBytes(source, []);
            return NativeFiles.Rename(source, target, replace: false);
        }
        catch (IOException)
        {
            return false;
        }
        finally
        {
            File.Delete(source);
            File.Delete(target);
        }
    }

    /// <summary>Null when the folder is there, or was made, and can be written.</summary>
    private static Phrase? Prepare(string key, string folder)
    {
        try
        {
            // Making more than the last part would hide a share that is not mounted.
            if (Path.GetDirectoryName(folder) is { } parent && Path.GetDirectoryName(parent) is { } above && !Directory.Exists(parent) && !Directory.Exists(above))
                return new Phrase($"{key} {folder} 无法访问：{parent} 不存在。", $"{key} {folder} cannot be reached: {parent} does not exist.");
            Directory.CreateDirectory(folder);
            string probe = Path.Combine(folder, $"{InboxScanner.OwnPrefix}-{Guid.NewGuid():N}");
            using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
                return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Phrase($"{key} {folder} 无法使用：{error.Message}", $"{key} {folder} cannot be used: {error.Message}");
        }
    }

    private static void Throw(List<Phrase> problems)
    {
        if (problems.Count > 0)
            throw new SettingsException(problems);
    }
}
