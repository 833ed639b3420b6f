using System.Globalization;
using System.Text;
using Ingest.Contract.Geometry;
using Ingest.Pdf.Content;
using Ingest.Pdf.PdfPig.Diagnosis;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Pdf.PdfPig.Pictures;

internal sealed partial class PageDrawer
{
    private static readonly NameToken _mask = NameToken.Mask;

    /// <summary>Pictures that are defined, by the stream and, for stencils, the colour.</summary>
    private readonly Dictionary<(StreamToken Stream, string Color), string?> _images = [];

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord)
    {
        StreamToken stream = xObjectContentRecord.Stream;
        if (Marked.IsHidden || IsLayerOff(stream.StreamDictionary) || !IsSeen(Ctm.Bounds(0, 0, 1, 1)))
            return;
        bool isStencil = stream.StreamDictionary.TryGet(NameToken.ImageMask, PdfScanner, out BooleanToken? stencil) && stencil.Data;
        string color = isStencil ? StencilColor() : "";
        if (!_images.TryGetValue((stream, color), out string? id))
            _images[(stream, color)] = id = DefinitionOf(stream, color);
        Place(id, isStencil);
    }

    protected override void RenderInlineImage(UglyToad.PdfPig.Content.InlineImage inlineImage)
    {
        if (Marked.IsHidden || !IsSeen(Ctm.Bounds(0, 0, 1, 1)))
            return;
        Raster? raster = inlineImage.IsImageMask ? Raster.OfStencil(ImageSamples.Of(inlineImage), StencilColor()) : Raster.Of(ImageSamples.Of(inlineImage));
        Place(raster is null ? null : Define(raster, null), inlineImage.IsImageMask);
    }

    /// <summary>A stencil is painted in one colour; where that is a pattern, it is the pattern's mean, black.</summary>
    private string StencilColor() => ColorOf(GetCurrentState().CurrentNonStrokingColor, stroking: false) is { } color && color.StartsWith('#') ? color : Black;

    private void Place(string? id, bool isStencil)
    {
        if (id is null)
        {
            Lack("image-not-drawn", $"第 {PageNumber} 页有图像采用无法解码的格式，未绘制。", $"An image of page {PageNumber} is coded in a way that cannot be decoded; it was not drawn.");
            return;
        }

        // An image's first row is its top.
        Matrix place = new Matrix(1, 0, 0, -1, 0, 1) * Ctm;
        double alpha = GetCurrentState().AlphaConstantNonStroking;
        Box painted = place.Bounds(0, 0, 1, 1);
        StringBuilder body = _sheet.Body.Under(Surrounding(painted), "");
        body.Append(CultureInfo.InvariantCulture, $"<use href=\"#{id}\" transform=\"matrix({SvgNumber.Of(place.A)} {SvgNumber.Of(place.B)} {SvgNumber.Of(place.C)} {SvgNumber.Of(place.D)} {SvgNumber.Of(place.E)} {SvgNumber.Of(place.F)})\"");
        if (alpha < 1)
            body.Append(" opacity=\"").Append(SvgNumber.Of(Math.Clamp(alpha, 0, 1))).Append('"');
        body.Append("/>");
        _sheet.Check();
    }

    /// <summary>The picture as a definition; null when it cannot be decoded.</summary>
    private string? DefinitionOf(StreamToken stream, string stencilColor)
    {
        try
        {
            if (stencilColor.Length > 0)
                return Raster.OfStencil(Samples(stream), stencilColor) is { } stencil ? Define(stencil, null) : null;
            string? mask = MaskOf(stream.StreamDictionary);
            Raster? raster = JpegImage.Of(stream, Services.Filters, PdfScanner) ?? Raster.Of(Samples(stream));
            return raster is null ? null : Define(raster, mask);
        }
        catch (Exception error) when (Damage.Is(error))
        {
            Note(error);
            return null;
        }
    }

    private string Define(Raster raster, string? mask)
    {
        var rest = new StringBuilder(" width=\"1\" height=\"1\" preserveAspectRatio=\"none\"");
        if (mask is not null)
            rest.Append(" mask=\"url(#").Append(mask).Append(")\"");
        rest.Append(" href=\"data:").Append(raster.MediaType).Append(";base64,").Append(Convert.ToBase64String(raster.Bytes)).Append("\"/>");
        return _sheet.Define("image", rest.ToString());
    }

    /// <summary>What of the image is seen (ISO 32000-1, 11.6.5.3 and 8.9.6.3), as a definition; null for all.</summary>
    private string? MaskOf(DictionaryToken image)
    {
        if (image.TryGet(NameToken.Smask, PdfScanner, out StreamToken? soft))
            return (JpegImage.Of(soft, Services.Filters, PdfScanner) ?? Raster.Of(Samples(soft))) is { } levels ? DefineMask(levels) : null;
        // Where an explicit mask has a 1, the image is not painted: as a stencil that paints white where it has 0.
        return image.TryGet(_mask, PdfScanner, out StreamToken? shape) && Raster.OfStencil(Samples(shape), "#ffffff") is { } holes ? DefineMask(holes) : null;
    }

    private string DefineMask(Raster raster) =>
        _sheet.Define("mask", $" maskUnits=\"userSpaceOnUse\" x=\"0\" y=\"0\" width=\"1\" height=\"1\"><use href=\"#{Define(raster, null)}\"/></mask>");

    /// <summary>Images name colour spaces of the resources around.</summary>
    private ImageSamples? Samples(StreamToken stream) => ImageSamples.Of(stream, Services);
}
