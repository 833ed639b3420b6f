using System.Collections.Concurrent;
using System.Threading.Channels;
using Ingest.App.Configuration;
using Ingest.App.Intake;
using Ingest.App.Words;
using Ingest.Store;
using Microsoft.Extensions.Logging;
using Polly.CircuitBreaker;

namespace Ingest.App.Watch;

/// <summary>
/// Watches the inbox. A scan decides what is there; settled files go through a bounded queue to as many
/// consumers as there are readers. Whatever fails in a way that may pass stays where it is and is taken up
/// by a later scan.
/// </summary>
internal sealed partial class Watcher(
    Settings settings, Locations folders, InboxHints hints, InboxClaims claims, ReportShelf reports, ReportIndex index, DocumentFlow flow, StoreGuard guard, StepRetry retry, FlowMetrics metrics, TimeProvider clock, ILogger<Watcher> log)
{
    private readonly InboxScanner _scanner = new(folders.Inbox, settings.Limits.FileBytes);

    private readonly SettleTracker _tracker = new(clock, settings.Watch.Settle, settings.Watch.Unfinished, PdfSignature.OfFile);

    private readonly Channel<Work> _queue = Channel.CreateBounded<Work>(settings.Watch.Queue);

    /// <summary>Original paths of what is queued or in work: none is queued twice.</summary>
    private readonly ConcurrentDictionary<string, bool> _inWork = new(StringComparer.Ordinal);

    /// <summary>Told of every file that was brought to its end, one call per consumer at a time: its original path, what became of it, and how long that took.</summary>
    public event Action<string, FlowResult, TimeSpan>? Finished;

    private readonly Lock _indexing = new();

    private volatile bool _indexIsStale;

    /// <summary>What was said of files that stay in the inbox, to say it once.</summary>
    private readonly ConcurrentDictionary<string, string> _told = new(StringComparer.Ordinal);

    private readonly WaitingFiles _waiting = new(clock);

    /// <summary>Sub-folders that could not be looked into the last time.</summary>
    private HashSet<string> _closed = new(StringComparer.Ordinal);

    private bool _reachable = true;

    private readonly Lock _noting = new();

    private bool _noted = true;

    /// <summary>Raised whenever the inbox was looked through or a file came to its end.</summary>
    public event Action? Alive;

    /// <summary>Runs until stopped; documents in work then have the drain time to end, and are resumed at the next start if they do not.</summary>
    /// <exception cref="FolderInUseException">Another process watches the inbox.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        using FolderLock processing = FolderLock.Take(folders.Processing);
        using FolderLock inbox = FolderLock.Take(folders.Inbox);
        metrics.Watch(_waiting);
        hints.Listen();
        claims.WithdrawVanished();
        reports.Recover();
        LogStarted(folders.Inbox, settings.Readers.Count);
        using var giveUp = new CancellationTokenSource();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task[] work = [ProduceAsync(inbox, end.Token), .. Enumerable.Range(0, settings.Readers.Count).Select(_ => ConsumeAsync(end.Token, giveUp.Token))];
        try
        {
            // Whichever dies first ends the watching: a watcher that goes on with fewer readers would hide it.
            await Task.WhenAny(work).Unwrap();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            LogStopping(_inWork.Count, settings.Watch.Drain);
        }
        finally
        {
            await end.CancelAsync();
            _queue.Writer.TryComplete();
            giveUp.CancelAfter(settings.Watch.Drain);
            // The locks on the folders are held until nobody uses them any more.
            await Task.WhenAll(work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ProduceAsync(FolderLock inbox, CancellationToken stop)
    {
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            guard.Check();
            if (retry.PauseLeft == TimeSpan.Zero)
                await LookAsync(inbox, stop);
            await hints.WaitAsync(retry.PauseLeft > TimeSpan.Zero ? retry.PauseLeft : _tracker.NextDue, stop);
        }
    }

    private async Task LookAsync(FolderLock inbox, CancellationToken stop)
    {
        try
        {
            IReadOnlyList<Arrival> unfinished = claims.Unfinished();
            foreach (Arrival arrival in unfinished)
                await EnqueueAsync(new Work(arrival.OriginalPath, null, arrival.Id), stop);
            if (inbox.Renew())
                hints.Listen();
            InboxContents present = _scanner.Scan();
            SayClosed(present.Closed);
            Forget(unfinished, present.Files);
            IReadOnlyList<InboxFile> settled = _tracker.Observe(present.Files);
            _waiting.Observe([.. unfinished.Select(arrival => arrival.OriginalPath), .. present.Files.Except(_tracker.Left).Select(file => file.RelativePath)]);
            LeaveNote();
            foreach (InboxFile file in settled)
                await EnqueueAsync(new Work(file.RelativePath, file, 0), stop);
            foreach (InboxFile file in _tracker.Left.Where(file => IsNews(file.RelativePath, file.Left!.Value.English)))
                LogLeft(PersonalNumbers.Mask(file.RelativePath), file.Left!.Value.English);
            SayReachable();
        }
        catch (Exception error) when (Faults.IsPutOff(error))
        {
            SayUnreachable(error);
        }
    }

    private async Task EnqueueAsync(Work work, CancellationToken stop)
    {
        if (!_inWork.TryAdd(work.Path, true))
            return;
        metrics.Queued();
        await _queue.Writer.WriteAsync(work, stop);
    }

    /// <summary>After <paramref name="stop"/> nothing new is begun; after <paramref name="giveUp"/> what was begun is left as it is.</summary>
    private async Task ConsumeAsync(CancellationToken stop, CancellationToken giveUp)
    {
        await foreach (Work work in _queue.Reader.ReadAllAsync(CancellationToken.None))
        {
            try
            {
                if (!stop.IsCancellationRequested)
                    await ProcessAsync(work, giveUp);
            }
            catch (Exception error) when (Faults.IsPutOff(error))
            {
                // That nothing is tried for now was said when it began, and why.
                if (error is not BrokenCircuitException && IsNews(work.Path, error.Message))
                    LogPutOff(PersonalNumbers.Mask(work.Path), PersonalNumbers.Mask(error.Message));
            }
            finally
            {
                metrics.Left();
                _inWork.TryRemove(work.Path, out _);
                if (_inWork.IsEmpty)
                    RenewIndex();
            }
        }
    }

    private async Task ProcessAsync(Work work, CancellationToken cancellation)
    {
        Arrival? arrival = work.File is null ? claims.Find(work.ArrivalId) : await claims.TakeAsync(work.File, cancellation);
        if (arrival is null || !claims.IsHere(arrival))
            return;
        long start = clock.GetTimestamp();
        FlowResult result = await flow.CompleteAsync(arrival, claims.PlaceOf(arrival), move: true, cancellation);
        Finished?.Invoke(arrival.OriginalPath, result, clock.GetElapsedTime(start));
        _indexIsStale = true;
        _told.TryRemove(arrival.OriginalPath, out _);
        _waiting.Done(arrival.OriginalPath);
        LeaveNote();
    }

    /// <summary>When there is nothing else to do: with many documents it takes longer than reading one.</summary>
    private void RenewIndex()
    {
        lock (_indexing)
        {
            if (!_indexIsStale)
                return;
            _indexIsStale = false;
            try
            {
                index.Write();
            }
            catch (Exception error) when (Faults.IsPutOff(error))
            {
                _indexIsStale = true;
                LogNoIndex(PersonalNumbers.Mask(error.Message));
            }
        }
    }

    /// <summary>True the first time that this is said of the file.</summary>
    private bool IsNews(string path, string reason)
    {
        bool told = _told.TryGetValue(path, out string? said) && said == reason;
        _told[path] = reason;
        return !told;
    }

    /// <summary>What is gone need not be remembered; the watcher runs for months.</summary>
    private void Forget(IReadOnlyList<Arrival> unfinished, IReadOnlyList<InboxFile> present)
    {
        HashSet<string> known = [.. unfinished.Select(arrival => arrival.OriginalPath), .. present.Select(file => file.RelativePath), .. _inWork.Keys];
        foreach (string path in _told.Keys.Where(path => !known.Contains(path)))
            _told.TryRemove(path, out _);
    }

    /// <summary>For people who ask; nothing depends on it.</summary>
    private void LeaveNote()
    {
        Alive?.Invoke();
        lock (_noting)
        {
            try
            {
                new WatchNote(clock.GetUtcNow(), _waiting.Count, _waiting.Longest).Leave(folders.Processing);
                _noted = true;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                if (_noted)
                    LogNoNote(error.Message);
                _noted = false;
            }
        }
    }

    /// <summary>Said once of each folder, and again when it was open in between.</summary>
    private void SayClosed(IReadOnlyList<ClosedFolder> closed)
    {
        foreach (ClosedFolder folder in closed.Where(folder => !_closed.Contains(folder.Path)))
            LogClosed(PersonalNumbers.Mask(folder.Path), PersonalNumbers.Mask(folder.Problem.English));
        foreach (string path in _closed.Where(path => closed.All(folder => folder.Path != path)))
            LogOpen(PersonalNumbers.Mask(path));
        _closed = [.. closed.Select(folder => folder.Path)];
    }

    private void SayReachable()
    {
        if (!_reachable)
            LogReachable(folders.Inbox);
        _reachable = true;
    }

    private void SayUnreachable(Exception error)
    {
        if (_reachable)
            LogUnreachable(error.Message, settings.Watch.Poll);
        _reachable = false;
    }

    /// <summary>A settled file of the inbox, or an arrival that an earlier attempt did not bring to its end.</summary>
    private sealed record Work(string Path, InboxFile? File, long ArrivalId);

    [LoggerMessage(402, LogLevel.Information, "Watching {Inbox} with {Readers} readers")]
    private partial void LogStarted(string inbox, int readers);

    [LoggerMessage(403, LogLevel.Information, "Stopping; {Files} files in work have {Drain} to end, the rest is taken up at the next start")]
    private partial void LogStopping(int files, TimeSpan drain);

    [LoggerMessage(404, LogLevel.Information, "{File} is left in the inbox: {Reason}")]
    private partial void LogLeft(string file, string reason);

    [LoggerMessage(407, LogLevel.Warning, "{File} is put off: {Reason}")]
    private partial void LogPutOff(string file, string reason);

    [LoggerMessage(409, LogLevel.Warning, "The folder {Folder} of the inbox cannot be looked into: {Problem} What is in it waits")]
    private partial void LogClosed(string folder, string problem);

    [LoggerMessage(410, LogLevel.Information, "The folder {Folder} of the inbox is open again, or gone")]
    private partial void LogOpen(string folder);

    [LoggerMessage(411, LogLevel.Warning, "The note for 'ingest status' cannot be written: {Problem} Files are taken all the same")]
    private partial void LogNoNote(string problem);

    [LoggerMessage(413, LogLevel.Warning, "The index of the reports cannot be written: {Problem} It is tried again after the next file")]
    private partial void LogNoIndex(string problem);

    [LoggerMessage(405, LogLevel.Error, "{Problem} Looking again every {Poll}")]
    private partial void LogUnreachable(string problem, TimeSpan poll);

    [LoggerMessage(406, LogLevel.Information, "The inbox {Inbox} can be reached again")]
    private partial void LogReachable(string inbox);
}
