using System.CommandLine;
using System.Diagnostics;
using Ingest.App.Composition;
using Ingest.App.Intake;
using Ingest.App.Readers;
using Ingest.App.Telemetry;
using Ingest.App.Words;
using Ingest.Cluster;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ingest.App.Cli;

/// <summary><c>ingest work</c>: reads documents for other machines, for ever.</summary>
internal static partial class WorkCommand
{
    public static Command Create(CompositionOptions composition)
    {
        ReportWords words = composition.Words;
        Option<int> parallel = InputOptions.Parallel(words);
        var command = new DrainingCommand("work", words.Say(
            "作为集群的工作进程：从队列取文件读取、核对，把结果交还给发出的机器。Ctrl-C 后做完手头的再退出。",
            "Work for the cluster: take documents from the queue, read and check them, and answer the machine that asked. After Ctrl-C what was taken is finished.")) { parallel };
        command.SetAction(composition.Action(async (arguments, place, cancellation) =>
        {
            try
            {
                await RunAsync(place, arguments.GetValue(parallel), cancellation);
                return ExitCode.Done;
            }
            catch (ClusterException error)
            {
                await arguments.InvocationConfiguration.Error.WriteLineAsync(words.Say($"无法加入集群：{error.Message}", error.Message));
                return ExitCode.Failed;
            }
        }));
        return command;
    }

    private static async Task RunAsync(CompositionRoot place, int readers, CancellationToken cancellation)
    {
        await using ServiceProvider logging = new ServiceCollection().AddLogging(logging => LogOutput.AddTo(logging, place.Settings.Log)).BuildServiceProvider();
        ILogger log = logging.GetRequiredService<ILoggerFactory>().CreateLogger("Ingest");
        using TelemetryExport? telemetry = TelemetryExport.Start(place.Settings.Telemetry);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("ingest-work-");
        try
        {
            await using ReaderPool pool = place.Readers(readers, ReaderCommandLine.OfThisProgram(), log);
            await WarmUpAsync(pool, log, cancellation);
            ClusterOptions options = place.Cluster with { AtOnce = readers };
            await using var worker = await ClusterWorker.StartAsync(options, ClusterReading.VersionsOf(place.Versions), ReadAsync, TimeProvider.System, cancellation);
            LogReady(log, options.Broker.Host, options.Queue, readers);
            // Until stopped; then the worker is disposed first, which finishes what it has taken.
            await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

            async Task<ReadOnlyMemory<byte>> ReadAsync(WorkItem item, CancellationToken stop)
            {
                using Activity? trace = FlowTraces.Work(item.Sha256);
                ReadRequest asked = ReadRequest.Parse(item.Request);
                // The place is this machine's; the document's own name goes no further than into the result.
                string path = Path.Combine(folder.FullName, $"{Guid.NewGuid():N}.pdf");
                try
                {
                    await File.WriteAllBytesAsync(path, item.Bytes, stop);
                    PackedReply reply = await pool.ReadPackedAsync(asked with { Path = path }, stop);
                    LogRead(log, PersonalNumbers.Mask(asked.FileName), item.Sha256[..8], reply.Reason ?? "read", reply.Elapsed.TotalSeconds);
                    return reply.Bytes;
                }
                finally
                {
                    File.Delete(path);
                }
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Readers that are not ready in time are started again by the first document.</summary>
    private static async Task WarmUpAsync(ReaderPool pool, ILogger log, CancellationToken cancellation)
    {
        try
        {
            await pool.WarmUpAsync(cancellation);
        }
        catch (ReaderUnavailableException error)
        {
            LogNotReady(log, PersonalNumbers.Mask(error.Message));
        }
    }

    [LoggerMessage(503, LogLevel.Warning, "{Problem} The first document starts its reader itself")]
    private static partial void LogNotReady(ILogger log, string problem);

    [LoggerMessage(501, LogLevel.Information, "Working for {Broker}/{Queue} with {Readers} readers")]
    private static partial void LogReady(ILogger log, string broker, string queue, int readers);

    [LoggerMessage(502, LogLevel.Information, "{File} [{Hash}] {Outcome} in {Seconds:0.000} s")]
    private static partial void LogRead(ILogger log, string file, string hash, string outcome, double seconds);
}
