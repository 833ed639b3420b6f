using Ingest.App.Configuration;
using Ingest.App.Intake;
using Ingest.Contract.Text;

namespace Ingest.App.Watch;

/// <summary>Whether a watcher is at work, by what it leaves behind: supervisors ask from another process.</summary>
internal static class WatchHealth
{
    /// <summary>Looks that may be missed before a watcher is taken for stuck.</summary>
    private const int MissedLooks = 3;

    /// <summary>A look may wait for a full queue, and that for the longest document.</summary>
    private static readonly TimeSpan _shortest = TimeSpan.FromMinutes(1);

    public static (bool IsWell, Phrase Said) Of(Locations folders, WatchSettings settings, TimeProvider clock)
    {
        if (!FolderLock.IsTaken(folders.Inbox))
            return (false, new Phrase($"没有进程在监视 {folders.Inbox}。", $"No process watches {folders.Inbox}."));
        if (WatchNote.Find(folders.Processing) is not { } note)
            return (false, new Phrase("监视进程尚未查看过收件箱。", "The watcher has not looked into the inbox yet."));
        TimeSpan silent = clock.GetUtcNow() - note.At, longest = settings.Poll * MissedLooks;
        if (silent > (longest > _shortest ? longest : _shortest))
            return (false, new Phrase($"监视进程已有 {Rounded(silent)} 没有动静。", $"The watcher has shown no sign of life for {Rounded(silent)}."));
        return note.LongestWait > settings.LongestWait
            ? (false, new Phrase($"有文件已等待 {Rounded(note.LongestWait)}（watch.longestWait 为 {settings.LongestWait}）。", $"A file has waited for {Rounded(note.LongestWait)} (watch.longestWait is {settings.LongestWait})."))
            : (true, new Phrase($"正常：{note.Waiting} 个文件在等待。", $"Well: {note.Waiting} files wait."));
    }

    private static TimeSpan Rounded(TimeSpan time) => TimeSpan.FromSeconds((long)time.TotalSeconds);
}
