using System.Security.Cryptography;
using Ingest.App.Files;
using Ingest.Cluster;
using Ingest.Contract.Text;
using Ingest.Store;

namespace Ingest.App.Readers;

/// <summary>
/// Has files read by the workers of a cluster. Everything but reading stays here: what a worker answers is stored and filed as if a
/// process of this machine had read it, so that an answer that comes twice, or never, changes nothing.
/// </summary>
internal sealed class ClusterReading(ClusterOptions options, EngineVersions versions, Language language, TimeProvider clock) : IDocumentReading
{
    private readonly SemaphoreSlim _starting = new(1);

    private ClusterClient? _client;

    /// <summary>What the worker must read with, as one text.</summary>
    public static string VersionsOf(EngineVersions versions) => $"{versions.Reader} | {versions.Layouts} | {versions.Rules}";

    /// <summary>Workers tell nothing before their answer.</summary>
    public ReadingProgress Progress { get; } = new(clock);

    public async Task WarmUpAsync(CancellationToken cancellation) => await ClientAsync(cancellation);

    public async Task<ReadReply> ReadAsync(ReadRequest request, CancellationToken cancellation)
    {
        ClusterClient client = await ClientAsync(cancellation);
        byte[] bytes;
        try
        {
            await using FileStream file = RegularFile.OpenRead(request.Path);
            bytes = new byte[file.Length];
            await file.ReadExactlyAsync(bytes, cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return ReadReply.Failed(ReadFailures.Unreadable, error.Message);
        }

        try
        {
            return await client.ReadAsync(Convert.ToHexStringLower(SHA256.HashData(bytes)), request.ToBytes(), bytes, VersionsOf(versions), cancellation) is { } answer
                ? ReadReply.Parse(answer)
                : ReadReply.Failed(ReadFailures.Crashed, new Phrase(
                    $"{request.FileName} 在集群中多次使工作进程异常结束。", $"{request.FileName} ended several workers of the cluster.").In(language));
        }
        catch (ClusterException error)
        {
            throw new ReaderUnavailableException(error.Message, error);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_client is not null)
            await _client.DisposeAsync();
        _starting.Dispose();
    }

    private async Task<ClusterClient> ClientAsync(CancellationToken cancellation)
    {
        await _starting.WaitAsync(cancellation);
        try
        {
            return _client ??= await ClusterClient.StartAsync(options, clock, cancellation);
        }
        catch (ClusterException error)
        {
            throw new ReaderUnavailableException(error.Message, error);
        }
        finally
        {
            _starting.Release();
        }
    }
}
