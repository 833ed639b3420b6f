using Ingest.Contract.Text;

namespace Ingest.Review.Ports;

/// <summary>What became of a file that somebody sent.</summary>
/// <param name="Name">Under which it stands in the inbox; null when it was refused.</param>
/// <param name="Refusal">Why, and what to do.</param>
public sealed record Received(string? Name, Phrase? Refusal);

/// <summary>The folder that the watcher takes files from.</summary>
public interface IInbox
{
    /// <summary>Files larger than this are refused.</summary>
    long MaxBytes { get; }

    /// <summary>Whether a watcher is at work on it now.</summary>
    bool IsWatched { get; }

    /// <summary>Names of files that wait to be taken, at most so many.</summary>
    IReadOnlyList<string> Waiting(int most);

    /// <summary>Puts a file into the inbox, in one step once it is whole; never over another.</summary>
    /// <param name="name">As the sender calls it; made safe.</param>
    /// <exception cref="IOException">The inbox cannot be written; nothing was left there.</exception>
    Task<Received> ReceiveAsync(string name, Stream content, CancellationToken cancellation);

    /// <summary>Puts a file that could not be read back into the inbox, so that it is read again.</summary>
    /// <returns>False when the file is not in the quarantine any more.</returns>
    /// <exception cref="IOException">It cannot be copied.</exception>
    bool TryAgain(long arrivalId);
}
