namespace Ingest.App.Readers;

/// <summary>No reader process can be started or made ready; no document is to blame.</summary>
internal sealed class ReaderUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
