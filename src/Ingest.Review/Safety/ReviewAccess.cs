using System.Net;

namespace Ingest.Review.Safety;

/// <summary>Where the page is served and to whom.</summary>
/// <param name="Urls">Addresses to listen on: <c>http://127.0.0.1:5180</c>.</param>
/// <param name="Hosts">Further names that it is called by, such as that of a proxy before it.</param>
/// <param name="ReviewersFile">Names and passwords of reviewers, made with <c>ingest reviewers add</c>.</param>
/// <param name="LocalReviewer">Who reviews where nobody signs in.</param>
/// <param name="OpenId">Who signs people in; null for the file of reviewers.</param>
public sealed record ReviewAccess(IReadOnlyList<string> Urls, IReadOnlyList<string> Hosts, string ReviewersFile, string LocalReviewer, OpenIdAccess? OpenId)
{
    private static readonly string[] _loopbackNames = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>True when every address is on this machine alone: nobody needs to sign in then.</summary>
    public bool IsLocal => OpenId is null && Urls.All(url => IsLoopback(new Uri(url, UriKind.Absolute)));

    /// <summary>Names by which a request may call the page; any other is another site that points here (DNS rebinding).</summary>
    public IReadOnlySet<string> AllowedHosts => IsLocal
        ? _loopbackNames.ToHashSet(StringComparer.OrdinalIgnoreCase)
        : new HashSet<string>([.. _loopbackNames, .. Hosts, .. Urls.Select(url => new Uri(url).Host).Where(host => !IsAny(host))], StringComparer.OrdinalIgnoreCase);

    /// <summary>Every address of the machine.</summary>
    public static bool IsAny(string host) => host is "0.0.0.0" or "[::]" or "*" or "+";

    private static bool IsLoopback(Uri url) =>
        url.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(url.Host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
}

/// <summary>A provider of OpenID Connect.</summary>
/// <param name="Authority">Its address: <c>https://login.example.org/realm</c>.</param>
/// <param name="NameClaim">The claim that holds the reviewer's name.</param>
public sealed record OpenIdAccess(string Authority, string ClientId, string? ClientSecret, string NameClaim);
