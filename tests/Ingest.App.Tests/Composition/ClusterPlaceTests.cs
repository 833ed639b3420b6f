using Ingest.App.Composition;
using Ingest.App.Configuration;
using Ingest.Cluster;

namespace Ingest.App.Tests.Composition;

public sealed class ClusterPlaceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>As editors and secret stores write it, with a line's end or without.</summary>
    [Theory]
    [InlineData("s3cret pass")]
    [InlineData("s3cret pass\n")]
    [InlineData("s3cret pass\r\n")]
    public void A_password_is_taken_from_its_file_before_that_of_the_settings(string content)
    {
        File.WriteAllText(Path.Combine(_folder.Path, "broker"), content);

        ClusterOptions options = Of(cluster =>
        {
            cluster.Password = "another";
            cluster.PasswordFile = "broker";
        });

        Assert.Equal("s3cret pass", options.Password);
    }

    [Fact]
    public void A_file_of_the_password_that_cannot_be_read_is_named_and_no_other_password_tried()
    {
        SettingsException error = Assert.Throws<SettingsException>(() => Of(cluster => (cluster.Password, cluster.PasswordFile) = ("another", "missing")));

        Assert.Contains("cluster.passwordFile", error.Message, StringComparison.Ordinal);
        Assert.Contains("missing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_certificates_and_the_shared_folder_start_at_the_settings_and_a_bucket_nowhere()
    {
        ClusterOptions folder = Of(cluster => (cluster.AuthorityFile, cluster.CertificateFile, cluster.SharedFolder) = ("tls/authority.pem", "/etc/own.pem", "shared"));

        Assert.Equal((Path.Combine(_folder.Path, "tls", "authority.pem"), "/etc/own.pem", Path.Combine(_folder.Path, "shared")), (folder.AuthorityFile, folder.CertificateFile, folder.SharedFolder));
        Assert.Equal("s3://bucket/work", Of(cluster => cluster.SharedFolder = "s3://bucket/work").SharedFolder);
    }

    /// <summary>A scan takes minutes: one that waits in a worker would have been begun by another.</summary>
    [Theory]
    [InlineData("", 1)]
    [InlineData("models", 0)]
    public void A_document_waits_in_a_worker_only_where_none_takes_minutes(string models, int ahead) =>
        Assert.Equal(ahead, Of(_ => { }, models).Ahead);

    [Theory]
    [InlineData(null)]
    [InlineData("http://broker:5672/")]
    [InlineData("broker")]
    public void A_broker_that_is_none_is_refused(string? broker) =>
        Assert.Contains("cluster.broker", Assert.Throws<SettingsException>(() => Of(cluster => cluster.Broker = broker)).Message, StringComparison.Ordinal);

    private ClusterOptions Of(Action<ClusterSettings> change, string models = "")
    {
        var settings = new Settings { Cluster = new ClusterSettings { Broker = "amqps://broker:5671/" } };
        settings.Ocr.Models = models;
        change(settings.Cluster);
        return ClusterPlace.Of(settings, _folder.Path);
    }
}
