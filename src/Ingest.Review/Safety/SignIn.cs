using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Ingest.Review.Safety;

/// <summary>Who a request comes from. On this machine alone nobody signs in; anywhere else nothing is shown to who has not.</summary>
public static class SignIn
{
    public const string Path = "/signin";

    /// <summary>Of the limit on tries to sign in.</summary>
    public const string TriesPolicy = "sign-in";

    private const int LongestName = 64;

    internal static void AddTo(IServiceCollection services, ReviewAccess access)
    {
        AuthenticationBuilder authentication = services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = "ingest-review";
            options.Cookie.HttpOnly = true;
            // The way back from a provider is a request from another site.
            options.Cookie.SameSite = access.OpenId is null ? SameSiteMode.Strict : SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.LoginPath = Path;
            options.ReturnUrlParameter = "back";
            options.ExpireTimeSpan = TimeSpan.FromHours(10);
            options.SlidingExpiration = true;
        });
        if (access.OpenId is { } provider)
            authentication.AddOpenIdConnect(Scheme, options => Ask(options, provider));
        services.AddAuthorizationBuilder().SetFallbackPolicy(access.IsLocal
            ? null
            : new AuthorizationPolicyBuilder(CookieAuthenticationDefaults.AuthenticationScheme).RequireAuthenticatedUser().Build());
    }

    /// <summary>Of sign-ins by a provider of OpenID Connect: code flow with PKCE; nothing that the provider sends is kept but the name.</summary>
    public const string Scheme = "OpenIdConnect";

    private static void Ask(OpenIdConnectOptions options, OpenIdAccess provider)
    {
        (options.Authority, options.ClientId, options.ClientSecret) = (provider.Authority, provider.ClientId, provider.ClientSecret);
        (options.ResponseType, options.UsePkce, options.SaveTokens, options.MapInboundClaims) = (OpenIdConnectResponseType.Code, true, false, false);
        // The way back is then a look, and no request of another site that changes something.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        // Which a browser sends these along with, also on an address without TLS.
        foreach (CookieBuilder cookie in (CookieBuilder[])[options.CorrelationCookie, options.NonceCookie])
            (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
        options.RequireHttpsMetadata = !new Uri(provider.Authority).IsLoopback;
        options.TokenValidationParameters.NameClaimType = provider.NameClaim;
        options.Events.OnTokenValidated = context =>
        {
            string name = context.Principal?.FindFirst(provider.NameClaim)?.Value ?? "";
            if (IsName(name))
                context.Principal = Principal(name);
            else
                context.Fail($"The provider gives no usable name in the claim '{provider.NameClaim}'.");
            return Task.CompletedTask;
        };
    }

    /// <summary>The reviewer's name, as verdicts carry it.</summary>
    internal static string Reviewer(HttpContext context, ReviewAccess access) =>
        access.IsLocal ? access.LocalReviewer : context.User.Identity?.Name ?? throw new InvalidOperationException("A request without a reviewer came past the sign-in.");

    internal static ClaimsPrincipal Principal(string name) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], CookieAuthenticationDefaults.AuthenticationScheme));

    /// <summary>Names stand in records and reports: letters, digits and what joins them.</summary>
    public static bool IsName(string name) => name.Length is > 0 and <= LongestName && name.Trim() == name && name.All(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '.' or '-' or '_' or '@' or '·');
}
