using System.Globalization;
using Ingest.Review.Ports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Ingest.Review.Routes;

/// <summary>Tells open pages that something has changed (server-sent events); what it is they ask for themselves.</summary>
internal static class LiveRoutes
{
    public const string Path = "/live";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, FollowAsync);

    private static async Task FollowAsync(HttpContext context, IStoreChanges changes)
    {
        context.Response.ContentType = "text/event-stream";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        CancellationToken gone = context.RequestAborted;
        try
        {
            for (long seen = changes.Version; ; seen = await changes.WaitAsync(seen, gone))
            {
                await context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"data: {seen}\n\n"), gone);
                await context.Response.Body.FlushAsync(gone);
            }
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The page was left.
        }
    }
}
