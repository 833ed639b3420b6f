using System.Diagnostics;
using Ingest.App.Files;
using Ingest.App.Readers;
using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Store;
using Microsoft.Extensions.Logging;

namespace Ingest.App.Intake;

/// <summary>
/// The way of a file from its claim to its place in the archive. Every step can be repeated: a process that
/// is killed anywhere leaves an arrival that <see cref="CompleteAsync"/> brings to its end.
/// </summary>
internal sealed partial class DocumentFlow(
    IDocumentStore store, IDocumentReading reading, FileArchive archive, ReportShelf reports, ReportRenewal renewal, StoreGuard guard, StepRetry retry, EngineVersions versions, FlowMetrics metrics, ReportWords words, ILogger log)
{
    private readonly KeyedLocks _hashes = new();

    /// <summary>
    /// Reads a claimed arrival, or takes it up where an earlier process left it, writes its reports and
    /// moves its file.
    /// </summary>
    /// <param name="path">Where the file is now.</param>
    /// <param name="move">False to leave it there.</param>
    /// <exception cref="Exception">Of the kinds that <see cref="Faults.IsPutOff"/> knows: the arrival stays as far as it came.</exception>
    public async Task<FlowResult> CompleteAsync(Arrival arrival, string path, bool move, CancellationToken cancellation)
    {
        guard.Check();
        long start = Stopwatch.GetTimestamp();
        using Activity? trace = FlowTraces.File(arrival);
        FlowResult result = await ReadAndStoreAsync(arrival, path, move, cancellation);
        guard.Check();
        if (move)
            await PutAwayAsync(arrival, path, result, cancellation);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        trace.Ended(result);
        metrics.Finished(result.State, result.Reason, elapsed);
        LogDone(PersonalNumbers.Mask(arrival.OriginalPath), arrival.Sha256[..8], result.State, elapsed.TotalSeconds, result.Reason ?? "");
        return result;
    }

    private async Task<FlowResult> ReadAndStoreAsync(Arrival arrival, string path, bool move, CancellationToken cancellation)
    {
        // The second of two files with equal bytes waits until the first is stored, and is then a duplicate.
        using IDisposable turn = await _hashes.EnterAsync(arrival.Sha256, cancellation);
        switch (arrival.State)
        {
            case ArrivalState.Claimed when await retry.RetryAsync(() => store.Find(arrival.Sha256), cancellation) is not null:
                await retry.TryAsync(() => store.MarkDuplicate(arrival.Id), cancellation);
                return new FlowResult(ArrivalState.Duplicate);
            case ArrivalState.Claimed:
                return await ReadOrSetAsideAsync(arrival, path, move, cancellation);
            default:
                return new FlowResult(arrival.State, null, arrival.Reason, arrival.Message);
        }
    }

    /// <summary>A fault of this program that one file brings out is that file's result; it must not end the work on all others, at every start again.</summary>
    private async Task<FlowResult> ReadOrSetAsideAsync(Arrival arrival, string path, bool move, CancellationToken cancellation)
    {
        try
        {
            return await ReadAsync(arrival, path, move, cancellation);
        }
        catch (Exception error) when (error is not (OperationCanceledException or StoreException) && !Faults.IsPutOff(error))
        {
            LogFault(error, PersonalNumbers.Mask(arrival.OriginalPath), arrival.Sha256[..8]);
            return await SetAsideAsync(arrival, null, ReadFailures.Internal, ReadFailures.Fault(error).In(words.Language), cancellation);
        }
    }

    private async Task<FlowResult> SetAsideAsync(Arrival arrival, BudgetDocument? document, string reason, string message, CancellationToken cancellation)
    {
        await retry.TryAsync(() => store.Quarantine(arrival.Id, reason, message), cancellation);
        return new FlowResult(ArrivalState.Quarantined, document, reason, message);
    }

    private async Task<FlowResult> ReadAsync(Arrival arrival, string path, bool move, CancellationToken cancellation)
    {
        LogReading(PersonalNumbers.Mask(arrival.OriginalPath), arrival.Sha256[..8], arrival.Bytes);
        ReadReply reply;
        using (FlowTraces.Step("read"))
            reply = await reading.ReadAsync(new ReadRequest(path, Path.GetFileName(arrival.OriginalPath)) { Stays = !move, Sha256 = arrival.Sha256 }, cancellation);
        if (reply.Reason == ReadFailures.Unreadable)
            throw new IOException(reply.Message);
        if (reply.Document is not null && reply.Document.Source.Sha256 != arrival.Sha256)
        {
            string changed = words.Say(
                "文件在取走时发生了变化，将按现在的内容重新收取。",
                "The file was changed while it was taken; it comes in again as it is now.");
            await retry.TryAsync(() => store.Withdraw(arrival.Id, "changed", changed), cancellation);
            return new FlowResult(ArrivalState.Withdrawn, null, "changed", changed);
        }

        (string Reason, Phrase Message)? refusal = reply.Document is null ? (reply.Reason!, Phrase.Same(reply.Message!)) : ReadFailures.Refusal(reply.Document);
        if (refusal is var (reason, text))
            return await SetAsideAsync(arrival, reply.Document, reason, text.In(words.Language), cancellation);

        metrics.Read(reply.Elapsed);
        using Activity? storing = FlowTraces.Step("store");
        // On the disk before the commit, shown after it: whenever the process is killed, a document's reports are of its stored state.
        IReadOnlyList<StagedReport> staged = await retry.TryAsync(() => reports.Stage(reply.Document!, reply.Reports), cancellation);
        bool first = await retry.TryAsync(() => store.Save(arrival.Id, reply.Document!, versions, reply.Elapsed), cancellation);
        await retry.TryAsync(() => (first ? (Action<IEnumerable<StagedReport>>)reports.Publish : reports.Drop)(staged), cancellation);
        return first ? new FlowResult(ArrivalState.Stored, reply.Document) : new FlowResult(ArrivalState.Duplicate);
    }

    private async Task PutAwayAsync(Arrival arrival, string path, FlowResult result, CancellationToken cancellation)
    {
        using Activity? archiving = FlowTraces.Step("archive");
        try
        {
            string? to = null;
            await retry.TryAsync(() => to = PutAway(store.FindArrival(arrival.Id)!, path, result), cancellation);
            // Another file had its name already: the reports lead to where it lies now.
            if (result.State == ArrivalState.Stored && to is not null && Path.GetFileName(to) != SafeFileName.Of(Path.GetFileName(arrival.OriginalPath)))
                await renewal.RenewAsync(arrival.Sha256, cancellation);
        }
        catch (LostBytesException lost)
        {
            LogLost(PersonalNumbers.Mask(arrival.OriginalPath), arrival.Sha256[..8], PersonalNumbers.Mask(lost.Message));
        }
    }

    /// <returns>Where the file lies now; null where it went back.</returns>
    private string? PutAway(Arrival arrival, string path, FlowResult result)
    {
        switch (result.State)
        {
            case ArrivalState.Stored:
                StoredDocument? document = store.Find(arrival.Sha256);
                return archive.Archive(arrival, path, document?.FiscalYear, document?.Department);
            case ArrivalState.Duplicate:
                return archive.ArchiveDuplicate(arrival, path);
            case ArrivalState.Withdrawn:
                archive.Return(arrival, path);
                return null;
            default:
                return archive.Quarantine(arrival, path, result.Reason ?? "unknown", result.Message ?? "");
        }
    }

    [LoggerMessage(301, LogLevel.Information, "{File} [{Hash}] reading, {Bytes} bytes")]
    private partial void LogReading(string file, string hash, long bytes);

    [LoggerMessage(304, LogLevel.Error, "{File} [{Hash}] met a fault of this program and is set aside")]
    private partial void LogFault(Exception error, string file, string hash);

    [LoggerMessage(305, LogLevel.Error, "{File} [{Hash}] cannot be archived: {Problem}")]
    private partial void LogLost(string file, string hash, string problem);

    [LoggerMessage(302, LogLevel.Information, "{File} [{Hash}] {State} in {Seconds:0.000} s {Reason}")]
    private partial void LogDone(string file, string hash, ArrivalState state, double seconds, string? reason);
}
