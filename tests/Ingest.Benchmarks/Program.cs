using BenchmarkDotNet.Running;
using Ingest.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(PageBenchmarks).Assembly).Run(args);
