using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Pdf.PdfPig.Following;

/// <summary>What PdfPig gives to whoever makes pages.</summary>
internal sealed record PageServices(
    IPdfTokenScanner Scanner, IResourceStore Resources, ILookupFilterProvider Filters, IPageContentParser Parser, ParsingOptions Options);

/// <summary>
/// Hands the services out. PdfPig makes factories itself, with this very constructor, so that nothing of
/// the reader's own can be passed to them.
/// </summary>
internal sealed class PageServicesFactory(
    IPdfTokenScanner scanner, IResourceStore resources, ILookupFilterProvider filters, IPageContentParser parser, ParsingOptions options)
    : IPageFactory<PageServices>
{
    public PageServices Create(int number, DictionaryToken dictionary, PageTreeMembers pageTreeMembers, NamedDestinations namedDestinations) =>
        new(scanner, resources, filters, parser, options);
}
