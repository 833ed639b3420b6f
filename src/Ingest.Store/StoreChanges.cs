namespace Ingest.Store;

/// <summary>How far somebody knows a store; the default knows nothing.</summary>
/// <param name="Store">Which store: made anew, it is another.</param>
/// <param name="Document">Number of the last change of a document.</param>
/// <param name="Verdict">Number of the last verdict.</param>
/// <param name="Journal">Number of the last entry.</param>
public readonly record struct StoreMark(string? Store, long Document, long Verdict, long Journal);

/// <summary>What a store has become since a mark was taken.</summary>
/// <param name="Now">Where to go on.</param>
/// <param name="IsAnew">True when the mark was of another store, or of a later state of it: what was known counts for nothing.</param>
/// <param name="IsAll">False when there is more than was asked for.</param>
/// <param name="Documents">As they are now, each once.</param>
/// <param name="Verdicts">Oldest first.</param>
/// <param name="Arrivals">As they are now, each once.</param>
public sealed record StoreChanges(
    StoreMark Now, bool IsAnew, bool IsAll, IReadOnlyList<ChangedDocument> Documents, IReadOnlyList<StoredVerdict> Verdicts, IReadOnlyList<Arrival> Arrivals);

/// <param name="Digest">Empty where it is damaged.</param>
public sealed record ChangedDocument(StoredDocument Document, DocumentDigest Digest);
