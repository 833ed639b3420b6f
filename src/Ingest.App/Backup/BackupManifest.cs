namespace Ingest.App.Backup;

/// <summary>What a backup says of itself; <c>backup.json</c> in it.</summary>
/// <param name="Store">Kind of the store: <c>litedb</c> or <c>sqlite</c>.</param>
/// <param name="Files">Everything in it but this.</param>
internal sealed record BackupManifest(string Schema, string Store, DateTimeOffset MadeAt, int Documents, int Arrivals, int Verdicts, IReadOnlyList<BackupEntry> Files)
{
    public const string Version = "ingest/backup@1";
}

/// <param name="Sha256">Of its bytes, lower-case hex.</param>
internal sealed record BackupEntry(string Name, long Bytes, string Sha256);
