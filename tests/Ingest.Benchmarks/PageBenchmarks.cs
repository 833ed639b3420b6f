using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using Ingest.Contract.Documents;
using Ingest.Contract.Documents.Json;
using Ingest.Contract.Pages;
using Ingest.Core;
using Ingest.Core.Checks;
using Ingest.Core.Layouts;
using Ingest.Pdf;
using Ingest.Tables;

namespace Ingest.Benchmarks;

/// <summary>
/// What one page costs, stage by stage, warm and in one thread. An operation is all documents from first
/// byte to last; the columns per page divide by the number of their pages.
/// </summary>
[Config(typeof(Configuration))]
[MemoryDiagnoser]
public class PageBenchmarks
{
    private static readonly BuiltInPdfReader _reader = new();

    private static readonly TableFinder _tables = new();

    private static readonly DocumentPipeline _pipeline = new(_reader, _tables, LayoutCatalog.Embedded);

    private IReadOnlyList<(string Name, byte[] Bytes)> _documents = [];

    private BudgetDocument[] _read = [];

    internal static int PageCount { get; } = Documents.Load().Sum(document => _reader.Open(document.Bytes, ReadingOptions.Default).PageCount);

    [GlobalSetup]
    public void Load()
    {
        _documents = Documents.Load();
        _read = [.. _documents.Select(document => _pipeline.Process(document.Name, document.Bytes, ProcessingOptions.Default))];
    }

    [Benchmark(Description = "reader: letters and rulings")]
    public int Letters()
    {
        int letters = 0;
        foreach (Page page in Pages())
            letters += page.Letters.Length;
        return letters;
    }

    [Benchmark(Description = "reader and tables")]
    public int Grids()
    {
        int grids = 0;
        foreach (Page page in Pages())
            grids += _tables.Find(page).Grids.Length;
        return grids;
    }

    [Benchmark(Description = "extract: bytes to JSON")]
    public void Extract()
    {
        foreach ((string name, byte[] file) in _documents)
            DocumentJson.Write(Stream.Null, _pipeline.Process(name, file, ProcessingOptions.Default));
    }

    [Benchmark(Description = "reconcile alone")]
    public int Reconcile()
    {
        int findings = 0;
        foreach (BudgetDocument document in _read)
            findings += Reconciler.Reconcile(document, new ReconciliationOptions(), default).Findings.Length;
        return findings;
    }

    private IEnumerable<Page> Pages()
    {
        foreach ((_, byte[] file) in _documents)
        {
            using IPdfDocument document = _reader.Open(file, ReadingOptions.Default);
            for (int number = 1; number <= document.PageCount; number++)
                yield return document.ReadPage(number);
        }
    }

    internal sealed class Configuration : ManualConfig
    {
        public Configuration()
        {
            // In this process: what is measured is the code as it is built here, without a second build.
            AddJob(Job.Default.WithToolchain(InProcessNoEmitToolchain.Instance).WithWarmupCount(5).WithIterationCount(15));
            AddColumn(new PerPageColumn("ms/page", report => report.ResultStatistics?.Median / 1e6));
            AddColumn(new PerPageColumn("KB/page", report => report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) / 1024.0));
        }
    }
}
