using Ingest.Cluster.Files;
using MassTransit;

namespace Ingest.Cluster;

/// <summary>Has documents read by workers. Safe to use from several threads.</summary>
public sealed class ClusterClient : IAsyncDisposable
{
    /// <summary>Files of a client that was ended stay this long.</summary>
    private static readonly TimeSpan _leftAlone = TimeSpan.FromDays(1);

    /// <summary>Before a question that the broker did not take is asked again.</summary>
    private static readonly TimeSpan _askAgain = TimeSpan.FromSeconds(1);

    private readonly ClusterOptions _options;

    private readonly ISharedFiles _files;

    private readonly IBusControl _bus;

    private readonly IRequestClient<ReadDocument> _requests;

    private readonly TimeProvider _clock;

    private ClusterClient(ClusterOptions options, ISharedFiles files, IBusControl bus, TimeProvider clock)
    {
        (_options, _files, _bus, _clock) = (options, files, bus, clock);
        _requests = bus.CreateRequestClient<ReadDocument>(new Uri($"exchange:{options.Queue}"), RequestTimeout.After(ms: (int)options.AnswerTime.TotalMilliseconds));
    }

    /// <exception cref="ClusterException">The broker or the shared folder cannot be reached, or does not let this user in.</exception>
    public static async Task<ClusterClient> StartAsync(ClusterOptions options, TimeProvider clock, CancellationToken cancellation)
    {
        await Broker.MakeQueueAsync(options, cancellation);
        ISharedFiles files = SharedPlace.Of(options.SharedFolder, options.S3Server);
        await TidyAsync(files, clock, cancellation);
        IBusControl bus = Bus.Factory.CreateUsingRabbitMq(configuration => Broker.Host(configuration, options));
        await bus.StartAsync(cancellation);
        return new ClusterClient(options, files, bus, clock);
    }

    /// <summary>The queue, and the workers that have given a sign of life lately.</summary>
    /// <inheritdoc cref="Broker.StateAsync"/>
    public static async Task<ClusterState> StateAsync(ClusterOptions options, TimeProvider clock, CancellationToken cancellation)
    {
        QueueState queue = await Broker.StateAsync(options, cancellation);
        ISharedFiles files = SharedPlace.Of(options.SharedFolder, options.S3Server);
        try
        {
            return new ClusterState(queue.Waiting, queue.Workers, await WorkerNote.FindAsync(files, clock, cancellation));
        }
        catch (IOException error)
        {
            throw Unreachable(error);
        }
        finally
        {
            (files as IDisposable)?.Dispose();
        }
    }

    /// <param name="request">What is asked, for the worker's reader.</param>
    /// <param name="versions">Of what reads at this end.</param>
    /// <returns>What the worker's reader answered; null when the document ends whoever reads it.</returns>
    /// <exception cref="ClusterException">No worker answered in time, one of another version did, or the broker or the shared folder cannot be reached.</exception>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(string sha256, ReadOnlyMemory<byte> request, ReadOnlyMemory<byte> file, string versions, CancellationToken cancellation)
    {
        string id = $"{Guid.NewGuid():N}", answer = id + ".answer", document = id + ".pdf", question = id + ".request";
        try
        {
            await _files.PutAsync(document, file, cancellation);
            await _files.PutAsync(question, request, cancellation);
            AnswerFile read = await AnswerAsync(new ReadDocument { Sha256 = sha256, Request = question, Versions = versions, Document = document, Answer = answer }, cancellation);
            return read.Said switch
            {
                { Refusal: null } => read.Bytes,
                // A bare null would be an array's, and so an answer without bytes.
                { IsPoison: true } => (ReadOnlyMemory<byte>?)null,
                { Refusal: var refusal, Worker: var worker } => throw new ClusterException($"{worker} did not read it: {refusal}."),
            };
        }
        catch (IOException error)
        {
            throw Unreachable(error);
        }
        finally
        {
            // The document first: a worker that finds none has nothing to do.
            foreach (string name in new[] { document, question, answer })
                await ForgetAsync(name);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _bus.StopAsync(TimeSpan.FromSeconds(10));
        (_files as IDisposable)?.Dispose();
    }

    /// <summary>The message that there is an answer is a hint and may be lost with its broker; the file is the truth and is looked for.</summary>
    private async Task<AnswerFile> AnswerAsync(ReadDocument question, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(_options.AnswerTime, _clock);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation, late.Token);
        Task<AnswerFile?> told = ToldAsync(question, waiting.Token);
        Task<AnswerFile> found = FoundAsync(question.Answer, waiting.Token);
        try
        {
            Task first = await Task.WhenAny((Task)told, found);
            return first == told && await told is { } answer ? answer : await found;
        }
        catch (Exception error) when (error is OperationCanceledException or RequestTimeoutException && !cancellation.IsCancellationRequested)
        {
            throw new ClusterException($"No worker answered within {_options.AnswerTime}. Start some with 'ingest work', and see that broker and shared folder can be reached.", error);
        }
        finally
        {
            await waiting.CancelAsync();
            await Task.WhenAll((Task)told, found).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <returns>Null when the message came before its file can be seen here.</returns>
    private async Task<AnswerFile?> ToldAsync(ReadDocument question, CancellationToken cancellation)
    {
        DocumentRead said = await AskAsync(question, cancellation);
        return said.Refusal is not null ? new AnswerFile(said, default) : await LookAsync(question.Answer, cancellation);
    }

    /// <summary>A broker that is away is waited for, and given its queue again if it has lost it.</summary>
    private async Task<DocumentRead> AskAsync(ReadDocument question, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return (await _requests.GetResponse<DocumentRead>(question, cancellation)).Message;
            }
            catch (RequestFaultException fault)
            {
                throw new ClusterException($"A worker could not take it ({fault.Message}).", fault);
            }
            catch (Exception error) when (error is not (OperationCanceledException or RequestException))
            {
                await Task.Delay(_askAgain, _clock, cancellation);
                await Broker.MakeQueueAsync(_options, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<AnswerFile> FoundAsync(string name, CancellationToken cancellation)
    {
        while (true)
        {
            await Task.Delay(_options.LookTime, _clock, cancellation);
            if (await LookAsync(name, cancellation) is { } answer)
                return answer;
        }
    }

    /// <summary>A folder that cannot be reached for the moment is looked into again.</summary>
    private async Task<AnswerFile?> LookAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return await _files.FindAsync(name, cancellation) is { } file ? AnswerFile.Parse(file) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private async Task ForgetAsync(string name)
    {
        try
        {
            await _files.DeleteAsync(name, CancellationToken.None);
        }
        catch (IOException)
        {
            // Tidied up by a later client.
        }
    }

    /// <summary>Removes what those have left who were ended in between.</summary>
    private static async Task TidyAsync(ISharedFiles files, TimeProvider clock, CancellationToken cancellation)
    {
        try
        {
            DateTimeOffset oldest = clock.GetUtcNow() - _leftAlone;
            foreach (SharedFile file in await files.ListAsync("", cancellation))
                if (file.WrittenAt < oldest)
                    await files.DeleteAsync(file.Name, cancellation);
        }
        catch (IOException error)
        {
            throw Unreachable(error);
        }
    }

    private static ClusterException Unreachable(IOException error) => new($"The shared folder of the cluster cannot be used ({error.Message}).", error);
}
