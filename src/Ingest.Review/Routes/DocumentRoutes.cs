using System.Globalization;
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

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/documents/{sha256:regex(^[0-9a-f]{{64}}$)}", Show);

    private static IResult Show(string sha256, HttpContext context, Screening screening, IDocumentStore store, IDisclosure disclosure, IRelations relations)
    {
        if (CheckedDocument.Find(store, disclosure, relations, sha256) is not { } document)
            return screening.NotFound(context, Gone);
        CellPosition? asked = CellPosition.Parse(context.Request.Query["cell"], document.Read);
        int table = asked?.Statement ?? (int.TryParse(context.Request.Query["table"], NumberStyles.None, CultureInfo.InvariantCulture, out int given) && given < document.Read.Statements.Length ? given : 0);
        return screening.Show<DocumentScreen>(context, ("Document", document), ("Table", table), ("Asked", asked), ("Mask", (Func<string, string>)disclosure.Mask));
    }
}
