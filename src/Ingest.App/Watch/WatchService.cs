using Ingest.App.Intake;
using Ingest.App.Readers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ingest.App.Watch;

/// <summary>
/// Runs the watcher in the host. A host stops in good order, with exit code 0, when a service dies; what
/// it died of is kept here for the exit code.
/// </summary>
internal sealed partial class WatchService(Watcher watcher, ReaderPool readers, IHostApplicationLifetime lifetime, ILogger<WatchService> log) : BackgroundService
{
    public Exception? Failure { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await WatchAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Asked to.
        }
#pragma warning disable CA1031 // The outer edge: whatever it is, it is said, and the process ends with another code than 0.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Failure = error;
            if (error is not FolderInUseException)
                LogDied(error);
            lifetime.StopApplication();
        }
    }

    /// <summary>Files are looked for while the readers get ready; without readers there is nothing to watch for.</summary>
    private async Task WatchAsync(CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task warming = readers.WarmUpAsync(end.Token);
        Task watching = watcher.RunAsync(end.Token);
        try
        {
            await await Task.WhenAny(warming, watching);
            await watching;
        }
        finally
        {
            await end.CancelAsync();
            await Task.WhenAll(warming, watching).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(408, LogLevel.Critical, "The watcher died; files in work are taken up at the next start")]
    private partial void LogDied(Exception error);
}
