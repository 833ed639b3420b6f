using Ingest.Contract.Geometry;
using Ingest.Contract.Pictures;
using Ingest.Contract.Text;
using Ingest.Pdf.Content;
using Ingest.Pdf.Limits;
using Ingest.Pdf.PdfPig.Following;
using Ingest.Pdf.Structure;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Pdf.PdfPig.Pictures;

/// <summary>A page to draw.</summary>
/// <param name="Turns">Quarter turns, clockwise, beyond those of the page.</param>
/// <param name="Covered">What must not be seen, in the unrotated space of pages.</param>
internal sealed record DrawingOrder(PictureRequest Request, int Turns, IReadOnlyList<Box> Covered, string Prefix);

/// <summary>Makes drawings where PdfPig would make pages of its own. What is drawn is set before each page is asked for.</summary>
internal sealed class DrawingPageFactory(PageServices services, ReadingBudget budget, Layers layers, FontFaces fonts)
    : BasePageFactory<DrawnPage>(services.Scanner, services.Resources, services.Filters, services.Parser, services.Options), IPageFactory<DrawnPage>
{
    private PageFrame _page;

    public DrawingOrder? Order { get; set; }

    public new DrawnPage Create(int number, DictionaryToken dictionary, PageTreeMembers pageTreeMembers, NamedDestinations namedDestinations)
    {
        _page = InheritedEntries.FrameOf(dictionary, pageTreeMembers, PdfScanner);
        return base.Create(number, OrderlyPage.Of(dictionary, _page), OrderlyPage.WithResources(pageTreeMembers), namedDestinations);
    }

    protected override DrawnPage ProcessPage(
        int pageNumber, DictionaryToken dictionary, NamedDestinations namedDestinations, MediaBox mediaBox, CropBox cropBox,
        UserSpaceUnit userSpaceUnit, PageRotationDegrees rotation, TransformationMatrix initialMatrix, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        DrawingOrder order = Order ?? throw new InvalidOperationException("Nothing is to be drawn.");
        PictureFrame frame = PictureFrame.Of(_page, order.Request, order.Turns + (_page.Rotate / 90));
        Matrix toPicture = frame.ToPicture;
        var view = new Box(0, 0, frame.Cut.Width * (float)SvgNumber.PerPoint, frame.Cut.Height * (float)SvgNumber.PerPoint);
        Box[] covered = [.. order.Covered.Select(box => toPicture.Bounds(box.Left, box.Bottom, box.Right, box.Top))];
        var drawing = new DrawingFrame(PictureFrame.PointsOf(_page) * toPicture, view, covered, order.Prefix);
        var drawer = new PageDrawer(pageNumber, services, budget, layers, fonts, dictionary, drawing, cropBox, userSpaceUnit, rotation);
        var diagnostics = new List<Diagnostic>();
        try
        {
            drawer.Paint(operations);
        }
        catch (ReadingLimitException limit)
        {
            diagnostics.Add(limit.ToDiagnostic(pageNumber));
        }

        diagnostics.AddRange(drawer.NotDrawn);
        if (drawer.Complaint(pageNumber) is { } complaint)
            diagnostics.Add(complaint);
        return new DrawnPage(drawer.Svg, frame, [.. diagnostics]);
    }
}
