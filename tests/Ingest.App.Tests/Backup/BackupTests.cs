using Ingest.App.Backup;
using Ingest.App.Composition;
using Ingest.Store;

namespace Ingest.App.Tests.Backup;

/// <summary>Writing and restoring backups of both kinds of store.</summary>
public sealed class BackupTests : IDisposable
{
    private static readonly EngineVersions _versions = new("reader-1", "layouts-1", "rules-1");

    private readonly TemporaryFolder _folder = new();

    private string StoreFile => _folder.File("ingest.db");

    private string Target => _folder.File("saved.zip");

    private VerdictJournal Verdicts => new(_folder.File("verdicts.jsonl"));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("litedb")]
    [InlineData("sqlite")]
    public void A_lost_store_comes_back_with_its_documents_and_all_verdicts_also_those_said_since(string kind)
    {
        Fill(kind, "aaaaaaaa", "bbbbbbbb");
        Judge(kind, "aaaaaaaa", "李");
        BackupManifest made = Write(kind).Manifest;
        Judge(kind, "bbbbbbbb", "王");
        StoreFiles.Delete(StoreFile);

        Restored restored = Restore(kind);

        Assert.Equal((2, 2, 1, kind), (made.Documents, made.Arrivals, made.Verdicts, made.Store));
        Assert.Equal((false, null, 2, 2), (restored.WasTheSame, restored.KeptAs, restored.Documents, restored.Verdicts));
        using IDocumentStore store = Open(kind);
        Assert.Empty(store.CheckIntegrity());
        Assert.Equal(["李", "王"], store.Documents(DocumentQuery.All).SelectMany(document => store.FindingsOf(document.Sha256)).Select(finding => finding.Verdict!.Who));
        Assert.Equal(2, Verdicts.Read(out _).Count);
        Assert.Equal(3, store.Claim("c.pdf", "cc", 1).Id);
    }

    [Theory]
    [InlineData("litedb")]
    [InlineData("sqlite")]
    public void A_store_that_holds_something_else_is_replaced_only_when_that_is_said_and_is_kept(string kind)
    {
        Fill(kind, "aaaaaaaa");
        Write(kind);
        Assert.True(Restore(kind).WasTheSame);
        Fill(kind, "bbbbbbbb");

        Assert.Contains("--force", Assert.Throws<BackupException>(() => Restore(kind)).Message, StringComparison.Ordinal);
        Assert.Equal(2, Documents(StoreFile, kind));
        Restored restored = Restore(kind, force: true);

        Assert.Equal((1, 2), (Documents(StoreFile, kind), Documents(restored.KeptAs!, kind)));
        Assert.DoesNotContain(Directory.GetFiles(_folder.Path), path => path.Contains("restored", StringComparison.Ordinal) || path.EndsWith(".part", StringComparison.Ordinal));
    }

    [Fact]
    public void A_store_that_cannot_be_read_is_replaced_only_when_that_is_said()
    {
        Fill("litedb", "aaaaaaaa");
        Write("litedb");
        File.WriteAllBytes(StoreFile, new byte[30_000]);

        Assert.Contains("--force", Assert.Throws<BackupException>(() => Restore("litedb")).Message, StringComparison.Ordinal);
        Restore("litedb", force: true);

        Assert.Equal(1, Documents(StoreFile, "litedb"));
    }

    [Fact]
    public void Every_byte_that_is_not_as_it_was_written_is_noticed_before_anything_is_replaced()
    {
        Fill("litedb", "aaaaaaaa");
        Write("litedb");
        byte[] sound = File.ReadAllBytes(Target), store = File.ReadAllBytes(StoreFile);
        var random = new Random(3);
        for (int i = 0; i < 60; i++)
        {
            byte[] damaged = [.. sound];
            int at = random.Next(damaged.Length);
            damaged[at] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(Target, damaged);
            // Some bytes of a ZIP mean nothing: times, attributes. What was written comes back, or nothing does.
            Exception? refused = Record.Exception(() => Restore("litedb"));

            Assert.True(refused is null or BackupException, refused?.ToString());
            Assert.Equal(store, File.ReadAllBytes(StoreFile));
        }

        File.WriteAllBytes(Target, sound[..(sound.Length / 2)]);
        Assert.Throws<BackupException>(() => Restore("litedb"));
    }

    [Fact]
    public void A_backup_of_the_other_kind_is_refused_with_what_to_do()
    {
        Fill("sqlite", "aaaaaaaa");
        Write("sqlite");

        Assert.Contains("\"store\": \"sqlite\"", Assert.Throws<BackupException>(() => Restore("litedb")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_backup_that_cannot_be_written_leaves_the_one_before_it()
    {
        Fill("litedb", "aaaaaaaa");
        Write("litedb");
        byte[] before = File.ReadAllBytes(Target);
        using IDocumentStore store = FaultyStore.Around(Open("litedb"), method => method == "CopyTo" ? new StoreException(StoreFailure.DiskFull, "no room") : null);

        Assert.Throws<StoreException>(() => BackupFile.Write(Target, "litedb", store, Verdicts, TimeProvider.System));

        Assert.Equal(before, File.ReadAllBytes(Target));
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.part*"));
    }

    private void Fill(string kind, params string[] hashes)
    {
        using IDocumentStore store = Open(kind);
        foreach (string hash in hashes)
            store.Save(store.Claim($"{hash}.pdf", hash, 10).Id, MadeDocument.Create(hash, $"局{hash}", 2024, 100m, MadeDocument.Finding("X-01")), _versions, TimeSpan.Zero);
    }

    private void Judge(string kind, string hash, string who)
    {
        using IDocumentStore store = Open(kind);
        Assert.True(store.Judge(hash, store.FindingsOf(hash)[0].Fingerprint, new Verdict(VerdictStatus.Confirmed, null, who, DateTimeOffset.UnixEpoch)));
    }

    private BackupFile Write(string kind)
    {
        using IDocumentStore store = Open(kind);
        return BackupFile.Write(Target, kind, store, Verdicts, TimeProvider.System);
    }

    private Restored Restore(string kind, bool force = false) => new BackupRestore(kind, StoreFile, Verdicts, TimeSpan.FromSeconds(5)).Run(BackupFile.Open(Target), force);

    private IRestorableStore Open(string kind) => Stores.Open(kind, StoreFile, TimeSpan.FromSeconds(5), Verdicts);

    private static int Documents(string file, string kind)
    {
        using IDocumentStore store = Stores.OpenAlone(kind, file, TimeSpan.FromSeconds(5));
        return store.Documents(DocumentQuery.All).Count();
    }
}
