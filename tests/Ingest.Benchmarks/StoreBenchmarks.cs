using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Ingest.Contract.Documents;
using Ingest.Core;
using Ingest.Core.Layouts;
using Ingest.Pdf;
using Ingest.Store;
using Ingest.Store.LiteDb;
using Ingest.Store.Sqlite;
using Ingest.Tables;

namespace Ingest.Benchmarks;

/// <summary>
/// The stores. An operation works on all documents, stored once before: writing them
/// again is what reprocessing does, one transaction each.
/// </summary>
[Config(typeof(PageBenchmarks.Configuration))]
[MemoryDiagnoser]
public class StoreBenchmarks
{
    private static readonly EngineVersions _versions = new("reader", "layouts", "rules");

    private static readonly Dictionary<string, Func<string, IDocumentStore>> _openers = new(StringComparer.Ordinal)
    {
        ["sqlite"] = file => SqliteDocumentStore.Open(file, TimeProvider.System),
        ["litedb"] = file => LiteDbDocumentStore.Open(file, TimeProvider.System),
    };

    private readonly Consumer _consumer = new();

    private string _folder = "";

    private IDocumentStore _store = null!;

    private BudgetDocument[] _documents = [];

    [ParamsSource(nameof(Stores))]
    public string Store { get; set; } = "";

    public static IEnumerable<string> Stores => _openers.Keys;

    [GlobalSetup]
    public void Open()
    {
        var pipeline = new DocumentPipeline(new BuiltInPdfReader(), new TableFinder(), LayoutCatalog.Embedded);
        _documents = [.. Documents.Load().Select(document => pipeline.Process(document.Name, document.Bytes, ProcessingOptions.Default))];
        _folder = Directory.CreateTempSubdirectory("ingest-benchmark-").FullName;
        _store = _openers[Store](Path.Combine(_folder, "store"));
        Save();
    }

    [GlobalCleanup]
    public void Close()
    {
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark(Description = "save")]
    public void Save()
    {
        foreach (BudgetDocument document in _documents)
            _store.Save(null, document, _versions, TimeSpan.Zero);
    }

    [Benchmark(Description = "all facts")]
    public void Facts() => _store.Facts(DocumentQuery.All).Consume(_consumer);

    [Benchmark(Description = "all findings")]
    public void Findings() => _store.Findings(DocumentQuery.All).Consume(_consumer);
}
