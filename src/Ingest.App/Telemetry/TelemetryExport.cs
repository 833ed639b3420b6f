using Ingest.App.Configuration;
using Ingest.App.Intake;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Ingest.App.Telemetry;

/// <summary>
/// Sends traces and metrics by OTLP to the collector of the settings. What a collector does not take is dropped; nothing waits for it
/// but the end of the program, for two seconds. Variables <c>OTEL_…</c> of the environment add to the settings (OpenTelemetry
/// specification, "OTLP exporter configuration").
/// </summary>
internal sealed class TelemetryExport : IDisposable
{
    private const int LastSendMilliseconds = 2000;

    private readonly TracerProvider _traces;

    private readonly MeterProvider _metrics;

    private TelemetryExport(TelemetrySettings settings)
    {
        ResourceBuilder program = ResourceBuilder.CreateDefault().AddService("ingest", serviceVersion: ProgramVersion.Text);
        void Collector(OtlpExporterOptions options, string signal)
        {
            options.Protocol = settings.Protocol == "grpc" ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
            // The address of the settings is the collector's; over HTTP each signal has its own path below it.
            options.Endpoint = options.Protocol == OtlpExportProtocol.Grpc ? settings.Endpoint! : new Uri(settings.Endpoint!.AbsoluteUri.TrimEnd('/') + signal);
        }

        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(program).AddSource(FlowTraces.SourceName)
            .AddOtlpExporter(options => Collector(options, "/v1/traces")).Build();
        _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(program).AddMeter(FlowMetrics.MeterName)
            .AddOtlpExporter(options => Collector(options, "/v1/metrics")).Build();
    }

    /// <summary>Null where the settings name no collector: then nothing of it is loaded.</summary>
    public static TelemetryExport? Start(TelemetrySettings settings) => settings.Endpoint is null ? null : new TelemetryExport(settings);

    public void Dispose()
    {
        _traces.Shutdown(LastSendMilliseconds);
        _metrics.Shutdown(LastSendMilliseconds);
        _traces.Dispose();
        _metrics.Dispose();
    }
}
