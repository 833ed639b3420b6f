using Ingest.App.Composition;
using Ingest.App.Configuration;
using Ingest.App.Files;
using Ingest.App.Intake;
using Ingest.App.Readers;
using Ingest.App.Review;
using Ingest.App.Telemetry;
using Ingest.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Systemd;
using Microsoft.Extensions.Logging;

namespace Ingest.App.Watch;

/// <summary><c>ingest watch</c>: the host and everything in it.</summary>
internal static class WatchHost
{
    /// <exception cref="SettingsException">The settings cannot be used.</exception>
    /// <exception cref="StoreException">The store cannot be opened.</exception>
    /// <param name="finished">Told of every file, one at a time; for people, as the log is for programs. Null when nobody looks on.</param>
    /// <param name="calm">Log warnings only: what goes well is told otherwise.</param>
    public static async Task<int> RunAsync(
        CompositionRoot composition, ReaderCommandLine reader, TextWriter errors, Action<string, FlowResult, TimeSpan>? finished, bool calm, CancellationToken cancellation)
    {
        composition.Folders.PrepareForWatching();
        using TelemetryExport? telemetry = TelemetryExport.Start(composition.Settings.Telemetry);
        using IDocumentStore store = composition.OpenStore();
        IHost host = Build(composition, store, reader, calm);
        ReportToSupervisor(host.Services);
        if (finished is not null)
            host.Services.GetRequiredService<Watcher>().Finished += finished;
        var service = host.Services.GetRequiredService<WatchService>();
        await using ReviewPage? page = composition.Settings.Review.Enabled ? await ReviewPage.ServeAsync(composition, store, [], cancellation) : null;
        // Runs until stopped, and disposes the host.
        await host.RunAsync(cancellation);
        switch (service.Failure)
        {
            case null:
                return ExitCode.Done;
            case FolderInUseException inUse:
                await errors.WriteLineAsync(inUse.Text.In(composition.Words.Language));
                return ExitCode.Failed;
            case StoreLostException lost:
                await errors.WriteLineAsync(lost.Text.In(composition.Words.Language));
                return ExitCode.Failed;
            default:
                return ExitCode.Failed;
        }
    }

    /// <summary>
    /// Under systemd with WatchdogSec the unit is restarted when these signs stop: they come from the work itself, not from a
    /// timer that would go on ticking beside a stuck watcher (sd_notify(3)).
    /// </summary>
    private static void ReportToSupervisor(IServiceProvider services)
    {
        if (services.GetService<ISystemdNotifier>() is { IsEnabled: true } systemd)
            services.GetRequiredService<Watcher>().Alive += () => systemd.Notify(new ServiceState("WATCHDOG=1"));
    }

    private static IHost Build(CompositionRoot composition, IDocumentStore store, ReaderCommandLine reader, bool calm)
    {
        Settings settings = composition.Settings;
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        LogOutput.AddTo(builder.Logging, settings.Log);
        if (calm)
            builder.Logging.AddFilter((_, level) => level >= LogLevel.Warning);
        IServiceCollection services = builder.Services;
        // Each does nothing where its supervisor is not the one that started the program.
        services.AddSystemd();
        services.AddWindowsService();
        // Documents in work may use the whole drain time before the host ends them.
        services.Configure<HostOptions>(options => options.ShutdownTimeout = settings.Watch.Drain + TimeSpan.FromSeconds(5));
        services.AddSingleton(settings).AddSingleton(settings.Retry).AddSingleton(composition.Folders)
            .AddSingleton(TimeProvider.System).AddSingleton<IDisk>(new PhysicalDisk())
            .AddSingleton(composition.Words).AddSingleton(store).AddSingleton(composition.Versions)
            .AddSingleton<FlowMetrics>().AddSingleton<ILogger>(provider => provider.GetRequiredService<ILoggerFactory>().CreateLogger("Ingest"))
            .AddSingleton(provider => composition.Readers(settings.Readers.Count, reader, provider.GetRequiredService<ILogger>()))
            .AddSingleton<IDocumentReading>(provider => provider.GetRequiredService<ReaderPool>())
            .AddSingleton(provider => new InboxHints(composition.Folders.Inbox, settings.Watch, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger>()))
            .AddSingleton(provider => new StoreGuard(composition.Folders.StoreFile, provider.GetRequiredService<IDisk>()))
            .AddSingleton<StepRetry>().AddSingleton<FileArchive>().AddSingleton<ReportShelf>().AddSingleton<ReportRenewal>().AddSingleton(provider => new ReportIndex(store, composition.Folders, settings.Reports.Formats, composition.Words)).AddSingleton<InboxClaims>().AddSingleton<DocumentFlow>().AddSingleton<Watcher>()
            .AddSingleton<WatchService>().AddHostedService(provider => provider.GetRequiredService<WatchService>());
        return builder.Build();
    }
}
