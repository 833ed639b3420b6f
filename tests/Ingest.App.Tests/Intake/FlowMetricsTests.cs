using System.Diagnostics.Metrics;
using Ingest.App.Intake;
using Ingest.Store;

namespace Ingest.App.Tests.Intake;

public sealed class FlowMetricsTests : IDisposable
{
    private readonly FlowMetrics _metrics = new();

    private readonly List<string> _measured = [];

    private readonly MeterListener _listener = new();

    public FlowMetricsTests()
    {
        // Other tests have meters of the same name; only what this thread measures counts.
        int thread = Environment.CurrentManagedThreadId;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == FlowMetrics.MeterName && instrument is not ObservableInstrument<int>)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(thread, $"{instrument.Name} {value} {string.Join(' ', tags.ToArray().Select(tag => tag.Value))}".TrimEnd()));
        _listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => Note(thread, $"{instrument.Name} {value:0.0}{instrument.Unit}"));
        _listener.Start();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _metrics.Dispose();
    }

    [Fact]
    public void Files_are_counted_by_what_became_of_them_and_timed()
    {
        _metrics.Read(TimeSpan.FromSeconds(0.5));
        _metrics.Finished(ArrivalState.Stored, null, TimeSpan.FromSeconds(1));
        _metrics.Finished(ArrivalState.Quarantined, "time-limit", TimeSpan.FromSeconds(2));
        _metrics.Retried();

        Assert.Equal(
            [
                "ingest.read.duration 0.5s", "ingest.files 1 Stored", "ingest.file.duration 1.0s",
                "ingest.files 1 Quarantined time-limit", "ingest.file.duration 2.0s", "ingest.retries 1",
            ],
            _measured);
    }

    private void Note(int thread, string measured)
    {
        if (Environment.CurrentManagedThreadId == thread)
            _measured.Add(measured);
    }
}
