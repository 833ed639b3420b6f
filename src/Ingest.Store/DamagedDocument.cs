namespace Ingest.Store;

/// <summary>A stored document that cannot be read; others can.</summary>
/// <param name="Problem">Why, and what to do.</param>
public sealed record DamagedDocument(string Sha256, string Problem);
