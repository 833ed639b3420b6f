namespace Ingest.Store;

/// <summary>A verdict and what it was said of.</summary>
/// <param name="Fingerprint">Of the finding, which the document may not have any more.</param>
public sealed record StoredVerdict(string Sha256, string Fingerprint, Verdict Verdict);
