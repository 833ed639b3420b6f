using System.Threading.Channels;
using Ingest.App.Configuration;
using Microsoft.Extensions.Logging;

namespace Ingest.App.Watch;

/// <summary>
/// Tells when it is worth looking into the inbox before the next regular look. Events may be lost, late or
/// false; nothing depends on them.
/// </summary>
internal sealed partial class InboxHints(string inbox, WatchSettings settings, TimeProvider clock, ILogger log) : IDisposable
{
    private readonly Channel<bool> _hints = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private FileSystemWatcher? _watcher;

    private volatile bool _deaf;

    /// <summary>When listening last began.</summary>
    private long _listening;

    /// <summary>Starts listening; again after the inbox was made anew. A system without events is looked through regularly only.</summary>
    public void Listen()
    {
        _watcher?.Dispose();
        (_watcher, _deaf, _listening) = (null, false, clock.GetTimestamp());
        if (!settings.Events)
            return;
        try
        {
            _watcher = new FileSystemWatcher(inbox) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size | NotifyFilters.DirectoryName };
            _watcher.Created += (_, _) => Give();
            _watcher.Changed += (_, _) => Give();
            _watcher.Renamed += (_, _) => Give();
            _watcher.Error += (_, _) => LoseHearing();
            _watcher.EnableRaisingEvents = true;
        }
        catch (Exception error) when (error is IOException or ArgumentException)
        {
            LogNoEvents(error.Message, settings.Poll);
        }
    }

    /// <summary>Returns on a hint, after the time given, or after the poll interval, whichever is first.</summary>
    public async Task WaitAsync(TimeSpan? due, CancellationToken cancellation)
    {
        // Not at once: a folder that cannot be listened to is an error every time.
        if (_deaf && clock.GetElapsedTime(_listening) >= settings.Poll)
            Listen();
        TimeSpan wait = due is { } remaining && remaining < settings.Poll ? remaining : settings.Poll;
        using var time = new CancellationTokenSource(wait, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellation);
        try
        {
            await _hints.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The time has come.
        }
    }

    /// <summary>Makes the next wait return at once.</summary>
    public void Give() => _hints.Writer.TryWrite(true);

    /// <summary>Events were lost, perhaps for good: what happened meanwhile is looked for, and listening begins anew.</summary>
    private void LoseHearing()
    {
        _deaf = true;
        Give();
    }

    public void Dispose() => _watcher?.Dispose();

    [LoggerMessage(401, LogLevel.Warning, "The system reports no changes of the inbox ({Problem}); it is looked through every {Poll}")]
    private partial void LogNoEvents(string problem, TimeSpan poll);
}
