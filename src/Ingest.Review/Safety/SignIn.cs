using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Review.Safety;

/// <summary>Who a request comes from. On this machine alone nobody signs in; anywhere else nothing is shown to who has not.</summary>
public static class SignIn
{
    public const string Path = "/signin";

    public const string CallbackPath = "/signin-oidc";

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
        _ = authentication;
        services.AddAuthorizationBuilder().SetFallbackPolicy(access.IsLocal
            ? null
            : new AuthorizationPolicyBuilder(CookieAuthenticationDefaults.AuthenticationScheme).RequireAuthenticatedUser().Build());
    }

    /// <summary>The reviewer's name, as verdicts carry it.</summary>
    internal static string Reviewer(HttpContext context, ReviewAccess access) =>
        access.IsLocal ? access.LocalReviewer : context.User.Identity?.Name ?? throw new InvalidOperationException("A request without a reviewer came past the sign-in.");

    internal static ClaimsPrincipal Principal(string name) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], CookieAuthenticationDefaults.AuthenticationScheme));

    /// <summary>Names stand in records and reports: letters, digits and what joins them.</summary>
    public static bool IsName(string name) => name.Length is > 0 and <= LongestName && name.Trim() == name && name.All(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '.' or '-' or '_' or '@' or '·');
}
