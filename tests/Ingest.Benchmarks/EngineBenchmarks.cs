using BenchmarkDotNet.Attributes;
using Ingest.Contract.Grids;
using Ingest.Contract.Pages;
using Ingest.Pdf;
using Ingest.Pdf.PdfPig.Reading;
using Ingest.Tables;

namespace Ingest.Benchmarks;

/// <summary>The readers on the same documents, warm and in one thread.</summary>
[Config(typeof(PageBenchmarks.Configuration))]
[MemoryDiagnoser]
public class ReaderBenchmarks
{
    private readonly IReadOnlyList<(string Name, byte[] Bytes)> _documents = Documents.Load();

    [ParamsSource(nameof(Readers))]
    public IPdfReader Reader { get; set; } = null!;

    public static IEnumerable<IPdfReader> Readers => [new BuiltInPdfReader(), new PdfPigReader()];

    [Benchmark(Description = "letters and rulings")]
    public int Letters() => _documents.Sum(document => Pages(Reader, document.Bytes).Sum(page => page.Letters.Length));

    internal static IEnumerable<Page> Pages(IPdfReader reader, byte[] file)
    {
        using IPdfDocument document = reader.Open(file, ReadingOptions.Default);
        for (int number = 1; number <= document.PageCount; number++)
            yield return document.ReadPage(number);
    }
}

/// <summary>The table finders that are compiled in on the same pages, read before.</summary>
[Config(typeof(PageBenchmarks.Configuration))]
[MemoryDiagnoser]
public class FinderBenchmarks
{
    private readonly Page[] _pages = [.. Documents.Load().SelectMany(document => ReaderBenchmarks.Pages(new BuiltInPdfReader(), document.Bytes))];

    [ParamsSource(nameof(Finders))]
    public ITableFinder Finder { get; set; } = null!;

    public static IEnumerable<ITableFinder> Finders =>
    [
        new TableFinder(),
#if WITH_TABULA
        new Pdf.Tabula.TabulaTableFinder(),
#endif
    ];

    [Benchmark(Description = "tables")]
    public int Tables() => _pages.Sum(page => Finder.Find(page).Grids.Length);
}
