using Ingest.Contract.Geometry;
using Ingest.Pdf.Content;
using Ingest.Pdf.PdfPig.Following;
using Ingest.Pdf.Structure;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Tokens;
using Page = Ingest.Contract.Pages.Page;

namespace Ingest.Pdf.PdfPig.Painting;

/// <summary>
/// Makes pages of this program's kind where PdfPig would make its own.
/// </summary>
internal sealed class PaintingPageFactory(PageServices services, PaintingTools tools)
    : BasePageFactory<Page>(services.Scanner, services.Resources, services.Filters, services.Parser, services.Options), IPageFactory<Page>
{
    private PageFrame _frame;

    public new Page Create(int number, DictionaryToken dictionary, PageTreeMembers pageTreeMembers, NamedDestinations namedDestinations)
    {
        // What PdfPig makes of a reference that leads nowhere.
        if (dictionary.Data.Count == 0)
            return UnreadPage.Missing(number);
        _frame = InheritedEntries.FrameOf(dictionary, pageTreeMembers, PdfScanner);
        return base.Create(number, OrderlyPage.Of(dictionary, _frame), OrderlyPage.WithResources(pageTreeMembers), namedDestinations);
    }

    protected override Page ProcessPage(
        int pageNumber, DictionaryToken dictionary, NamedDestinations namedDestinations, MediaBox mediaBox, CropBox cropBox,
        UserSpaceUnit userSpaceUnit, PageRotationDegrees rotation, TransformationMatrix initialMatrix, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        // Neither turned nor cropped, as IPdfDocument has pages.
        (Box media, Box crop, int turn, float unit) = _frame;
        var toPage = new Matrix(unit, 0, 0, unit, -media.Left * unit, -media.Bottom * unit);
        var diagnostics = new PageDiagnostics(pageNumber);
        tools.Finisher.Begin(toPage.Bounds(crop.Left, crop.Bottom, crop.Right, crop.Top));
        var painter = new PagePainter(pageNumber, services, tools, dictionary, toPage, cropBox, userSpaceUnit, rotation);
        diagnostics.Guard(() => painter.Paint(operations));
        var sheet = new PaintedSheet(pageNumber, media.Width * unit, media.Height * unit, turn);
        Page page = tools.Finisher.Finish(sheet, diagnostics, isIncomplete: false, painter.WasTooDeep);
        return painter.Complaint(pageNumber) is { } complaint ? page with { Diagnostics = page.Diagnostics.Add(complaint) } : page;
    }
}
