using System.Threading.Channels;
using Ingest.App.Words;
using Ingest.Contract.Text;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Timeout;

namespace Ingest.App.Readers;

/// <summary>
/// A fixed number of reader processes, started when first needed, reused, replaced when worn out. A
/// document that crashes its reader is tried once more in a fresh one, since anything may end a process;
/// one that takes too long or too much is not.
/// </summary>
internal sealed partial class ReaderPool : IDocumentReading
{
    private readonly ReaderCommandLine _command;

    private readonly ReaderSetup _setup;

    private readonly ReaderBounds _bounds;

    private readonly ILogger _log;

    private readonly ResiliencePipeline _timeLimit;

    /// <summary>One place per reader; null until its process is started.</summary>
    private readonly Channel<ReaderProcess?> _places;

    private readonly int _count;

    private bool _disposed;

    private bool _saidUnconfined;

    public ReaderPool(int count, ReaderCommandLine command, ReaderSetup setup, ReaderBounds bounds, ILogger log)
    {
        (_command, _setup, _bounds, _log, _count) = (command, setup, bounds, log, count);
        _timeLimit = new ResiliencePipelineBuilder { Name = "reading" }.AddTimeout(bounds.LongestWait).Build();
        _places = Channel.CreateBounded<ReaderProcess?>(count);
        for (int i = 0; i < count; i++)
            _places.Writer.TryWrite(null);
    }

    /// <summary>Starts the processes before they are needed, so far that the first document does not wait for the compiler.</summary>
    /// <exception cref="ReaderUnavailableException">They cannot be started.</exception>
    public Task WarmUpAsync(CancellationToken cancellation) => Task.WhenAll(Enumerable.Range(0, _count).Select(_ => WarmUpOneAsync(cancellation)));

    public ReadingProgress Progress { get; } = new(TimeProvider.System);

    public async Task<ReadReply> ReadAsync(ReadRequest request, CancellationToken cancellation) => (await ReadPackedAsync(request, cancellation)).Unpack();

    /// <inheritdoc cref="ReadAsync"/>
    public async Task<PackedReply> ReadPackedAsync(ReadRequest request, CancellationToken cancellation)
    {
        ReaderProcess? reader = await _places.Reader.ReadAsync(cancellation);
        DocumentInWork inWork = Progress.Begin(request.FileName);
        try
        {
            for (int attempt = 1; ; attempt++)
            {
                reader ??= await StartAsync(_setup, cancellation);
                try
                {
                    PackedReply reply = await _timeLimit.ExecuteAsync(async limited => await reader.ReadAsync(request, progress => inWork.Progress = progress, limited), cancellation);
                    if (attempt == 2 || reply.Late is not { } limit)
                        return reply;
                    // A reader's first document pays for all that is compiled on first use; the second attempt does not.
                    LogLate(PersonalNumbers.Mask(request.FileName), limit);
                }
                catch (ReaderDiedException death)
                {
                    Drop(ref reader);
                    LogDeath(PersonalNumbers.Mask(request.FileName), death.Reason, PersonalNumbers.Mask(death.Message), attempt);
                    if (death.Reason == ReadFailures.TimeLimit)
                        return OutOfTime(request);
                    if (death.Reason != ReadFailures.Crashed || attempt == 2)
                        return PackedReply.Failed(death.Reason, $"{request.FileName} {death.Text.In(_setup.Language)}");
                }
                catch (TimeoutRejectedException)
                {
                    Drop(ref reader);
                    LogDeath(PersonalNumbers.Mask(request.FileName), ReadFailures.TimeLimit, "ran out of time", attempt);
                    return OutOfTime(request);
                }
                catch (OperationCanceledException)
                {
                    Drop(ref reader);
                    throw;
                }
            }
        }
        finally
        {
            Progress.End(inWork);
            if (reader?.IsWornOut == true)
                Drop(ref reader);
            _places.Writer.TryWrite(reader);
        }
    }

    /// <summary>Waits for the documents in work. A container disposes what it knows under two names twice.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, true))
            return;
        for (int i = 0; i < _count; i++)
            (await _places.Reader.ReadAsync())?.Dispose();
    }

    private async Task WarmUpOneAsync(CancellationToken cancellation)
    {
        ReaderProcess? reader = await _places.Reader.ReadAsync(cancellation);
        try
        {
            reader ??= await StartAsync(_setup with { WarmUp = true }, cancellation);
        }
        finally
        {
            _places.Writer.TryWrite(reader);
        }
    }

    private async Task<ReaderProcess> StartAsync(ReaderSetup setup, CancellationToken cancellation)
    {
        ReaderProcess reader = await ReaderProcess.StartAsync(_command, setup, _bounds, cancellation);
        LogStart(reader.Id);
        if (reader.Unconfined is { } what && !Interlocked.Exchange(ref _saidUnconfined, true))
            LogUnconfined(what);
        return reader;
    }

    private PackedReply OutOfTime(ReadRequest request) => PackedReply.Failed(ReadFailures.TimeLimit, new Phrase(
        $"{request.FileName} 未能在 {_bounds.DocumentTime} 内读完。如文件可信，请调高 readers.documentTime。",
        $"{request.FileName} was not read within {_bounds.DocumentTime}. Raise readers.documentTime if the file is genuine.").In(_setup.Language));

    private static void Drop(ref ReaderProcess? reader)
    {
        reader?.Dispose();
        reader = null;
    }

    [LoggerMessage(104, LogLevel.Warning, "Reader processes are not confined in every way here: {What}")]
    private partial void LogUnconfined(string what);

    [LoggerMessage(101, LogLevel.Debug, "Reader process {ProcessId} started")]
    private partial void LogStart(int processId);

    [LoggerMessage(103, LogLevel.Warning, "{File} was not read to its end in time ({Limit}); once more")]
    private partial void LogLate(string file, string limit);

    [LoggerMessage(102, LogLevel.Warning, "{File} ended its reader process: {Reason}, {Detail} (attempt {Attempt})")]
    private partial void LogDeath(string file, string reason, string detail, int attempt);
}
