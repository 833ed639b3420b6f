using System.Diagnostics;
using Ingest.App.Files;
using Ingest.App.Intake;
using Ingest.App.Words;
using Ingest.Store;
using Polly.CircuitBreaker;

namespace Ingest.App.Batch;

/// <summary>
/// Takes files from where they are through the same flow as the watcher. What an earlier run has done to
/// the same path with the same bytes is not done again, so that a run can be stopped and repeated at any time.
/// </summary>
/// <param name="move">True: files go to the archive or the quarantine; false: they stay.</param>
internal sealed class BatchRun(IDocumentStore store, DocumentFlow flow, StepRetry retry, IDisk disk, bool move, ReportWords words)
{
    /// <summary>Of one file, where the store fails and nothing is paused.</summary>
    private const int Attempts = 3;

    /// <summary>A file was tried after a pause and failed again: the store does not come back soon, and no further file waits for it.</summary>
    private volatile bool _stuck;

    /// <param name="next">Called for each file as it is done, one at a time, in any order.</param>
    public Task RunAsync(IReadOnlyList<string> files, int parallel, Action<BatchOutcome> next, CancellationToken cancellation) =>
        ParallelBatch.RunAsync(files, parallel, ProcessAsync, next, cancellation);

    /// <summary>A store that is away for a while, as a server that is started anew, costs a pause and not the rest of the run.</summary>
    private async Task<BatchOutcome> ProcessAsync(string path, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        bool paused = false;
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                BatchOutcome outcome = await CompleteAsync(path, start, cancellation);
                _stuck = false;
                return outcome;
            }
            catch (BrokenCircuitException) when (!_stuck)
            {
                await retry.WaitAsync(cancellation);
                paused = true;
            }
            catch (StoreException error) when (error.IsTransient && !_stuck && !paused && attempt < Attempts)
            {
                await retry.WaitAsync(cancellation);
            }
            catch (Exception error) when (Faults.IsPutOff(error) || error is FileNotFoundException)
            {
                _stuck |= paused;
                return new BatchOutcome(path, BatchStatus.PutOff, null, Faults.Explain(error).In(words.Language), Stopwatch.GetElapsedTime(start));
            }
        }
    }

    private async Task<BatchOutcome> CompleteAsync(string path, long start, CancellationToken cancellation)
    {
        (string sha256, long bytes) = await retry.RetryAsync(() => Identify(path), cancellation);
        Arrival? known = await retry.RetryAsync(() => store.FindArrival(path, sha256), cancellation);
        if (known is { State: ArrivalState.Stored or ArrivalState.Duplicate or ArrivalState.Quarantined })
            return new BatchOutcome(path, known.State == ArrivalState.Quarantined ? BatchStatus.Refused : BatchStatus.Known, null, known.Message, Stopwatch.GetElapsedTime(start));
        Arrival arrival = await retry.TryAsync(() => store.Claim(path, sha256, bytes, path), cancellation);
        FlowResult result = await flow.CompleteAsync(arrival, path, move, cancellation);
        return BatchOutcome.Of(path, result, Stopwatch.GetElapsedTime(start));
    }

    private (string Sha256, long Bytes) Identify(string path)
    {
        using Stream file = disk.OpenRead(path);
        return (FileHash.Of(file), file.Length);
    }
}
