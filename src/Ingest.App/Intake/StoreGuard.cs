using Ingest.App.Files;
using Ingest.Contract.Text;

namespace Ingest.App.Intake;

/// <summary>The store is not the one that was opened any more: going on would archive files that no store knows of.</summary>
internal sealed class StoreLostException(Phrase text) : Exception(text.English)
{
    public Phrase Text { get; } = text;
}

/// <summary>Notices when the file of the store is deleted or replaced under a program that works with it.</summary>
/// <param name="file">Of the store, in full; it is there. Null for a store that is no file.</param>
internal sealed class StoreGuard(string? file, IDisk disk)
{
    private readonly string? _opened = file is null ? null : disk.IdentityOf(file);

    /// <exception cref="StoreLostException">It is gone, or another.</exception>
    public void Check()
    {
        if (file is null)
            return;
        if (!disk.FileExists(file))
            throw new StoreLostException(new Phrase(
                $"数据库 {file} 被删除了。已停止，没有再归档任何文件；请恢复数据库文件，再重新启动。",
                $"The store {file} was deleted. Stopped; nothing more was archived. Put the store back and start again."));
        if (_opened is not null && disk.IdentityOf(file) is { } now && now != _opened)
            throw new StoreLostException(new Phrase(
                $"数据库 {file} 被换成了另一个文件。已停止，没有再归档任何文件；请确认应使用哪个数据库，再重新启动。",
                $"The store {file} was replaced by another file. Stopped; nothing more was archived. See which store is the right one and start again."));
    }
}
