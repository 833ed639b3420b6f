using Ingest.Contract.Pages;
using Ingest.Pdf.Content;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Pdf.PdfPig.Painting;

/// <summary>Makes pages of this program's kind where PdfPig would make its own.</summary>
internal sealed class PaintingPageFactory(PageServices services, PaintingTools tools)
    : BasePageFactory<Page>(services.Scanner, services.Resources, services.Filters, services.Parser, services.Options)
{
    protected override Page ProcessPage(
        int pageNumber, DictionaryToken dictionary, NamedDestinations namedDestinations, MediaBox mediaBox, CropBox cropBox,
        UserSpaceUnit userSpaceUnit, PageRotationDegrees rotation, TransformationMatrix initialMatrix, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        // What PdfPig makes of a reference that leads nowhere.
        if (dictionary.Data.Count == 0)
            return UnreadPage.Missing(pageNumber);

        // PdfPig has turned and moved the boxes as viewers do, and takes UserUnit for a whole number; pages here are neither turned nor moved.
        TransformationMatrix back = initialMatrix.Inverse();
        PdfRectangle media = Upright(back.Transform(mediaBox.Bounds));
        PdfRectangle crop = Upright(back.Transform(cropBox.Bounds)).Intersect(media) ?? media;
        double unit = UserUnit(dictionary);
        var toPage = new Matrix(unit, 0, 0, unit, -media.Left * unit, -media.Bottom * unit);

        var diagnostics = new PageDiagnostics(pageNumber);
        tools.Finisher.Begin(toPage.Bounds(crop.Left, crop.Bottom, crop.Right, crop.Top));
        var painter = new PagePainter(pageNumber, services, tools, dictionary, toPage, cropBox, userSpaceUnit, rotation);
        diagnostics.Guard(() => painter.Paint(operations));
        var sheet = new PaintedSheet(pageNumber, (float)(media.Width * unit), (float)(media.Height * unit), rotation.Value);
        Page page = tools.Finisher.Finish(sheet, diagnostics, isIncomplete: false, painter.WasTooDeep);
        return painter.Complaint(pageNumber) is { } complaint ? page with { Diagnostics = page.Diagnostics.Add(complaint) } : page;
    }

    private double UserUnit(DictionaryToken dictionary) =>
        dictionary.TryGet(NameToken.UserUnit, PdfScanner, out NumericToken? unit) && unit.Data > 0 ? unit.Data : 1;

    private static PdfRectangle Upright(PdfRectangle turned) => new(turned.Normalise().BottomLeft, turned.Normalise().TopRight);
}
