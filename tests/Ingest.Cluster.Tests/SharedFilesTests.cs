using System.Text;
using Ingest.Cluster.Files;

namespace Ingest.Cluster.Tests;

/// <summary>What a place for shared files must do, run on each.</summary>
public abstract class SharedFilesContract
{
    internal abstract ISharedFiles Files { get; }

    [Fact]
    public async Task What_is_put_is_found_as_it_was_and_what_is_put_again_replaces_it()
    {
        byte[] bytes = [.. Enumerable.Range(0, 200_000).Select(i => (byte)(i % 251))];
        await Files.PutAsync("a.pdf", Encoding.UTF8.GetBytes("before"), default);
        await Files.PutAsync("a.pdf", bytes, default);

        Assert.Equal(bytes, await Files.FindAsync("a.pdf", default));
    }

    [Fact]
    public async Task An_empty_file_is_a_file()
    {
        await Files.PutAsync("empty", default, default);

        Assert.Empty((await Files.FindAsync("empty", default))!);
    }

    [Fact]
    public async Task What_is_not_there_or_was_removed_is_null_and_is_removed_again_without_complaint()
    {
        await Files.PutAsync("a", new byte[] { 1 }, default);
        await Files.DeleteAsync("a", default);
        await Files.DeleteAsync("a", default);

        Assert.Null(await Files.FindAsync("a", default));
        Assert.Null(await Files.FindAsync("b", default));
    }

    [Fact]
    public async Task A_list_has_all_that_begin_so_and_when_they_were_written()
    {
        DateTimeOffset before = TimeProvider.System.GetUtcNow().AddSeconds(-2);
        foreach (string name in new[] { "worker-1", "worker-2", "worker-3", "worker-4", "worker-5", "other" })
            await Files.PutAsync(name, new byte[] { 1 }, default);

        IReadOnlyList<SharedFile> listed = await Files.ListAsync("worker-", default);

        Assert.Equal(["worker-1", "worker-2", "worker-3", "worker-4", "worker-5"], listed.Select(file => file.Name).Order(StringComparer.Ordinal));
        Assert.All(listed, file => Assert.InRange(file.WrittenAt, before, TimeProvider.System.GetUtcNow().AddSeconds(2)));
        Assert.Equal(6, (await Files.ListAsync("", default)).Count);
    }

    /// <summary>Signs of life are looked for by how their names begin while workers write them.</summary>
    [Fact]
    public async Task What_is_being_written_is_not_listed_under_its_name_nor_in_the_way_of_who_reads()
    {
        byte[] bytes = new byte[100_000];
        await Files.PutAsync("worker-1.json", bytes, default);
        using var end = new CancellationTokenSource();
        Task writing = Task.Run(async () =>
        {
            while (!end.IsCancellationRequested)
                await Files.PutAsync("worker-1.json", bytes, default);
        });

        for (int i = 0; i < 100; i++)
            foreach (SharedFile file in await Files.ListAsync("worker-", default))
                Assert.Equal(("worker-1.json", bytes.Length), (file.Name, (await Files.FindAsync(file.Name, default))!.Length));
        await end.CancelAsync();
        await writing;
    }

    [Fact]
    public async Task Nothing_is_there_before_anything_was_put() => Assert.Empty(await Files.ListAsync("", default));
}

public sealed class SharedFolderTests : SharedFilesContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ingest-shared-").FullName;

    internal override ISharedFiles Files => new SharedFolder(Path.Combine(_folder, "made when needed"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public Task A_name_that_leads_elsewhere_is_none() => Assert.ThrowsAsync<ArgumentException>(() => Files.FindAsync("../secret", default));
}

public sealed class S3BucketTests : SharedFilesContract, IDisposable
{
    private readonly S3Server _server = new();

    private readonly S3Bucket _files;

    public S3BucketTests()
    {
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", S3Server.Key);
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", S3Server.Secret);
        _files = Bucket(S3Server.Bucket);
    }

    internal override ISharedFiles Files => _files;

    public void Dispose()
    {
        _files.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task Files_lie_in_their_folder_of_the_bucket()
    {
        await Files.PutAsync("a.pdf", new byte[] { 1 }, default);

        Assert.Equal(["cluster/a.pdf"], _server.Keys);
    }

    [Fact]
    public async Task A_bucket_that_is_not_there_is_no_file_that_is_not_there()
    {
        using S3Bucket other = Bucket("other");

        Assert.Contains("NoSuchBucket", (await Assert.ThrowsAsync<IOException>(() => other.FindAsync("a", default))).Message, StringComparison.Ordinal);
        Assert.Contains("other", (await Assert.ThrowsAsync<IOException>(() => other.PutAsync("a", new byte[] { 1 }, default))).Message, StringComparison.Ordinal);
    }

    private S3Bucket Bucket(string name) => new(new Uri($"s3://{name}/cluster/"), new Uri(_server.Address));
}
