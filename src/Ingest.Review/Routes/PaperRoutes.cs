using System.Globalization;
using Ingest.Review.Findings;
using Ingest.Review.Papers;
using Ingest.Review.Ports;
using Ingest.Review.Screens;
using Ingest.Store;
using Ingest.Store.Review;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Ingest.Review.Routes;

/// <summary>底稿与签发.</summary>
internal static class PaperRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/papers", List);
        routes.MapGet("/papers/body", ShowBody);
        routes.MapPost("/papers/body/sign", SignBodyAsync);
        routes.MapGet("/papers/{sha256:regex(^[0-9a-f]{{64}}$)}", Show);
        routes.MapPost("/papers/{sha256:regex(^[0-9a-f]{{64}}$)}/sign", SignAsync);
        routes.MapGet("/papers/{sha256:regex(^[0-9a-f]{{64}}$)}/report.{format}", TakeAsync);
    }

    private static RazorComponentResult<PapersListScreen> List(HttpContext context, Screening screening, ReviewIndex index, SignOffJournal journal, IDisclosure disclosure)
    {
        string? name = context.Request.Query["name"].ToString().Trim() is { Length: > 0 and <= 100 } given ? given : null;
        int skip = int.TryParse(context.Request.Query["skip"], NumberStyles.None, CultureInfo.InvariantCulture, out int asked) ? asked : 0;
        ListPage<BodyRow> bodies = index.Bodies(name, skip, PapersListScreen.PageSize);
        return screening.Show<PapersListScreen>(
            context, ("Bodies", bodies with { Rows = [.. bodies.Rows.Select(disclosure.Mask)] }), ("Signatures", journal.All().ToLookup(signature => signature.Sha256)), ("Name", name), ("Skip", skip));
    }

    private static IResult Show(string sha256, HttpContext context, Screening screening, IDocumentStore store, IDisclosure disclosure, SignOffJournal journal, IReports reports) =>
        WorkingPapers.Find(store, disclosure, journal, sha256) is { } papers
            ? screening.Show<PapersScreen>(context, ("Papers", papers), ("Formats", reports.Formats), ("Stale", context.Request.Query["stale"] == "1"))
            : screening.NotFound(context, DocumentRoutes.Gone);

    /// <summary>What is signed is what the signer saw: papers that have changed since are shown again instead.</summary>
    private static async Task<IResult> SignAsync(
        string sha256, HttpContext context, Screening screening, IDocumentStore store, IDisclosure disclosure, SignOffJournal journal, IStoreChanges changes, TimeProvider clock)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (RoleOf(form) is not { } role)
            return Results.BadRequest();
        if (WorkingPapers.Find(store, disclosure, journal, sha256) is not { } papers)
            return screening.NotFound(context, DocumentRoutes.Gone);
        if (form["hash"] != papers.Set.Hash)
            return Results.LocalRedirect($"/papers/{sha256}?stale=1");
        journal.Append(new SignOff(sha256, role, screening.Reviewer(context), clock.GetUtcNow(), papers.Set.Hash, papers.Set.Lines));
        changes.Changed();
        return Results.LocalRedirect($"/papers/{sha256}");
    }

    private static IResult ShowBody(HttpContext context, Screening screening, ReviewIndex index, IDocumentStore store, IDisclosure disclosure, SignOffJournal journal) =>
        BodyPapers.Find(index, store, disclosure, journal, context.Request.Query["name"].ToString(), Year(context.Request.Query["year"])) is { } papers
            ? screening.Show<BodyPapersScreen>(context, ("Papers", papers), ("Stale", context.Request.Query["stale"] == "1"))
            : screening.NotFound(context, DocumentRoutes.Gone);

    /// <summary>As for one document: what has changed since it was shown is shown again instead of signed.</summary>
    private static async Task<IResult> SignBodyAsync(
        HttpContext context, Screening screening, ReviewIndex index, IDocumentStore store, IDisclosure disclosure, SignOffJournal journal, IStoreChanges changes, TimeProvider clock)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        (string name, int? year) = (form["name"].ToString(), Year(form["year"]));
        if (RoleOf(form) is not { } role)
            return Results.BadRequest();
        if (BodyPapers.Find(index, store, disclosure, journal, name, year) is not { } papers)
            return screening.NotFound(context, DocumentRoutes.Gone);
        string back = $"/papers/body?name={Uri.EscapeDataString(name)}&year={year?.ToString(CultureInfo.InvariantCulture)}";
        if (form["hash"] != papers.Set.Hash)
            return Results.LocalRedirect(back + "&stale=1");
        journal.Append(new SignOff("", role, screening.Reviewer(context), clock.GetUtcNow(), papers.Set.Hash, papers.Set.Lines) { Body = name, Year = year });
        changes.Changed();
        return Results.LocalRedirect(back);
    }

    private static int? Year(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year) ? year : null;

    private static SignOffRole? RoleOf(IFormCollection form) => form["role"].ToString() switch { "prepared" => SignOffRole.Prepared, "reviewed" => SignOffRole.Reviewed, _ => null };

    private static async Task<IResult> TakeAsync(string sha256, string format, HttpContext context, Screening screening, IReports reports)
    {
        if (!reports.Formats.Contains(format) || await reports.WriteAsync(sha256, format, context.RequestAborted) is not { } report)
            return screening.NotFound(context, DocumentRoutes.Gone);
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{sha256[..8]}.{format}\"; filename*=UTF-8''{Uri.EscapeDataString(report.FileName)}";
        return Results.Bytes(report.Bytes, report.ContentType);
    }
}
