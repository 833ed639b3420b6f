using Ingest.App.Intake;
using Ingest.Store;

namespace Ingest.App.Batch;

internal enum BatchStatus
{
    /// <summary>Read and stored now.</summary>
    Stored,

    /// <summary>Stored by an earlier run from the same place.</summary>
    Known,

    /// <summary>The same bytes as another file.</summary>
    Duplicate,

    /// <summary>Cannot be read; now or in an earlier run.</summary>
    Refused,

    /// <summary>The disk or the store does not work for now; the next run takes it up.</summary>
    PutOff,
}

/// <summary>What a run did about one file.</summary>
/// <param name="Result">When it was worked on.</param>
/// <param name="Message">Why it was refused or put off.</param>
internal sealed record BatchOutcome(string Path, BatchStatus Status, FlowResult? Result, string? Message, TimeSpan Elapsed)
{
    public static BatchOutcome Of(string path, FlowResult result, TimeSpan elapsed) => new(path, result.State switch
    {
        ArrivalState.Stored => BatchStatus.Stored,
        ArrivalState.Duplicate => BatchStatus.Duplicate,
        ArrivalState.Quarantined => BatchStatus.Refused,
        _ => BatchStatus.PutOff,
    }, result, result.Message, elapsed);
}
