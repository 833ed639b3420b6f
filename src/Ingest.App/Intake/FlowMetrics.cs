using System.Diagnostics.Metrics;
using Ingest.Store;

namespace Ingest.App.Intake;

/// <summary>Measures of the meter <c>Ingest</c>, for <c>dotnet-counters</c> and OpenTelemetry.</summary>
internal sealed class FlowMetrics : IDisposable
{
    public const string MeterName = "Ingest";

    private readonly Meter _meter = new(MeterName);

    private readonly Counter<long> _outcomes;

    private readonly Counter<long> _retries;

    private readonly Histogram<double> _reading;

    private readonly Histogram<double> _whole;

    private int _queued;

    public FlowMetrics()
    {
        _outcomes = _meter.CreateCounter<long>("ingest.files", "{file}", "Files by what became of them");
        _retries = _meter.CreateCounter<long>("ingest.retries", "{retry}", "Steps on store or folders that were tried again");
        _reading = _meter.CreateHistogram<double>("ingest.read.duration", "s", "From bytes to findings");
        _whole = _meter.CreateHistogram<double>("ingest.file.duration", "s", "From taking a file to its report and archive");
        _meter.CreateObservableGauge("ingest.queue", () => Volatile.Read(ref _queued), "{file}", "Files that wait for a reader or are being read");
    }

    /// <summary>Measures how much waits and for how long.</summary>
    public void Watch(WaitingFiles waiting)
    {
        _meter.CreateObservableGauge("ingest.waiting", () => waiting.Count, "{file}", "Files that are to be read and filed, those in work among them");
        _meter.CreateObservableGauge("ingest.waiting.longest", () => waiting.Longest.TotalSeconds, "s", "How long the file that has waited longest has waited since it was first seen");
    }

    public void Queued() => Interlocked.Increment(ref _queued);

    public void Left() => Interlocked.Decrement(ref _queued);

    public void Retried() => _retries.Add(1);

    public void Read(TimeSpan elapsed) => _reading.Record(elapsed.TotalSeconds);

    public void Finished(ArrivalState state, string? reason, TimeSpan elapsed)
    {
        _outcomes.Add(1, new("state", state.ToString()), new("reason", reason));
        _whole.Record(elapsed.TotalSeconds);
    }

    public void Dispose() => _meter.Dispose();
}
