namespace Ingest.Cluster;

/// <summary>What a cluster is at.</summary>
/// <param name="Waiting">Documents that no worker has taken yet.</param>
/// <param name="Consumers">Workers that the broker sees.</param>
/// <param name="Workers">Those that have given a sign of life in the shared folder lately, by name.</param>
public sealed record ClusterState(long Waiting, long Consumers, IReadOnlyList<WorkerState> Workers);

/// <summary>What a worker says of itself.</summary>
/// <param name="Name">Machine and process.</param>
/// <param name="Readers">Documents that it works on at once.</param>
/// <param name="Read">Documents since it was started.</param>
/// <param name="PerMinute">Documents in the minute before its last sign of life.</param>
public sealed record WorkerState(string Name, int Readers, long Read, int PerMinute);
