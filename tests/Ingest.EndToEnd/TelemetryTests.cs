namespace Ingest.EndToEnd;

/// <summary>What a collector of OpenTelemetry receives.</summary>
public sealed class TelemetryTests : IDisposable
{
    private readonly OtlpCollector _collector = new();

    public void Dispose() => _collector.Dispose();

    [Fact]
    public void A_run_sends_a_trace_of_each_file_and_counts_what_became_of_it_and_no_names()
    {
        using var place = new Installation();
        string pdf = place.Beside("张三 139-0000-1111.pdf");
        File.Copy(IngestProgram.Fixture("faults/digit-typo-t05.pdf"), pdf);

        Assert.Equal(0, place.Run("run", pdf, $"--telemetry:endpoint={_collector.Address}").ExitCode);

        string traces = _collector.Text("/v1/traces");
        Assert.All(["ingest.file", "ingest.read", "ingest.store", Installation.Sha256(File.ReadAllBytes(pdf)), "Stored"], part => Assert.Contains(part, traces, StringComparison.Ordinal));
        string metrics = _collector.Text("/v1/metrics");
        Assert.All(["ingest.files", "ingest.read.duration", "ingest.queue"], part => Assert.Contains(part, metrics, StringComparison.Ordinal));
        Assert.All(["张三", "0000-1111", ".pdf"], personal => Assert.DoesNotContain(personal, traces + metrics, StringComparison.Ordinal));
    }

    [Fact]
    public void A_collector_that_is_not_there_changes_nothing()
    {
        using var place = new Installation();
        _collector.Stop();

        Outcome run = place.Run("run", IngestProgram.Fixture("faults/digit-typo-t05.pdf"), $"--telemetry:endpoint={_collector.Address}");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Single(place.Stored());
    }

    [Fact]
    public void An_address_that_is_none_is_refused()
    {
        using var place = new Installation();

        Outcome run = place.Run("run", IngestProgram.Fixture("faults"), "--telemetry:endpoint=nowhere");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("telemetry:endpoint", run.Error, StringComparison.Ordinal);
        Assert.Contains("但应为网址，如 http://localhost:4318", run.Error, StringComparison.Ordinal);
    }
}
