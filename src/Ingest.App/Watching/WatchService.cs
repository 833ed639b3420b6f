using Ingest.App.Intake;
using Ingest.App.Reading;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ingest.App.Watching;

/// <summary>
/// Runs the watcher in the host. A host stops in good order, with exit code 0, when a service dies; what
/// it died of is kept here for the exit code.
/// </summary>
internal sealed partial class WatchService(Watcher watcher, ReaderPools readers, IHostApplicationLifetime lifetime, ILogger<WatchService> log) : BackgroundService
{
    public Exception? Failure { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await readers.WarmUpAsync(stoppingToken);
            await watcher.RunAsync(stoppingToken);
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

    [LoggerMessage(408, LogLevel.Critical, "The watcher died; files in work are taken up at the next start")]
    private partial void LogDied(Exception error);
}
