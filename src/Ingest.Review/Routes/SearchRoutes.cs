using System.Globalization;
using Ingest.Review.Findings;
using Ingest.Review.Ports;
using Ingest.Review.Screens;
using Ingest.Store;
using Ingest.Store.Review;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ingest.Review.Routes;

/// <summary>The search at the head of every screen.</summary>
internal static class SearchRoutes
{
    private const int Longest = 100;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/search", Search);

    /// <summary>An amount or a code in the tables of all documents; else a body where there is one of that name, else what findings say.</summary>
    private static IResult Search(HttpContext context, Screening screening, ReviewIndex index, IDocumentStore store, IDisclosure disclosure)
    {
        string asked = context.Request.Query["q"].ToString().Trim();
        asked = asked[..Math.Min(asked.Length, Longest)];
        if (asked.Length == 0)
            return Results.LocalRedirect("/");
        if (FigureQuery.Parse(asked) is { } figure)
            return Figures(asked, figure, context, screening, index, store, disclosure);
        string words = Uri.EscapeDataString(asked);
        return Results.LocalRedirect(index.Bodies(asked, 0, 1).Total > 0 ? $"/?name={words}" : $"/findings?text={words}");
    }

    private static Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<SearchScreen> Figures(
        string asked, FigureQuery figure, HttpContext context, Screening screening, ReviewIndex index, IDocumentStore store, IDisclosure disclosure)
    {
        int skip = int.TryParse(context.Request.Query["skip"], NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : 0;
        ListPage<StoredDocument> page = index.DocumentsWith(figure, skip, SearchScreen.PageSize);
        var hits = new List<FigureHits>();
        foreach (StoredDocument document in page.Rows)
            if (store.TryRead(document.Sha256, _ => { }, store.Load) is { } read)
                hits.Add(FigureHits.Of(disclosure.Mask(document), disclosure.Mask(read), figure));
        return screening.Show<SearchScreen>(context, ("Asked", asked), ("Figure", figure), ("Total", page.Total), ("Found", hits), ("Skip", skip));
    }
}
