using BenchmarkDotNet.Running;
using Ingest.Benchmarks;

if (args is ["compare"])
    Comparison.Run();
else
    BenchmarkSwitcher.FromAssembly(typeof(PageBenchmarks).Assembly).Run(args);
