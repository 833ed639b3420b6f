using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Ingest.Review.Safety;

/// <summary>
/// Stands before everything: a request that calls the page by a name that is not its own comes from a site that was pointed
/// here (DNS rebinding); one that changes something and comes from another site is forged. Says on every answer what a
/// browser may do with it.
/// </summary>
internal sealed class RequestGuard(RequestDelegate next, ReviewAccess access, IAntiforgery forgery)
{
    /// <summary>Scripts and styles are files of our own; nothing inline, nothing from elsewhere, no frame around it.</summary>
    public const string PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private readonly IReadOnlySet<string> _hosts = access.AllowedHosts;

    public async Task InvokeAsync(HttpContext context)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = PagePolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-cache, no-store";
        headers.Pragma = "no-cache";
        if (!_hosts.Contains(context.Request.Host.Host))
        {
            await RefuseAsync(context, StatusCodes.Status421MisdirectedRequest, "This page is not served under that name.");
            return;
        }

        if (!IsSafe(context.Request.Method) && !(IsFromHere(context.Request) && await forgery.IsRequestValidAsync(context)))
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "The request does not come from a page of this program. Load the page again.");
            return;
        }

        await next(context);
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    /// <summary>Browsers name the origin of whatever is not a mere look.</summary>
    private static bool IsFromHere(HttpRequest request)
    {
        string here = $"{request.Scheme}://{request.Host}";
        return request.Headers.Origin is [{ Length: > 0 } origin]
            ? origin.Equals(here, StringComparison.OrdinalIgnoreCase)
            : request.Headers["Sec-Fetch-Site"] is [] or ["same-origin"] or ["none"];
    }

    private static Task RefuseAsync(HttpContext context, int status, string reason)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers[HeaderNames.Connection] = "close";
        return context.Response.WriteAsync(reason, context.RequestAborted);
    }
}
