using Ingest.Pdf.PdfPig.Following;
using Ingest.Pdf.Structure;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;
using PageSize = Ingest.Contract.Pictures.PageSize;

namespace Ingest.Pdf.PdfPig.Pictures;

/// <summary>Tells how large pages are, without drawing them. PdfPig makes it itself, with this very constructor.</summary>
internal sealed class PageSizeFactory(
    IPdfTokenScanner scanner, IResourceStore resources, ILookupFilterProvider filters, IPageContentParser parser, ParsingOptions options)
    : IPageFactory<PageSize>
{
    public PageSize Create(int number, DictionaryToken dictionary, PageTreeMembers pageTreeMembers, NamedDestinations namedDestinations)
    {
        _ = (resources, filters, parser, options);
        PageFrame page = InheritedEntries.FrameOf(dictionary, pageTreeMembers, scanner);
        (float width, float height) = (page.CropBox.Width * page.UserUnit, page.CropBox.Height * page.UserUnit);
        return page.Rotate % 180 == 0 ? new PageSize(width, height, page.Rotate) : new PageSize(height, width, page.Rotate);
    }
}
