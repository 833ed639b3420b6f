using System.Globalization;
using System.Security.Cryptography;
using MassTransit;

namespace Ingest.Cluster;

/// <summary>A document that a worker is to read.</summary>
/// <param name="Bytes">Those that were asked about, by hash.</param>
/// <param name="Request">What is asked, in the words of whoever asks.</param>
public sealed record WorkItem(string Sha256, ReadOnlyMemory<byte> Bytes, ReadOnlyMemory<byte> Request);

/// <summary>Takes documents from the queue, as many at once as it has readers, and answers whoever asked.</summary>
public sealed class ClusterWorker : IAsyncDisposable
{
    private readonly IBusControl _bus;

    private ClusterWorker(IBusControl bus) => _bus = bus;

    /// <param name="versions">Of what reads at this end.</param>
    /// <param name="read">Reads one document; gives bytes whatever the document does. What it throws leaves the document in the queue.</param>
    /// <exception cref="ClusterException">The broker cannot be reached, or does not let this user in.</exception>
    public static async Task<ClusterWorker> StartAsync(
        ClusterOptions options, string versions, Func<WorkItem, CancellationToken, Task<ReadOnlyMemory<byte>>> read, TimeProvider clock, CancellationToken cancellation)
    {
        await Broker.MakeQueueAsync(options, cancellation);
        var files = new SharedFolder(options.SharedFolder, clock);
        IBusControl bus = Bus.Factory.CreateUsingRabbitMq(configuration =>
        {
            Broker.Host(configuration, options);
            configuration.ReceiveEndpoint(options.Queue, queue =>
            {
                Broker.Queue(queue, options);
                queue.Handler<ReadDocument>(context => AnswerAsync(context, options, versions, files, read));
            });
        });
        await bus.StartAsync(cancellation);
        return new ClusterWorker(bus);
    }

    /// <summary>Brings what it has taken to its end; the rest stays in the queue.</summary>
    public async ValueTask DisposeAsync() => await _bus.StopAsync(TimeSpan.FromMinutes(2));

    private static async Task AnswerAsync(
        ConsumeContext<ReadDocument> context, ClusterOptions options, string versions, SharedFolder files, Func<WorkItem, CancellationToken, Task<ReadOnlyMemory<byte>>> read)
    {
        ReadDocument asked = context.Message;
        if (asked.Versions != versions)
        {
            await AnswerAsync(context, $"the worker reads with {versions}, and was asked for {asked.Versions}; install the same version on all machines");
            return;
        }

        if (DeliveriesBefore(context) is var before && before >= options.Tries)
        {
            await AnswerAsync(context, $"{before} workers ended while they read it", isPoison: true);
            return;
        }

        byte[] bytes, request;
        try
        {
            bytes = await files.GetAsync(asked.Document, context.CancellationToken);
            request = await files.GetAsync(asked.Request, context.CancellationToken);
        }
        catch (FileNotFoundException)
        {
            // Whoever asked has the answer already, or waits no more.
            await AnswerAsync(context, "the document is no more in the shared folder");
            return;
        }

        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != asked.Sha256)
        {
            await AnswerAsync(context, "the document in the shared folder has other bytes");
            return;
        }

        ReadOnlyMemory<byte> answer = await read(new WorkItem(asked.Sha256, bytes, request), context.CancellationToken);
        await files.PutAsync(asked.Answer, answer, context.CancellationToken);
        await AnswerAsync(context, null);
    }

    private static int DeliveriesBefore(ConsumeContext context) =>
        context.ReceiveContext.TransportHeaders.TryGetHeader(Broker.DeliveryCount, out object? count) ? Convert.ToInt32(count, CultureInfo.InvariantCulture) : 0;

    private static Task AnswerAsync(ConsumeContext<ReadDocument> context, string? refusal, bool isPoison = false) =>
        context.RespondAsync(new DocumentRead { Refusal = refusal, IsPoison = isPoison, Worker = $"{Environment.MachineName}/{Environment.ProcessId}" });
}
