using System.Globalization;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Review.Documents;
using Ingest.Review.Ports;
using Ingest.Review.Screens;
using Ingest.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ingest.Review.Routes;

/// <summary>逐表核对.</summary>
internal static class DocumentRoutes
{
    public static readonly Phrase Gone = new("没有这份文件。", "There is no such document.");

    /// <summary>Longer texts are no amounts.</summary>
    private const int LongestAmount = 40;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/documents/{sha256:regex(^[0-9a-f]{{64}}$)}", Show);
        routes.MapPost("/documents/{sha256:regex(^[0-9a-f]{{64}}$)}/correct", CorrectAsync);
    }

    private static IResult Show(string sha256, HttpContext context, Screening screening, IDocumentStore store, IDisclosure disclosure, IRelations relations)
    {
        if (CheckedDocument.Find(store, disclosure, relations, sha256) is not { } document)
            return screening.NotFound(context, Gone);
        CellPosition? asked = CellPosition.Parse(context.Request.Query["cell"], document.Read);
        int table = asked?.Statement ?? (int.TryParse(context.Request.Query["table"], NumberStyles.None, CultureInfo.InvariantCulture, out int given) && given < document.Read.Statements.Length ? given : 0);
        return screening.Show<DocumentScreen>(context, ("Document", document), ("Table", table), ("Asked", asked), ("Mask", (Func<string, string>)disclosure.Mask),
            ("Correction", context.Request.Query["correction"].ToString()));
    }

    /// <summary>What a reviewer saw is what is corrected: a cell that reads otherwise by now is shown again instead.</summary>
    private static async Task<IResult> CorrectAsync(
        string sha256, HttpContext context, Screening screening, IDocumentStore store, IDisclosure disclosure, ICorrections corrections, IStoreChanges changes, TimeProvider clock)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (store.Load(sha256) is not { } document)
            return screening.NotFound(context, Gone);
        if (CellPosition.Parse(form["cell"], document) is not { } at || !FigureCorrection.IsOpenTo(document, document.Statements[at.Statement], at.Row, at.Of(document)))
            return Results.BadRequest();
        AmountCell cell = at.Of(document);
        string typed = form["typed"].ToString().Trim();
        string outcome = "";
        if (form["read"] != at.Of(disclosure.Mask(document)).Text)
            outcome = "stale";
        else if (typed.Length > LongestAmount || !FigureCorrection.IsAmount(typed))
            outcome = "unread";
        else if (await corrections.CorrectAsync(sha256, new FigureCorrection(at.IdIn(document), cell.Page, cell.Box, cell.Text, typed, screening.Reviewer(context), clock.GetUtcNow()), context.RequestAborted) is not null)
            outcome = "later";
        changes.Changed();
        return Results.LocalRedirect($"/documents/{sha256}?cell={at}{(outcome.Length > 0 ? "&correction=" + outcome : "")}");
    }
}
