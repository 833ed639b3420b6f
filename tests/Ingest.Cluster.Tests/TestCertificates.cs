using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Ingest.Cluster.Tests;

/// <summary>An authority, and what it vouches for: a server at localhost and a client. PEM files, gone afterwards.</summary>
internal sealed class TestCertificates : IDisposable
{
    private const string ServerUse = "1.3.6.1.5.5.7.3.1", ClientUse = "1.3.6.1.5.5.7.3.2";

    private static readonly DateTimeOffset _from = TimeProvider.System.GetUtcNow().AddDays(-1), _to = TimeProvider.System.GetUtcNow().AddDays(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("ingest-tls-").FullName;

    public TestCertificates()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=authority of a test", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        using X509Certificate2 authority = request.CreateSelfSigned(_from, _to);
        File.WriteAllText(Authority, authority.ExportCertificatePem());
        Issue(authority, "localhost", ServerUse, Server);
        Issue(authority, "worker", ClientUse, Client);
    }

    public string Authority => Path.Combine(_folder, "authority.pem");

    public string Server => Path.Combine(_folder, "server.pem");

    public string Client => Path.Combine(_folder, "client.pem");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Issue(X509Certificate2 authority, string name, string use, string file)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(use)], false));
        using X509Certificate2 certificate = request.Create(authority, _from, _to, RandomNumberGenerator.GetBytes(8));
        File.WriteAllText(file, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n");
    }
}
