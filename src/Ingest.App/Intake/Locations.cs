using Ingest.App.Configuration;
using Ingest.Contract.Text;

namespace Ingest.App.Intake;

/// <summary>The folders and the store of the settings, in full.</summary>
internal sealed record Locations(string Inbox, string Processing, string Archive, string Quarantine, string Reports, string StoreFile, string VerdictFile)
{
    public static Locations Of(Settings settings, string root)
    {
        FolderSettings folders = settings.Folders;
        return new(Full(folders.Inbox), Full(folders.Processing), Full(folders.Archive), Full(folders.Quarantine), Full(folders.Reports), Full(settings.StoreFile), Full(settings.VerdictFile));

        string Full(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, root));
    }

    /// <summary>What the watcher needs: every folder there and writable, taking a file a rename, no folder inside the inbox.</summary>
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
        if (problems.Count == 0 && Volume.Of(Inbox) != Volume.Of(Processing))
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

    private IEnumerable<Phrase> Overlaps() =>
        new[] { ("folders.processing", Processing), ("folders.archive", Archive), ("folders.quarantine", Quarantine), ("folders.reports", Reports) }
            .Where(folder => (folder.Item2 + Path.DirectorySeparatorChar).StartsWith(Inbox + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .Select(folder => new Phrase(
                $"{folder.Item1} {folder.Item2} 位于 folders.inbox 之内，放入的文件会被再次收取。请另设位置。",
                $"{folder.Item1} {folder.Item2} lies inside folders.inbox; what is put there would come in again. Give it a place of its own."));

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
