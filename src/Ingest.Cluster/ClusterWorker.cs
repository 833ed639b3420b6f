using System.Globalization;
using System.Security.Cryptography;
using Ingest.Cluster.Files;
using MassTransit;

namespace Ingest.Cluster;

/// <summary>A document that a worker is to read.</summary>
/// <param name="Bytes">Those that were asked about, by hash.</param>
/// <param name="Request">What is asked, in the words of whoever asks.</param>
public sealed record WorkItem(string Sha256, ReadOnlyMemory<byte> Bytes, ReadOnlyMemory<byte> Request);

/// <summary>Takes documents from the queue, as many at once as it has readers, and answers whoever asked.</summary>
public sealed class ClusterWorker : IAsyncDisposable
{
    private readonly ClusterOptions _options;

    private readonly string _versions;

    private readonly Func<WorkItem, CancellationToken, Task<ReadOnlyMemory<byte>>> _read;

    private readonly ISharedFiles _files;

    private readonly WorkerNote _note;

    private readonly ReadingTurns _turns;

    private readonly CancellationTokenSource _ended = new();

    private IBusControl? _bus;

    private Task _signs = Task.CompletedTask;

    private ClusterWorker(ClusterOptions options, string versions, Func<WorkItem, CancellationToken, Task<ReadOnlyMemory<byte>>> read, TimeProvider clock)
    {
        (_options, _versions, _read) = (options, versions, read);
        _files = SharedPlace.Of(options.SharedFolder, options.S3Server);
        _note = new WorkerNote(_files, options.AtOnce, clock);
        _turns = new ReadingTurns(options.AtOnce);
    }

    /// <param name="versions">Of what reads at this end.</param>
    /// <param name="read">Reads one document; gives bytes whatever the document does. What it throws is told to whoever asked.</param>
    /// <exception cref="ClusterException">The broker cannot be reached, or does not let this user in.</exception>
    public static async Task<ClusterWorker> StartAsync(
        ClusterOptions options, string versions, Func<WorkItem, CancellationToken, Task<ReadOnlyMemory<byte>>> read, TimeProvider clock, CancellationToken cancellation)
    {
        await Broker.MakeQueueAsync(options, cancellation);
        var worker = new ClusterWorker(options, versions, read, clock);
        worker._bus = Bus.Factory.CreateUsingRabbitMq(configuration =>
        {
            Broker.Host(configuration, options);
            configuration.ReceiveEndpoint(options.Queue, queue =>
            {
                Broker.Queue(queue, options);
                queue.Handler<ReadDocument>(worker.AnswerAsync);
            });
        });
        await worker._bus.StartAsync(cancellation);
        worker._signs = worker._note.KeepAsync(worker._ended.Token);
        return worker;
    }

    /// <summary>Brings what it has taken to its end; the rest stays in the queue.</summary>
    public async ValueTask DisposeAsync()
    {
        await _bus!.StopAsync(TimeSpan.FromMinutes(2));
        await _ended.CancelAsync();
        await _signs;
        _ended.Dispose();
        _turns.Dispose();
        (_files as IDisposable)?.Dispose();
    }

    private async Task AnswerAsync(ConsumeContext<ReadDocument> context)
    {
        ReadDocument asked = context.Message;
        if (await AnswerOfAsync(asked, DeliveriesBefore(context), context.CancellationToken) is not { } answer)
        {
            // Whoever asked has the answer or has given up, and hears nothing; or waits, and this machine has another folder.
            await context.RespondAsync(Refusal($"the document is not in the shared folder that it knows, {_options.SharedFolder}").Said);
            return;
        }

        DocumentRead said = answer.Said;
        try
        {
            // The file first: the message may be lost, and whoever asked looks for the file.
            await _files.PutAsync(asked.Answer, answer.ToBytes(), context.CancellationToken);
        }
        catch (IOException error)
        {
            said = Refusal($"its answer cannot be put into the shared folder ({error.Message})").Said;
        }

        await context.RespondAsync(said);
    }

    /// <returns>Null when the document is no more in the shared folder.</returns>
    private async Task<AnswerFile?> AnswerOfAsync(ReadDocument asked, int before, CancellationToken cancellation)
    {
        if (asked.Versions != _versions)
            return Refusal($"the worker reads with {_versions}, and was asked for {asked.Versions}; install the same version on all machines");
        try
        {
            // Delivered again after a broker was gone: the answer is there, only nobody was told.
            if (await _files.FindAsync(asked.Answer, cancellation) is { } file && AnswerFile.Parse(file) is { } answered)
                return answered;
            if (await _files.FindAsync(asked.Document, cancellation) is not { } bytes || await _files.FindAsync(asked.Request, cancellation) is not { } request)
                return null;
            if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != asked.Sha256)
                return Refusal("the document in the shared folder has other bytes");
            return await ReadAsync(asked, new WorkItem(asked.Sha256, bytes, request), before, cancellation);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return Refusal($"the worker is in trouble ({error.Message})");
        }
    }

    private async Task<AnswerFile> ReadAsync(ReadDocument asked, WorkItem item, int deliveriesBefore, CancellationToken cancellation)
    {
        using IDisposable turn = await _turns.EnterAsync(alone: deliveriesBefore > 0, cancellation);
        TriesNote? tries = deliveriesBefore > 0 ? new TriesNote(_files, asked) : null;
        int begun = tries is null ? 0 : await tries.BeginAsync(cancellation);
        AnswerFile answer = begun >= _options.Tries
            ? Refusal($"{begun} workers ended while they read it", isPoison: true)
            : new AnswerFile(new DocumentRead { Worker = WorkerNote.Name }, await _read(item, cancellation));
        _note.Count();
        if (tries is not null)
            await tries.ForgetAsync();
        return answer;
    }

    private static int DeliveriesBefore(ConsumeContext context) =>
        context.ReceiveContext.TransportHeaders.TryGetHeader(Broker.DeliveryCount, out object? count) ? Convert.ToInt32(count, CultureInfo.InvariantCulture) : 0;

    private static AnswerFile Refusal(string why, bool isPoison = false) => new(new DocumentRead { Refusal = why, IsPoison = isPoison, Worker = WorkerNote.Name }, default);
}
