using Ingest.App.Intake;

namespace Ingest.App.Tests.Intake;

public sealed class FolderLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_is_held_by_one_at_a_time_and_free_again_when_let_go()
    {
        using (FolderLock held = FolderLock.Take(_folder.Path))
        {
            FolderInUseException error = Assert.Throws<FolderInUseException>(() => FolderLock.Take(_folder.Path));
            Assert.Contains(_folder.Path, error.Message, StringComparison.Ordinal);
            Assert.True(FolderLock.IsTaken(_folder.Path));
        }

        Assert.False(FolderLock.IsTaken(_folder.Path));
        FolderLock.Take(_folder.Path).Dispose();
    }

    [Fact]
    public void A_folder_that_was_made_anew_is_taken_again()
    {
        string inbox = _folder.File("inbox");
        Directory.CreateDirectory(inbox);
        using FolderLock held = FolderLock.Take(inbox);
        Assert.False(held.Renew());
        Directory.Delete(inbox, recursive: true);

        Assert.Throws<DirectoryNotFoundException>(() => held.Renew());
        Directory.CreateDirectory(inbox);

        Assert.True(held.Renew());
        Assert.True(FolderLock.IsTaken(inbox));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_not_in_use() => Assert.False(FolderLock.IsTaken(_folder.File("none")));
}
