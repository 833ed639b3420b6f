namespace Ingest.Store.Tests;

/// <summary>What a store that is one file must do besides.</summary>
public abstract class FileStoreContract : DocumentStoreContract
{
    [StoreFact]
    public async Task A_copy_is_the_store_as_it_was_at_one_moment_while_another_writes()
    {
        using var stop = new CancellationTokenSource();
        using IDocumentStore store = Open();
        Task writing = Task.Run(() =>
        {
            for (int i = 0; !stop.IsCancellationRequested; i++)
                store.Save(store.Claim($"{i}.pdf", $"h{i}", 1).Id, SampleDocument.Create($"h{i}", $"局{i}", findings: SampleDocument.Finding("T03-row")), SampleDocument.Versions, TimeSpan.FromMilliseconds(12));
        });
        while (store.Counts()[ArrivalState.Stored] < 3)
            Assert.False(writing.IsCompleted);
        for (int i = 0; i < 3; i++)
            store.CopyTo(Folder.File($"copy-{i}"));
        await stop.CancelAsync();
        await writing;

        int before = 3;
        for (int i = 0; i < 3; i++)
        {
            using IDocumentStore copy = OpenFile(Folder.File($"copy-{i}"));
            Assert.Empty(copy.CheckIntegrity());
            Assert.InRange(copy.Counts()[ArrivalState.Stored], before, store.Counts()[ArrivalState.Stored]);
            before = copy.Counts()[ArrivalState.Stored];
        }

        Assert.Throws<IOException>(() => store.CopyTo(Folder.File("copy-0")));
        Assert.ThrowsAny<IOException>(() => store.CopyTo(Folder.File("none/copy")));
    }

    /// <summary>Opens a store of this kind in another file.</summary>
    protected abstract IDocumentStore OpenFile(string file);
}
