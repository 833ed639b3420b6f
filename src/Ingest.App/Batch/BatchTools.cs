using Ingest.App.Composition;
using Ingest.App.Files;
using Ingest.App.Intake;
using Ingest.App.Readers;
using Ingest.App.Telemetry;
using Ingest.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ingest.App.Batch;

/// <summary>What the batch commands share: store, readers and archive. Only warnings are logged, the screen says the rest.</summary>
internal sealed class BatchTools : IAsyncDisposable
{
    private readonly ServiceProvider _logging;

    private readonly FlowMetrics _metrics = new();

    private readonly TelemetryExport? _telemetry;

    /// <param name="storeFile">Of the store; the settings' own unless another is being made.</param>
    public BatchTools(CompositionRoot composition, IDocumentStore store, int parallel, ReaderCommandLine reader, string? storeFile = null)
    {
        _logging = new ServiceCollection().AddLogging(logging =>
        {
            LogOutput.AddTo(logging, composition.Settings.Log);
            logging.AddFilter((_, level) => level >= LogLevel.Warning);
        }).BuildServiceProvider();
        ILogger log = _logging.GetRequiredService<ILoggerFactory>().CreateLogger("Ingest");
        _telemetry = TelemetryExport.Start(composition.Settings.Telemetry);
        Store = store;
        Readers = composition.Readers(parallel, reader, log);
        StepRetry = new StepRetry(composition.Settings.Retry, TimeProvider.System, _metrics, log);
        FileArchive = new FileArchive(composition.Folders, store, Disk);
        Reports = new ReportShelf(composition.Folders, store, Disk);
        Reports.Recover();
        Index = new ReportIndex(store, composition.Folders, composition.Settings.Reports.Formats, composition.Words);
        Renewal = new ReportRenewal(store, Readers, Reports, Disk);
        Flow = new DocumentFlow(store, Readers, FileArchive, Reports, Renewal, new StoreGuard(storeFile ?? composition.Folders.StoreFile, Disk), StepRetry, composition.Versions, _metrics, composition.Words, log);
    }

    public IDocumentStore Store { get; }

    public ReaderPool Readers { get; }

    public StepRetry StepRetry { get; }

    public IDisk Disk { get; } = new PhysicalDisk();

    public FileArchive FileArchive { get; }

    public ReportShelf Reports { get; }

    public ReportRenewal Renewal { get; }

    public ReportIndex Index { get; }

    public DocumentFlow Flow { get; }

    public async ValueTask DisposeAsync()
    {
        await Readers.DisposeAsync();
        Reports.Dispose();
        Store.Dispose();
        // Sends what is left before the measures end.
        _telemetry?.Dispose();
        _metrics.Dispose();
        await _logging.DisposeAsync();
    }
}
