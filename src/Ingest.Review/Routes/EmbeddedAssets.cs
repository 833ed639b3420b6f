using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ingest.Review.Routes;

/// <summary>Scripts, styles and pictures of the page itself: files of this assembly and no others.</summary>
internal static class EmbeddedAssets
{
    private static readonly Dictionary<string, string> _types = new(StringComparer.Ordinal)
    {
        [".css"] = "text/css; charset=utf-8", [".js"] = "text/javascript; charset=utf-8", [".svg"] = "image/svg+xml",
    };

    private static readonly FrozenDictionary<string, byte[]> _files = typeof(EmbeddedAssets).Assembly.GetManifestResourceNames()
        .Where(name => _types.ContainsKey(Path.GetExtension(name))).ToFrozenDictionary(name => name, Read, StringComparer.Ordinal);

    /// <summary>Of all of them; part of their addresses, so that they may be kept for ever.</summary>
    public static string Version { get; } = Convert.ToHexStringLower(SHA256.HashData([.. _files.OrderBy(file => file.Key, StringComparer.Ordinal).SelectMany(file => file.Value)]))[..12];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/assets/{name}", (string name, HttpContext context) =>
    {
        if (!_files.TryGetValue(name, out byte[]? bytes))
            return Results.NotFound();
        context.Response.Headers.Remove("Pragma");
        context.Response.Headers.CacheControl = context.Request.QueryString.Value == "?" + Version ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(bytes, _types[Path.GetExtension(name)]);
    }).AllowAnonymous();

    private static byte[] Read(string name)
    {
        using Stream stream = typeof(EmbeddedAssets).Assembly.GetManifestResourceStream(name)!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
