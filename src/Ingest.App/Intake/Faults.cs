using Ingest.App.Reading;
using Ingest.Store;
using Polly.CircuitBreaker;

namespace Ingest.App.Intake;

/// <summary>Which failures pass by themselves.</summary>
internal static class Faults
{
    /// <summary>True for what may work when it is tried again at once: sharing violations, a busy store, a full disk, a share that is gone.</summary>
    public static bool MayPass(Exception error) => error switch
    {
        StoreException store => store.IsTransient,
        FileNotFoundException or PathTooLongException => false,
        IOException => true,
        ReaderUnavailableException => true,
        _ => false,
    };

    /// <summary>What is put off to later rather than given up: whatever disks and stores do, and when nothing is tried for the moment.</summary>
    public static bool IsPutOff(Exception error) => MayPass(error) || error is IOException or UnauthorizedAccessException or BrokenCircuitException;
}
