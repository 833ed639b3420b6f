using Ingest.Contract.Documents;

namespace Ingest.Store;

/// <summary>
/// Keeps what came in, what was read from it and what reviewers said. Every call that changes something
/// is one transaction: after it returns the change survives a crash, and when it throws nothing has
/// changed. Safe to use from several threads; writers queue. All methods throw
/// <see cref="StoreException"/>.
/// </summary>
public interface IDocumentStore : IDisposable
{
    /// <summary>
    /// Records a file that came in. Calling it again for the same path, hash and place while that arrival is still claimed and has not
    /// moved returns the same arrival; a file of the same name in the inbox of another watcher is another arrival.
    /// </summary>
    /// <param name="location">Where the file is, in full.</param>
    Arrival Claim(string originalPath, string sha256, long bytes, string? location = null);

    /// <summary>Records where an arrival's file is now.</summary>
    void Relocate(long arrivalId, string location);

    /// <summary>
    /// Stores a document with its facts and findings and marks the arrival stored. When the document is
    /// there already, its contents are replaced (reprocessing): verdicts stay. Of several documents of the same
    /// body, level, year and kind the one published later replaces the others, in whatever order they come.
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

    /// <summary>By body, year, then time of storing.</summary>
    /// <param name="damaged">Told of entries that cannot be read, which are left out; without it such an entry ends the reading.</param>
    IEnumerable<StoredDocument> Documents(DocumentQuery query, Action<DamagedDocument>? damaged = null);

    /// <summary>The full extraction, or null when there is none of that hash.</summary>
    BudgetDocument? Load(string sha256);

    /// <summary>The printed amounts of one document, in its order; empty when there is none of that hash.</summary>
    IReadOnlyList<Fact> FactsOf(string sha256);

    /// <summary>The findings of one document, in its order; empty when there is none of that hash.</summary>
    IReadOnlyList<StoredFinding> FindingsOf(string sha256);

    /// <summary>Adds a verdict; earlier ones are kept as history.</summary>
    /// <returns>False when no stored finding has that fingerprint in that document.</returns>
    bool Judge(string sha256, string fingerprint, Verdict verdict);

    /// <summary>Everything ever said on a finding, oldest first.</summary>
    IReadOnlyList<Verdict> VerdictHistory(string sha256, string fingerprint);

    /// <summary>Everything ever said on findings of one document, as it was said, oldest first.</summary>
    IReadOnlyList<StoredVerdict> VerdictsOn(string sha256);

    /// <summary>Everything ever said on any finding, oldest first; also on those that no document has any more.</summary>
    IEnumerable<StoredVerdict> Verdicts();

    /// <summary>Newest first.</summary>
    IEnumerable<JournalEntry> Journal(long? arrivalId = null);

    /// <summary>What has changed since a mark was taken, found by an index: it takes as long as there are changes.</summary>
    /// <param name="most">Documents, verdicts and entries of the journal at a time; what is left comes with the next question.</param>
    StoreChanges Changes(StoreMark since, int most = 1000);

    /// <summary>How far the store is: the mark that <see cref="Changes"/> leads to when nothing is left. Quick, whatever has changed.</summary>
    StoreMark Mark();

    /// <summary>Writes the whole store, as it is at one moment, to a new file of its kind that is on the disk when this returns. Others may write meanwhile.</summary>
    /// <param name="file">In full; there must be none of that name.</param>
    /// <exception cref="IOException">The file cannot be written; what was written of it is removed.</exception>
    void CopyTo(string file);

    /// <summary>What is wrong with the stored data itself; empty when nothing is. Reads everything.</summary>
    IReadOnlyList<StoreProblem> CheckIntegrity();
}
