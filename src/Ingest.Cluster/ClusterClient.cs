using MassTransit;

namespace Ingest.Cluster;

/// <summary>Has documents read by workers. Safe to use from several threads.</summary>
public sealed class ClusterClient : IAsyncDisposable
{
    /// <summary>Files of a client that was ended stay this long.</summary>
    private static readonly TimeSpan _leftAlone = TimeSpan.FromDays(1);

    private readonly ClusterOptions _options;

    private readonly ISharedFiles _files;

    private readonly IBusControl _bus;

    private readonly IRequestClient<ReadDocument> _requests;

    private ClusterClient(ClusterOptions options, ISharedFiles files, IBusControl bus)
    {
        (_options, _files, _bus) = (options, files, bus);
        _requests = bus.CreateRequestClient<ReadDocument>(new Uri($"exchange:{options.Queue}"), RequestTimeout.After(ms: (int)options.AnswerTime.TotalMilliseconds));
    }

    /// <exception cref="ClusterException">The broker cannot be reached, or does not let this user in.</exception>
    public static async Task<ClusterClient> StartAsync(ClusterOptions options, TimeProvider clock, CancellationToken cancellation)
    {
        await Broker.MakeQueueAsync(options, cancellation);
        var files = new SharedFolder(options.SharedFolder, clock);
        files.Tidy(_leftAlone);
        IBusControl bus = Bus.Factory.CreateUsingRabbitMq(configuration => Broker.Host(configuration, options));
        await bus.StartAsync(cancellation);
        return new ClusterClient(options, files, bus);
    }

    /// <inheritdoc cref="Broker.StateAsync"/>
    public static Task<QueueState> StateAsync(ClusterOptions options, CancellationToken cancellation) => Broker.StateAsync(options, cancellation);

    /// <param name="request">What is asked, for the worker's reader.</param>
    /// <param name="versions">Of what reads at this end.</param>
    /// <returns>What the worker's reader answered; null when the document ends whoever reads it.</returns>
    /// <exception cref="ClusterException">No worker answered in time, one of another version did, or the broker or the shared folder cannot be reached.</exception>
    public async Task<byte[]?> ReadAsync(string sha256, ReadOnlyMemory<byte> request, ReadOnlyMemory<byte> file, string versions, CancellationToken cancellation)
    {
        string answer = $"{Guid.NewGuid():N}.answer", document = $"{Guid.NewGuid():N}.pdf", question = $"{Guid.NewGuid():N}.request";
        try
        {
            await _files.PutAsync(document, file, cancellation);
            await _files.PutAsync(question, request, cancellation);
            Response<DocumentRead> read = await _requests.GetResponse<DocumentRead>(new { Sha256 = sha256, Request = question, Versions = versions, Document = document, Answer = answer }, cancellation);
            return read.Message switch
            {
                { Refusal: null } => await _files.GetAsync(answer, cancellation),
                { IsPoison: true } => null,
                { Refusal: var refusal, Worker: var worker } => throw new ClusterException($"{worker} did not read it: {refusal}."),
            };
        }
        catch (RequestTimeoutException error)
        {
            throw new ClusterException($"No worker answered within {_options.AnswerTime}. Start some with 'ingest work'.", error);
        }
        catch (Exception error) when (error is RequestException or RabbitMqConnectionException or IOException or UnauthorizedAccessException)
        {
            throw new ClusterException($"The document cannot be handed to a worker ({error.Message}).", error);
        }
        finally
        {
            Forget(document);
            Forget(question);
            Forget(answer);
        }
    }

    public async ValueTask DisposeAsync() => await _bus.StopAsync(TimeSpan.FromSeconds(10));

    private void Forget(string name)
    {
        try
        {
            _files.Delete(name);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Tidied up by a later client.
        }
    }
}
