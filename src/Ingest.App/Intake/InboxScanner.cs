using Ingest.Contract.Text;

namespace Ingest.App.Intake;

/// <summary>What is in the inbox.</summary>
/// <param name="Closed">Sub-folders that could not be looked into.</param>
internal sealed record InboxContents(IReadOnlyList<InboxFile> Files, IReadOnlyList<ClosedFolder> Closed);

/// <summary>Looks through the inbox and its sub-folders.</summary>
/// <param name="maxBytes">Larger files are left where they are.</param>
internal sealed class InboxScanner(string inbox, long maxBytes)
{
    /// <summary>Of files that this program keeps in folders for itself.</summary>
    public const string OwnPrefix = ".ingest";

    private static readonly string[] _unfinishedEndings = [".part", ".partial", ".tmp", ".temp", ".crdownload", ".download", ".filepart", ".swp", "~"];

    /// <summary>What systems and network drives leave in folders.</summary>
    private static readonly string[] _systemNames = ["thumbs.db", "desktop.ini", "@eadir", "__macosx", "$recycle.bin"];

    /// <summary>Files in the order of their paths, so that equal inboxes are worked on alike.</summary>
    /// <exception cref="IOException">The inbox cannot be reached.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be looked into.</exception>
    public InboxContents Scan()
    {
        if (!Directory.Exists(inbox))
            throw new DirectoryNotFoundException($"The inbox {inbox} is not there.");
        var tree = FolderTree.Of(inbox, name => !IsHidden(name));
        return new InboxContents([.. tree.Files.Where(file => !file.Name.StartsWith(OwnPrefix, StringComparison.Ordinal)).Select(Describe)], tree.Closed);
    }

    private InboxFile Describe(FoundFile file)
    {
        Phrase? left = file.Kind switch
        {
            EntryKind.Link => new Phrase("是链接；只收取收件箱内的文件本身", "a link; only files in the inbox itself are taken"),
            EntryKind.Special => new Phrase("是管道、套接字或设备，不是文件", "a pipe, a socket or a device, no file"),
            _ => WhyLeft(file.Name, file.Length),
        };
        return new InboxFile(Path.GetRelativePath(inbox, file.Path), file.Path, file.Length, file.Modified, left);
    }

    private Phrase? WhyLeft(string name, long length)
    {
        if (IsHidden(name))
            return new Phrase("隐藏文件或系统文件", "a hidden or system file");
        if (name.StartsWith("~$", StringComparison.Ordinal) || _unfinishedEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            return new Phrase("其他程序的临时文件", "a temporary file of another program");
        if (length > maxBytes)
            return new Phrase(
                $"有 {length:N0} 字节，限额为 {maxBytes:N0}（limits.fileBytes）",
                $"has {length:N0} bytes; the limit is {maxBytes:N0} (limits.fileBytes)");
        // A name that is not valid in the system's encoding is shown with this character and cannot be opened by it.
        return name.Contains('\uFFFD', StringComparison.Ordinal) ? new Phrase("文件名不是有效的 UTF-8，请改名", "its name is not valid UTF-8; rename it") : null;
    }

    private static bool IsHidden(string name) => name[0] == '.' || _systemNames.Contains(name, StringComparer.OrdinalIgnoreCase);
}
