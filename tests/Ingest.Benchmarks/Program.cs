using System.Globalization;
using BenchmarkDotNet.Running;
using Ingest.Benchmarks;

if (args is ["compare"])
    Comparison.Run();
else if (args is ["growth"])
    Growth.Run(int.MaxValue);
else if (args is ["growth", string most])
    Growth.Run(int.Parse(most, CultureInfo.InvariantCulture));
else
    BenchmarkSwitcher.FromAssembly(typeof(PageBenchmarks).Assembly).Run(args);
