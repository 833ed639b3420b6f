using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Web;
using Ingest.EndToEnd;

namespace Ingest.Review.Tests.Safety;

/// <summary>A provider of OpenID Connect that signs everybody in under one name: discovery, keys, code flow with PKCE.</summary>
internal sealed class StubIssuer : LoopbackServer
{
    private readonly RSA _key = RSA.Create(2048);

    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge)> _codes = new(StringComparer.Ordinal);

    private readonly string _name;

    public StubIssuer(string name)
    {
        _name = name;
        Start();
    }

    /// <summary>Without the slash at the end, as issuers are named.</summary>
    public string Issuer => Address.TrimEnd('/');

    /// <summary>The nonce in the token is another than the one that was asked for: as of a token that was stolen elsewhere.</summary>
    public bool Forges { get; set; }

    public override void Dispose()
    {
        base.Dispose();
        _key.Dispose();
    }

    protected override async Task AnswerAsync(HttpListenerContext context)
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
                issuer = Issuer,
                authorization_endpoint = Issuer + "/authorize",
                token_endpoint = Issuer + "/token",
                jwks_uri = Issuer + "/keys",
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
        if (!_codes.TryRemove(form["code"] ?? "", out (string Nonce, string Challenge) asked) || Base64(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"] ?? ""))) != asked.Challenge)
            return null;
        long now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        string head = Base64(JsonSerializer.SerializeToUtf8Bytes(new { alg = "RS256", kid = "k", typ = "JWT" }));
        string body = Base64(JsonSerializer.SerializeToUtf8Bytes(new { iss = Issuer, aud = "ingest", sub = "1", nonce = Forges ? "another" : asked.Nonce, iat = now, exp = now + 300, name = _name }));
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
