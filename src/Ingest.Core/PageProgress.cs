namespace Ingest.Core;

/// <summary>How far the reading of a document is.</summary>
/// <param name="Read">Pages that are read.</param>
/// <param name="Pages">Of the document.</param>
public readonly record struct PageProgress(int Read, int Pages);
