using System.Globalization;
using BenchmarkDotNet.Running;
using Ingest.Benchmarks;
using Ingest.Benchmarks.Mutations;
using Ingest.Benchmarks.Pictures;

if (args is ["compare"])
    Comparison.Run();
else if (args is ["growth"])
    Growth.Run(int.MaxValue);
else if (args is ["growth", string most])
    Growth.Run(int.Parse(most, CultureInfo.InvariantCulture));
else if (args is ["mutations", ..])
    MutationDocuments.Run(args[1..]);
else if (args is ["review"])
    await ReviewLoad.RunAsync(10_000);
else if (args is ["review", string documents])
    await ReviewLoad.RunAsync(int.Parse(documents, CultureInfo.InvariantCulture));
else if (args is ["pictures", ..])
    PictureComparison.Run(args[1..]);
else
    BenchmarkSwitcher.FromAssembly(typeof(PageBenchmarks).Assembly).Run(args);
