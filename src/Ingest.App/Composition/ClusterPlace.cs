using Ingest.App.Configuration;
using Ingest.Cluster;
using Ingest.Contract.Text;

namespace Ingest.App.Composition;

/// <summary>The cluster that the settings name.</summary>
internal static class ClusterPlace
{
    /// <param name="root">Folder that relative paths start at.</param>
    /// <exception cref="SettingsException">The settings are not enough.</exception>
    public static ClusterOptions Of(Settings settings, string root)
    {
        ClusterSettings cluster = settings.Cluster;
        if (!Uri.TryCreate(cluster.Broker, UriKind.Absolute, out Uri? broker) || broker.Scheme is not ("amqp" or "amqps"))
            throw new SettingsException(new Phrase(
                "使用集群须设置 cluster.broker，如 amqp://主机:5672/。", "A cluster needs cluster.broker, such as amqp://host:5672/."));
        return new ClusterOptions
        {
            Broker = broker,
            User = cluster.User,
            Password = Password(cluster, root),
            AuthorityFile = InFull(cluster.AuthorityFile, root),
            CertificateFile = InFull(cluster.CertificateFile, root),
            SharedFolder = IsBucket(cluster.SharedFolder) ? cluster.SharedFolder : Path.GetFullPath(cluster.SharedFolder, root),
            S3Server = cluster.S3Server,
            Queue = cluster.Queue,
            AtOnce = settings.Readers.Count,
            // A scan takes minutes: one that waits here would have been begun elsewhere.
            Ahead = settings.Ocr.Models.Length == 0 ? 1 : 0,
            Tries = cluster.Tries,
            AnswerTime = cluster.AnswerTime,
        };
    }

    private static bool IsBucket(string place) => place.StartsWith("s3://", StringComparison.OrdinalIgnoreCase);

    private static string? InFull(string? file, string root) => file is null ? null : Path.GetFullPath(file, root);

    private static string Password(ClusterSettings cluster, string root)
    {
        if (cluster.PasswordFile is null)
            return cluster.Password ?? "guest";
        try
        {
            return File.ReadAllText(Path.GetFullPath(cluster.PasswordFile, root)).TrimEnd('\r', '\n');
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException(new Phrase($"cluster.passwordFile：无法读取 {cluster.PasswordFile}：{error.Message}", $"cluster.passwordFile: {cluster.PasswordFile} cannot be read: {error.Message}"));
        }
    }
}
