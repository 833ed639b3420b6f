using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Web;

namespace Ingest.Review.Tests.Safety;

/// <summary>A provider of OpenID Connect that signs everybody in under one name: discovery, keys, code flow with PKCE.</summary>
internal sealed class StubIssuer : IDisposable
{
    private readonly RSA _key = RSA.Create(2048);

    private readonly HttpListener _listener = new();

    private readonly Dictionary<string, (string Nonce, string Challenge)> _codes = new(StringComparer.Ordinal);

    private readonly string _name;

    public StubIssuer(string name)
    {
        _name = name;
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        }

        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _ = ServeAsync();
    }

    public string Address { get; }

    /// <summary>The nonce in the token is another than the one that was asked for: as of a token that was stolen elsewhere.</summary>
    public bool Forges { get; set; }

    public void Dispose()
    {
        _listener.Close();
        _key.Dispose();
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            await AnswerAsync(context);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        string path = context.Request.Url!.AbsolutePath;
        if (path == "/authorize")
        {
            var asked = HttpUtility.ParseQueryString(context.Request.Url.Query);
            string code = Guid.NewGuid().ToString("N");
            _codes[code] = (asked["nonce"]!, asked["code_challenge"]!);
            context.Response.Redirect($"{asked["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(asked["state"]!)}");
            context.Response.Close();
            return;
        }

        object? answer = path switch
        {
            "/.well-known/openid-configuration" => new
            {
                issuer = Address,
                authorization_endpoint = Address + "/authorize",
                token_endpoint = Address + "/token",
                jwks_uri = Address + "/keys",
                response_types_supported = (string[])["code"],
                id_token_signing_alg_values_supported = (string[])["RS256"],
            },
            "/keys" => new { keys = (object[])[Key()] },
            "/token" => await TokenAsync(context.Request),
            _ => null,
        };
        context.Response.StatusCode = answer is null ? 404 : 200;
        context.Response.ContentType = "application/json";
        await context.Response.OutputStream.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(answer));
        context.Response.Close();
    }

    /// <summary>Null where the code is not known or whoever asks is not who was given it.</summary>
    private async Task<object?> TokenAsync(HttpListenerRequest request)
    {
        using var reader = new StreamReader(request.InputStream);
        var form = HttpUtility.ParseQueryString(await reader.ReadToEndAsync());
        if (!_codes.Remove(form["code"] ?? "", out (string Nonce, string Challenge) asked) || Base64(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"] ?? ""))) != asked.Challenge)
            return null;
        long now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        string head = Base64(JsonSerializer.SerializeToUtf8Bytes(new { alg = "RS256", kid = "k", typ = "JWT" }));
        string body = Base64(JsonSerializer.SerializeToUtf8Bytes(new { iss = Address, aud = "ingest", sub = "1", nonce = Forges ? "another" : asked.Nonce, iat = now, exp = now + 300, name = _name }));
        string sign = Base64(_key.SignData(Encoding.ASCII.GetBytes($"{head}.{body}"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        return new { access_token = "none", token_type = "Bearer", expires_in = 300, id_token = $"{head}.{body}.{sign}" };
    }

    private object Key()
    {
        RSAParameters key = _key.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", alg = "RS256", kid = "k", n = Base64(key.Modulus!), e = Base64(key.Exponent!) };
    }

    private static string Base64(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
