using Ingest.Contract.Geometry;
using Ingest.Pdf.Content;
using Ingest.Pdf.PdfPig.Following;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Tokens;
using UglyToad.PdfPig.XObjects;

namespace Ingest.Pdf.PdfPig.Painting;

internal sealed partial class PagePainter
{
    // Lines are drawn as images of one pixel or one row of them; a picture's first pixel means nothing.
    private const double MostLinePixels = 4096;

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord)
    {
        DictionaryToken dictionary = xObjectContentRecord.Stream.StreamDictionary;
        if (Marked.IsHidden || IsLayerOff(dictionary))
            return;
        bool isStencil = dictionary.TryGet(NameToken.ImageMask, PdfScanner, out BooleanToken? stencil) && stencil.Data;
        bool isMasked = isStencil || dictionary.ContainsKey(NameToken.Smask) || dictionary.ContainsKey(NameToken.Mask);
        double pixels = Number(dictionary, NameToken.Width) * Number(dictionary, NameToken.Height);
        PaintImage(new PaintedImage(isStencil, !isMasked, pixels, Rgb.Unknown), () =>
            XObjectFactory.ReadImage(xObjectContentRecord, PdfScanner, Services.Filters, ResourceStore));
    }

    protected override void RenderInlineImage(UglyToad.PdfPig.Content.InlineImage inlineImage)
    {
        if (!Marked.IsHidden)
            PaintImage(
                new PaintedImage(inlineImage.IsImageMask, !inlineImage.IsImageMask, (double)inlineImage.WidthInSamples * inlineImage.HeightInSamples, Rgb.Unknown),
                () => inlineImage);
    }

    private void PaintImage(PaintedImage image, Func<IPdfImage> open)
    {
        GraphicsState state = State();
        Box box = state.Ctm.Bounds(0, 0, 1, 1);
        if (!float.IsFinite(box.Width) || !float.IsFinite(box.Height))
            return;
        bool upright = state.Ctm.KeepsAxes;
        if (upright && (image.IsStencil ? image.Pixels == 1 : Math.Min(box.Width, box.Height) <= Canvas.ThickestLine))
        {
            bool isLine = !image.IsStencil && image.Pixels is > 0 and <= MostLinePixels;
            int rgb = image.IsStencil ? state.Fill.Rgb : isLine ? FirstPixel(open()) : Rgb.Unknown;
            _tools.Shapes.FillRectangle(box, rgb, state);
            return;
        }

        Box seen = _tools.Canvas.Visible.Intersect(state.Clip).Intersect(box);
        if (seen.Width <= 0 || seen.Height <= 0)
            return;
        _tools.Canvas.Images.Add(seen);
        bool covers = upright && image.IsOpaque && state.Hides(state.Fill);
        _tools.Canvas.AddArea(new PaintedArea(seen, Rgb.Unknown, AreaKind.Picture, covers));
    }

    private static int FirstPixel(IPdfImage image)
    {
        if (image.ColorSpaceDetails is not { } space || image.BitsPerComponent != 8 || !image.TryGetBytesAsMemory(out Memory<byte> samples)
            || samples.Length < space.NumberOfColorComponents)
            return Rgb.Unknown;
        double full = space is IndexedColorSpaceDetails ? 1 : 255;
        var pixel = new double[space.NumberOfColorComponents];
        for (int i = 0; i < pixel.Length; i++)
            pixel[i] = samples.Span[i] / full;
        return new PigColors().Of(space.GetColor(pixel));
    }
}
