using Ingest.App.Composition;
using Ingest.App.Files;
using Ingest.App.Intake;
using Ingest.App.Readers;
using Ingest.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ingest.App.Batch;

/// <summary>What the batch commands share: store, readers and filing. Only warnings are logged, the screen says the rest.</summary>
internal sealed class BatchTools : IAsyncDisposable
{
    private readonly ServiceProvider _logging;

    private readonly FlowMetrics _metrics = new();

    /// <param name="storeFile">Of the store; the settings' own unless another is being made.</param>
    public BatchTools(Workplace workplace, IDocumentStore store, int parallel, ReaderCommandLine reader, string? storeFile = null)
    {
        _logging = new ServiceCollection().AddLogging(logging =>
        {
            LogOutput.AddTo(logging, workplace.Settings.Log);
            logging.AddFilter((_, level) => level >= LogLevel.Warning);
        }).BuildServiceProvider();
        ILogger log = _logging.GetRequiredService<ILoggerFactory>().CreateLogger("Ingest");
        Store = store;
        Readers = workplace.Readers(parallel, reader, log);
        Patience = new Patience(workplace.Settings.Retry, TimeProvider.System, _metrics, log);
        Filing = new Filing(workplace.Folders, store, Disk);
        Reports = new ReportShelf(workplace.Folders, store, Disk);
        Reports.Recover();
        Flow = new DocumentFlow(store, Readers, Filing, Reports, new StoreGuard(storeFile ?? workplace.Folders.StoreFile, Disk), Patience, workplace.Versions, _metrics, workplace.Words, log);
    }

    public IDocumentStore Store { get; }

    public ReaderPool Readers { get; }

    public Patience Patience { get; }

    public IDisk Disk { get; } = new PhysicalDisk();

    public Filing Filing { get; }

    public ReportShelf Reports { get; }

    public DocumentFlow Flow { get; }

    public async ValueTask DisposeAsync()
    {
        await Readers.DisposeAsync();
        Reports.Dispose();
        Store.Dispose();
        _metrics.Dispose();
        await _logging.DisposeAsync();
    }
}
