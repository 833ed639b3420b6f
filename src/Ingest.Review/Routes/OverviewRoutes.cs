using System.Globalization;
using Ingest.Contract.Text;
using Ingest.Review.Findings;
using Ingest.Review.Ports;
using Ingest.Review.Screens;
using Ingest.Review.Words;
using Ingest.Store;
using Ingest.Store.Review;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Ingest.Review.Routes;

/// <summary>总览, 隔离, 规则 and what is dropped on the page.</summary>
internal static class OverviewRoutes
{
    /// <summary>Files shown that wait, and that came in lately.</summary>
    private const int MostShown = 12;

    /// <summary>Longer names are refused.</summary>
    private const int LongestName = 1000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", Overview);
        routes.MapGet("/quarantine", Quarantine);
        routes.MapPost("/quarantine/{arrival:long}/again", TryAgain);
        routes.MapGet("/rules", Rules);
        routes.MapPost("/intake", ReceiveAsync);
    }

    private static RazorComponentResult<OverviewScreen> Overview(HttpContext context, Screening screening, ReviewIndex index, IDocumentStore store, IInbox inbox, IDisclosure disclosure)
    {
        string? name = context.Request.Query["name"].ToString().Trim() is { Length: > 0 and <= 100 } given ? given : null;
        int skip = Skip(context);
        ListPage<BodyRow> bodies = index.Bodies(name, skip, OverviewScreen.PageSize);
        return screening.Show<OverviewScreen>(
            context, ("Totals", index.Totals()), ("Bodies", bodies with { Rows = [.. bodies.Rows.Select(disclosure.Mask)] }), ("Name", name), ("Skip", skip),
            ("Intake", Intake(index, store, inbox, disclosure)));
    }

    private static IntakeState Intake(ReviewIndex index, IDocumentStore store, IInbox inbox, IDisclosure disclosure) => new(
        inbox.MaxBytes, inbox.IsWatched, [.. inbox.Waiting(MostShown).Select(disclosure.Mask)],
        [
            .. index.Arrivals(null, 0, MostShown).Rows.Select(arrival => (
                disclosure.Mask(arrival), arrival.State == ArrivalState.Stored && store.Find(arrival.Sha256) is { } document ? disclosure.Mask(document) : null)),
        ]);

    private static RazorComponentResult<QuarantineScreen> Quarantine(HttpContext context, Screening screening, ReviewIndex index, IDocumentStore store, IDisclosure disclosure)
    {
        int skip = Skip(context);
        ListPage<Arrival> page = index.Arrivals(ArrivalState.Quarantined, skip, QuarantineScreen.PageSize);
        return screening.Show<QuarantineScreen>(
            context, ("Page", new ListPage<(Arrival, bool)>(page.Total, [.. page.Rows.Select(arrival => (disclosure.Mask(arrival), store.Find(arrival.Sha256) is not null))])), ("Skip", skip),
            ("Retried", context.Request.Query["again"].ToString() switch { "1" => true, "0" => false, _ => (bool?)null }));
    }

    private static IResult TryAgain(long arrival, IInbox inbox, IStoreChanges changes)
    {
        bool again = inbox.TryAgain(arrival);
        changes.Changed();
        return Results.LocalRedirect($"/quarantine?again={(again ? 1 : 0)}");
    }

    private static RazorComponentResult<RulesScreen> Rules(HttpContext context, Screening screening, ReviewIndex index, IRuleBook rules)
    {
        ReviewWords words = screening.Words(context);
        return screening.Show<RulesScreen>(context, ("Rules", index.Rules()), ("Sentence", (Func<string, string>)(rule => words.Say(rules.Sentence(rule) ?? default))));
    }

    /// <summary>One file, its bytes as the body of the request.</summary>
    private static async Task<IResult> ReceiveAsync(HttpContext context, Screening screening, IInbox inbox, IStoreChanges changes, IDisclosure disclosure)
    {
        ReviewWords words = screening.Words(context);
        string name = context.Request.Query["name"].ToString();
        if (name.Length is 0 or > LongestName)
            return Results.BadRequest();
        if (context.Request.ContentLength > inbox.MaxBytes)
            return Refused(new Phrase($"文件超过 {ReviewWords.Size(inbox.MaxBytes)} 的限额。", $"The file is larger than {ReviewWords.Size(inbox.MaxBytes)}."));
        // Counted again as it comes in: a sender may say nothing of its length.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = inbox.MaxBytes + 1;
        try
        {
            Received received = await inbox.ReceiveAsync(name, context.Request.Body, context.RequestAborted);
            changes.Changed();
            return received.Name is { } placed ? Results.Json(new { name = disclosure.Mask(placed), said = words.Say("已进入收件箱", "in the inbox") }) : Refused(received.Refusal ?? default);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException && !context.RequestAborted.IsCancellationRequested)
        {
            return Refused(new Phrase("收件箱无法写入，文件没有收下。", "The inbox cannot be written; the file was not taken."));
        }

        IResult Refused(Phrase why) => Results.Json(new { said = words.Say(why) }, statusCode: StatusCodes.Status422UnprocessableEntity);
    }

    private static int Skip(HttpContext context) => int.TryParse(context.Request.Query["skip"], NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : 0;
}
