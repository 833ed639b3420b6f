using Ingest.Store;

namespace Ingest.Review.Screens;

/// <summary>What is coming in.</summary>
/// <param name="Waiting">Files in the inbox that nobody has taken yet.</param>
/// <param name="Recent">What came in lately, newest first; documents of those that are stored.</param>
public sealed record IntakeState(long MaxBytes, bool IsWatched, IReadOnlyList<string> Waiting, IReadOnlyList<(Arrival Arrival, StoredDocument? Document)> Recent);
