using Ingest.App.Configuration;
using Ingest.App.Intake;
using Ingest.App.Readers;
using Ingest.App.Words;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ingest.App.Watch;

/// <summary>
/// Runs the watcher in the host. A host stops in good order, with exit code 0, when a service dies; what
/// it died of is kept here for the exit code.
/// </summary>
internal sealed partial class WatchService(
    Watcher watcher, IDocumentReading readers, RetrySettings retry, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<WatchService> log) : BackgroundService
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
            if (error is not (FolderInUseException or StoreLostException))
                LogDied(error);
            lifetime.StopApplication();
        }
    }

    /// <summary>Files are looked for while the readers get ready; a file that comes before they are waits.</summary>
    private async Task WatchAsync(CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task warming = WarmUpAsync(end.Token);
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

    /// <summary>A reader that does not start, or not in time, is started again later: a busy machine is no reason to stop watching.</summary>
    private async Task WarmUpAsync(CancellationToken stop)
    {
        while (true)
        {
            try
            {
                await readers.WarmUpAsync(stop);
                return;
            }
            catch (ReaderUnavailableException error)
            {
                LogNotReady(PersonalNumbers.Mask(error.Message), retry.Pause);
                await Task.Delay(retry.Pause, clock, stop);
            }
        }
    }

    [LoggerMessage(412, LogLevel.Error, "{Problem} Starting readers again in {Pause}; files wait")]
    private partial void LogNotReady(string problem, TimeSpan pause);

    [LoggerMessage(408, LogLevel.Critical, "The watcher died; files in work are taken up at the next start")]
    private partial void LogDied(Exception error);
}
