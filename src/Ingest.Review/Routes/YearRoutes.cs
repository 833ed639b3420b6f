using Ingest.Contract.Documents;
using Ingest.Review.Findings;
using Ingest.Review.Ports;
using Ingest.Review.Screens;
using Ingest.Review.Years;
using Ingest.Store;
using Ingest.Store.Review;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ingest.Review.Routes;

/// <summary>历年.</summary>
internal static class YearRoutes
{
    /// <summary>Documents set beside each other, the last ones.</summary>
    private const int MostDocuments = 12;

    private const int MostBodies = 200;

    /// <summary>Publications set beside the one before.</summary>
    private const int MostRepublished = 5;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/years", Show);

    private static IResult Show(HttpContext context, Screening screening, ReviewIndex index, IDocumentStore store, IDisclosure disclosure)
    {
        string? level = context.Request.Query["level"].ToString() is ("department" or "unit") and var given ? given : null;
        if (context.Request.Query["body"] is not [{ Length: > 0 and <= 300 } body])
            return screening.Show<YearsScreen>(context, ("Bodies", index.Bodies(null, 0, MostBodies).Rows.Select(disclosure.Mask).ToArray()), ("Mask", (Func<string, string>)disclosure.Mask));
        StoredDocument[] all = [.. index.DocumentsOf(body).Where(document => level is null || document.Level?.ToString().Equals(level, StringComparison.OrdinalIgnoreCase) == true)];
        if (all.Length == 0)
            return screening.NotFound(context, new("没有这个部门或单位的文件。", "There is no document of such a body."));
        BudgetDocument[] documents = [.. all.Where(document => !document.IsReplaced).TakeLast(MostDocuments).Select(document => store.Load(document.Sha256)).OfType<BudgetDocument>().Select(disclosure.Mask)];
        IReadOnlyList<(string Id, string Title)> shared = BodyYears.Shared(documents);
        string table = context.Request.Query["table"] is [{ } asked] && shared.Any(one => one.Id == asked) ? asked : shared.Count > 0 ? shared[0].Id : "";
        return screening.Show<YearsScreen>(
            context, ("Department", disclosure.Mask(body)), ("Level", level), ("Shared", shared), ("Table", BodyYears.Of(documents, table)),
            ("Republished", Republished(all, store, disclosure).Take(MostRepublished).ToArray()), ("Mask", (Func<string, string>)disclosure.Mask));
    }

    private static IEnumerable<(StoredDocument, StoredDocument, IReadOnlyList<ChangedFigure>)> Republished(StoredDocument[] all, IDocumentStore store, IDisclosure disclosure) =>
        from document in all
        where document.Supersedes is not null
        let before = store.Find(document.Supersedes!)
        where before is not null
        let read = (Before: store.Load(before.Sha256), After: store.Load(document.Sha256))
        where read.Before is not null && read.After is not null
        select (disclosure.Mask(before), disclosure.Mask(document), Republication.Between(read.Before, read.After));
}
