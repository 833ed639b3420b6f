using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Ingest.Benchmarks;

/// <summary>A figure of an operation divided by the pages that the operation reads.</summary>
internal sealed class PerPageColumn(string name, Func<BenchmarkReport, double?> figure) : IColumn
{
    public string Id => name;

    public string ColumnName => name;

    public string Legend => $"{name}, over {PageBenchmarks.PageCount} pages";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, SummaryStyle.Default);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) =>
        summary[benchmarkCase] is { } report && figure(report) is { } value
            ? (value / PageBenchmarks.PageCount).ToString("0.000", CultureInfo.InvariantCulture)
            : "-";
}
