using System.Diagnostics;
using Ingest.Store;

namespace Ingest.App.Intake;

/// <summary>
/// Spans of the source <c>Ingest</c>: one trace for each file from its claim to its place in the archive, and in it what was read,
/// stored and moved. A file is named by its hash alone: names may hold what nobody but its reader should see.
/// </summary>
internal static class FlowTraces
{
    public const string SourceName = "Ingest";

    private static readonly ActivitySource _source = new(SourceName);

    /// <summary>The whole way of a file; null when nobody listens.</summary>
    public static Activity? File(Arrival arrival) => _source.StartActivity("ingest.file")
        ?.SetTag("ingest.sha256", arrival.Sha256).SetTag("ingest.bytes", arrival.Bytes);

    /// <summary>One step of it: <c>read</c>, <c>store</c>, <c>archive</c>.</summary>
    public static Activity? Step(string name) => _source.StartActivity("ingest." + name);

    /// <summary>Reading for another machine, in the trace of the file there.</summary>
    public static Activity? Work(string sha256) => _source.StartActivity("ingest.work")?.SetTag("ingest.sha256", sha256);

    /// <summary>What became of the file.</summary>
    public static void Ended(this Activity? file, FlowResult result)
    {
        if (file is null)
            return;
        file.SetTag("ingest.state", result.State.ToString()).SetTag("ingest.reason", result.Reason);
        file.SetStatus(result.State == ArrivalState.Quarantined ? ActivityStatusCode.Error : ActivityStatusCode.Ok);
    }
}
