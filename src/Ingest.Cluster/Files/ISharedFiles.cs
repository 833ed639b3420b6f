namespace Ingest.Cluster.Files;

/// <summary>Where documents and answers lie while they are worked on. Names are made by this program, never by a document.</summary>
internal interface ISharedFiles
{
    /// <summary>Whole, or not there at all, but for what a power cut leaves of it: readers know a file by its hash. What is there already under that name is replaced.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    Task PutAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation);

    /// <summary>Null where there is none.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    Task<byte[]?> FindAsync(string name, CancellationToken cancellation);

    /// <summary>Does nothing where there is none.</summary>
    /// <exception cref="IOException">It cannot be removed.</exception>
    Task DeleteAsync(string name, CancellationToken cancellation);

    /// <summary>Those whose names begin so, with the instants of their last writing.</summary>
    /// <exception cref="IOException">It cannot be looked into.</exception>
    Task<IReadOnlyList<SharedFile>> ListAsync(string prefix, CancellationToken cancellation);
}

internal readonly record struct SharedFile(string Name, DateTimeOffset WrittenAt);
