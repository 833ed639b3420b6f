using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Ingest.Cluster;

/// <summary>Who the broker must be, and who this machine is, over TLS.</summary>
internal static class BrokerTrust
{
    /// <summary>This machine's own; null where the options name none.</summary>
    /// <exception cref="ClusterException">The file cannot be read.</exception>
    public static X509Certificate2? Certificate(ClusterOptions options) =>
        options.CertificateFile is { } file ? Read(file, () => X509Certificate2.CreateFromPemFile(file)) : null;

    /// <summary>Null where those vouch that the system trusts.</summary>
    /// <exception cref="ClusterException">The file cannot be read.</exception>
    public static RemoteCertificateValidationCallback? Validation(ClusterOptions options)
    {
        if (options.AuthorityFile is not { } file)
            return null;
        X509Certificate2Collection authorities = Read(file, () =>
        {
            var read = new X509Certificate2Collection();
            read.ImportFromPemFile(file);
            return read;
        });
        return (_, certificate, _, problems) => certificate is X509Certificate2 broker && IsTrusted(broker, authorities, problems);
    }

    /// <summary>A certificate for another host stays refused whoever vouches for it.</summary>
    private static bool IsTrusted(X509Certificate2 broker, X509Certificate2Collection authorities, SslPolicyErrors problems)
    {
        if ((problems & ~SslPolicyErrors.RemoteCertificateChainErrors) != 0)
            return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(broker);
    }

    private static T Read<T>(string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new ClusterException($"The certificate {file} cannot be read ({error.Message}). It must be a PEM file.", error);
        }
    }
}
