using Ingest.Contract.Documents;
using Ingest.Contract.Pages;
using Ingest.Contract.Pictures;
using Ingest.Review.Documents;
using Ingest.Review.Findings;
using Ingest.Review.Ports;
using Ingest.Review.Words;
using Ingest.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ingest.Review.Routes;

/// <summary>Pages of documents as they are printed, and the documents themselves.</summary>
internal static class PageRoutes
{
    /// <summary>A picture is shown and does nothing, however it is opened.</summary>
    private const string PicturePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox; frame-ancestors 'none'";

    private const string OriginalPolicy = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'";

    /// <summary>Points shown around a cell: its neighbours, to know it by.</summary>
    private const float AroundCell = 14;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/documents/{sha256:regex(^[0-9a-f]{{64}}$)}/pages/{page:int:min(1)}.svg", PictureAsync);
        routes.MapGet("/documents/{sha256:regex(^[0-9a-f]{{64}}$)}/pages/{page:int:min(1)}/marks", MarksAsync);
        routes.MapGet("/documents/{sha256:regex(^[0-9a-f]{{64}}$)}/cells/{cell}.svg", CellAsync);
        routes.MapGet("/documents/{sha256:regex(^[0-9a-f]{{64}}$)}/original.pdf", Original);
    }

    private static async Task<IResult> PictureAsync(
        string sha256, int page, HttpContext context, Screening screening, IDocumentStore store, IDisclosure disclosure, IRelations relations, IPagePictures pictures, IOriginals originals)
    {
        if (await DrawAsync(sha256, Whole(page, Marks(sha256, page, context, screening.Words(context), store, disclosure, relations)), store, pictures, originals, context.RequestAborted) is not { } picture)
            return Results.NotFound();
        context.Response.Headers.ContentSecurityPolicy = PicturePolicy;
        return Results.Bytes(picture.Svg, "image/svg+xml");
    }

    /// <summary>A cell with what stands around it.</summary>
    private static async Task<IResult> CellAsync(string sha256, string cell, HttpContext context, IDocumentStore store, IPagePictures pictures, IOriginals originals)
    {
        if (store.Load(sha256) is not { } document || CellPosition.Parse(cell, document) is not { } at)
            return Results.NotFound();
        AmountCell shown = at.Of(document);
        var request = new PictureRequest { Page = shown.Page, QuarterTurns = null, Region = shown.Box, Margin = AroundCell, Marks = [new PictureMark(shown.Box, MarkStyle.Flagged)] };
        if (await DrawAsync(sha256, request, store, pictures, originals, context.RequestAborted) is not { } picture)
            return Results.NotFound();
        context.Response.Headers.ContentSecurityPolicy = PicturePolicy;
        return Results.Bytes(picture.Svg, "image/svg+xml");
    }

    /// <summary>Where the frames stand in the picture, as parts of its width and height.</summary>
    private static async Task<IResult> MarksAsync(
        string sha256, int page, HttpContext context, Screening screening, IDocumentStore store, IDisclosure disclosure, IRelations relations, IPagePictures pictures, IOriginals originals)
    {
        IReadOnlyList<PictureMark> marks = Marks(sha256, page, context, screening.Words(context), store, disclosure, relations);
        return await DrawAsync(sha256, Whole(page, marks), store, pictures, originals, context.RequestAborted) is { } picture
            ? Results.Json(marks.Select(mark => PlaceInPicture.Of(mark, picture)))
            : Results.NotFound();
    }

    /// <summary>The cells of the finding that the address names, or the cell and what it is compared with.</summary>
    private static IReadOnlyList<PictureMark> Marks(string sha256, int page, HttpContext context, ReviewWords words, IDocumentStore store, IDisclosure disclosure, IRelations relations)
    {
        IQueryCollection query = context.Request.Query;
        if (FindingId.Parse($"{sha256}/{query["finding"]}") is { } id)
            return ReviewCase.Find(store, disclosure, id) is { } found ? found.Marks(page, new CellWords(found.Extraction, words)) : [];
        return query["cell"] is [{ Length: > 0 } cell] && CheckedDocument.Find(store, disclosure, relations, sha256) is { } document && CellPosition.Parse(cell, document.Read) is { } asked
            ? document.MarksOn(page, asked)
            : [];
    }

    /// <returns>Null when the document is not stored, its file is not where the store says, or the page cannot be drawn.</returns>
    private static async Task<PagePicture?> DrawAsync(
        string sha256, PictureRequest request, IDocumentStore store, IPagePictures pictures, IOriginals originals, CancellationToken cancellation)
    {
        if (store.Find(sha256) is null)
            return null;
        try
        {
            return await pictures.DrawAsync(new PictureFile(sha256, () => Read(sha256, originals)), request, cancellation);
        }
        catch (Exception error) when (error is PdfReadException or ArgumentOutOfRangeException or FileNotFoundException)
        {
            return null;
        }
    }

    private static PictureRequest Whole(int page, IReadOnlyList<PictureMark> marks) => new() { Page = page, QuarterTurns = null, Marks = [.. marks] };

    private static ReadOnlyMemory<byte> Read(string sha256, IOriginals originals)
    {
        using Stream file = originals.Open(sha256) ?? throw new FileNotFoundException($"The file of document {sha256} is not where the store says.");
        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static IResult Original(string sha256, HttpContext context, IDocumentStore store, IOriginals originals)
    {
        if (store.Find(sha256) is not { } document || originals.Open(sha256) is not { } bytes)
            return Results.NotFound();
        context.Response.Headers.ContentSecurityPolicy = OriginalPolicy;
        // The name is the file's own: it is sent as data (RFC 6266), with everything that is not a letter of a name encoded.
        context.Response.Headers.ContentDisposition = $"inline; filename=\"{sha256[..8]}.pdf\"; filename*=UTF-8''{Uri.EscapeDataString(document.FileName)}";
        return Results.Stream(bytes, "application/pdf", enableRangeProcessing: true);
    }
}
