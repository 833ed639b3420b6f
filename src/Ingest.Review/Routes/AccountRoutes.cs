using Ingest.Contract.Text;
using Ingest.Review.Safety;
using Ingest.Review.Screens;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ingest.Review.Routes;

/// <summary>Signing in and out, language and look.</summary>
internal static class AccountRoutes
{
    private static readonly TimeSpan _year = TimeSpan.FromDays(365);

    public static void Map(IEndpointRouteBuilder routes, ReviewAccess access)
    {
        // As delegates: what takes a context alone would be taken for a handler without a result.
        routes.MapPost("/preferences", (Delegate)PreferAsync).AllowAnonymous();
        if (access.IsLocal)
            return;
        routes.MapPost("/signout", (Delegate)SignOutAsync);
        if (access.OpenId is not null)
        {
            routes.MapGet(SignIn.Path, (string? back) => Results.Challenge(new AuthenticationProperties { RedirectUri = Screening.Back(back) }, [SignIn.Scheme])).AllowAnonymous();
            return;
        }

        routes.MapGet(SignIn.Path, (HttpContext context, Screening screening, string? back) => screening.Show<SignInScreen>(context, ("Back", Screening.Back(back)))).AllowAnonymous();
        routes.MapPost(SignIn.Path, SignInAsync).AllowAnonymous().RequireRateLimiting(SignIn.TriesPolicy);
    }

    private static async Task<IResult> PreferAsync(HttpContext context)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        var options = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = _year, IsEssential = true, Secure = context.Request.IsHttps };
        if (form["language"] is [("zh" or "en") and var language])
            context.Response.Cookies.Append(Screening.LanguageCookie, language, options);
        if (form["theme"] is [("light" or "dark") and var theme])
            context.Response.Cookies.Append(Screening.ThemeCookie, theme, options);
        return Results.LocalRedirect(Screening.Back(form["back"]));
    }

    private static async Task<IResult> SignInAsync(HttpContext context, Screening screening, Reviewers reviewers)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        (string name, string password, string back) = (form["name"].ToString(), form["password"].ToString(), Screening.Back(form["back"]));
        if (SignIn.IsName(name) && password.Length is > 0 and <= 200 && reviewers.Knows(name, password))
        {
            await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, SignIn.Principal(name));
            return Results.LocalRedirect(back);
        }

        var problem = new Phrase("姓名或口令不对。", "The name or the password is wrong.");
        var again = screening.Show<SignInScreen>(context, ("Problem", screening.Words(context).Say(problem)), ("Back", back));
        again.StatusCode = StatusCodes.Status401Unauthorized;
        return again;
    }

    private static async Task<IResult> SignOutAsync(HttpContext context)
    {
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.LocalRedirect(SignIn.Path);
    }
}
