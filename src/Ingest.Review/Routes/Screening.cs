using Ingest.Contract.Text;
using Ingest.Review.Safety;
using Ingest.Review.Screens;
using Ingest.Review.Words;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ingest.Review.Routes;

/// <summary>Makes screens of requests: language and look as the reader chose them, the token that forms must carry.</summary>
internal sealed class Screening(ReviewAccess access, IAntiforgery forgery, TimeProvider clock, Language language)
{
    public const string LanguageCookie = "ingest-language";

    public const string ThemeCookie = "ingest-theme";

    public ReviewWords Words(HttpContext context) => new(
        context.Request.Cookies[LanguageCookie] switch { "en" => Language.English, "zh" => Language.Chinese, _ => language }, clock.LocalTimeZone);

    public string Reviewer(HttpContext context) => SignIn.Reviewer(context, access);

    public View View(HttpContext context) => new(
        Words(context), access.IsLocal || context.User.Identity?.IsAuthenticated == true ? Reviewer(context) : "", !access.IsLocal, forgery.GetAndStoreTokens(context).RequestToken!,
        context.Request.Cookies[ThemeCookie] is ("light" or "dark") and var theme ? theme : "auto", context.Request.Path + context.Request.QueryString, EmbeddedAssets.Version);

    public RazorComponentResult<T> Show<T>(HttpContext context, params ReadOnlySpan<(string Name, object? Value)> parameters)
        where T : IComponent
    {
        var all = new Dictionary<string, object?> { ["View"] = View(context) };
        foreach ((string name, object? value) in parameters)
            all[name] = value;
        return new RazorComponentResult<T>(all);
    }

    public RazorComponentResult<NoticeScreen> NotFound(HttpContext context, Phrase what)
    {
        ReviewWords words = Words(context);
        RazorComponentResult<NoticeScreen> notice = Show<NoticeScreen>(context, ("Title", words.Say("没有找到", "Not found")), ("Text", words.Say(what)));
        notice.StatusCode = StatusCodes.Status404NotFound;
        return notice;
    }

    /// <summary>Where to go back to: an address of this page and of no other.</summary>
    public static string Back(string? address) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal) && !address.Any(char.IsControl) ? address : "/";
}
