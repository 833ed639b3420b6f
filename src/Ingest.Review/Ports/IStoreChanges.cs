namespace Ingest.Review.Ports;

/// <summary>Tells when the store or the inbox may have changed, whichever process changed it.</summary>
public interface IStoreChanges
{
    /// <summary>Rises with every change that was seen.</summary>
    long Version { get; }

    /// <summary>Returns when <see cref="Version"/> is not the given one any more.</summary>
    Task<long> WaitAsync(long seen, CancellationToken cancellation);

    /// <summary>Says that this very process has changed something.</summary>
    void Changed();
}
