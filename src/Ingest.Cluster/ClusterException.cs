namespace Ingest.Cluster;

/// <summary>The broker or the shared folder cannot be reached, or no worker answers: nothing is known of the document, and it may be tried again.</summary>
public sealed class ClusterException(string message, Exception? inner = null) : Exception(message, inner);
