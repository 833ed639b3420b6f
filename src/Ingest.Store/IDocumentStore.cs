using Ingest.Contract.Documents;
using Ingest.Contract.Text;

namespace Ingest.Store;

/// <summary>
/// Keeps what came in, what was read from it and what reviewers said. Every call that changes something
/// is one transaction: after it returns the change survives a crash, and when it throws nothing has
/// changed. Safe to use from several threads; writers queue. All methods throw
/// <see cref="StoreException"/>.
/// </summary>
public interface IDocumentStore : IDisposable
{
    /// <summary>Records a file that came in. Calling it again for the same path and hash while that arrival is still claimed returns the same arrival.</summary>
    /// <param name="location">Set when the file is read in place; null while it is to be moved.</param>
    Arrival Claim(string originalPath, string sha256, long bytes, string? location = null);

    /// <summary>Records where an arrival's file is now.</summary>
    void Relocate(long arrivalId, string location);

    /// <summary>
    /// Stores a document with its facts and findings and marks the arrival stored. When the document is
    /// there already, its contents are replaced (reprocessing): verdicts stay. A document of the same
    /// body, year and kind with other bytes becomes the one it supersedes.
    /// </summary>
    /// <returns>
    /// False when another arrival has stored the same bytes meanwhile: this one is then marked a duplicate
    /// and the document is left as it is.
    /// </returns>
    bool Save(long? arrivalId, BudgetDocument document, EngineVersions versions, TimeSpan readTime);

    /// <summary>Marks the arrival a duplicate of a document that is stored.</summary>
    void MarkDuplicate(long arrivalId);

    /// <summary>Marks the arrival as unreadable.</summary>
    void Quarantine(long arrivalId, string reason, string message);

    /// <summary>Marks an arrival whose file was taken away or changed before it was read.</summary>
    void Withdraw(long arrivalId, string reason, string message);

    Arrival? FindArrival(long id);

    /// <summary>The last arrival of this path with these bytes.</summary>
    Arrival? FindArrival(string originalPath, string sha256);

    /// <summary>Everything that came in with these bytes, in order of arrival.</summary>
    IReadOnlyList<Arrival> ArrivalsOf(string sha256);

    /// <summary>In order of arrival; streamed.</summary>
    IEnumerable<Arrival> Arrivals(ArrivalState? state = null);

    /// <summary>How many arrivals are in each state; they add up to all that came in.</summary>
    IReadOnlyDictionary<ArrivalState, int> Counts();

    StoredDocument? Find(string sha256);

    /// <summary>Those whose hash begins so; at most two, to tell an ambiguous prefix.</summary>
    IReadOnlyList<StoredDocument> FindByPrefix(string sha256Prefix);

    /// <summary>By body, year, then time of storing; streamed.</summary>
    IEnumerable<StoredDocument> Documents(DocumentQuery query);

    /// <summary>The full extraction, or null when there is none of that hash.</summary>
    BudgetDocument? Load(string sha256);

    /// <summary>All printed amounts of the documents asked for, in the order of <see cref="Documents"/>; streamed.</summary>
    IEnumerable<Fact> Facts(DocumentQuery query);

    /// <summary>All findings of the documents asked for, in the order of <see cref="Documents"/>; streamed.</summary>
    IEnumerable<StoredFinding> Findings(DocumentQuery query);

    /// <summary>The findings of one document, in its order; empty when there is none of that hash.</summary>
    IReadOnlyList<StoredFinding> FindingsOf(string sha256);

    /// <summary>Adds a verdict; earlier ones are kept as history.</summary>
    /// <returns>False when no stored finding has that fingerprint in that document.</returns>
    bool Judge(string sha256, string fingerprint, Verdict verdict);

    /// <summary>Everything ever said on a finding, oldest first.</summary>
    IReadOnlyList<Verdict> VerdictHistory(string sha256, string fingerprint);

    /// <summary>Everything ever said on any finding, oldest first; also on those that no document has any more.</summary>
    IEnumerable<StoredVerdict> Verdicts();

    /// <summary>Newest first.</summary>
    IEnumerable<JournalEntry> Journal(long? arrivalId = null);

    /// <summary>What is wrong with the stored data itself; empty when nothing is. Reads everything.</summary>
    IReadOnlyList<Phrase> CheckIntegrity();
}
