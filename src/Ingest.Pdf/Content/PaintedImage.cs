using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Content;

/// <summary>An image as far as it matters what it hides, or what line it draws.</summary>
/// <param name="IsStencil">It is painted in the current colour where its bits say so.</param>
/// <param name="IsOpaque">It hides all that lies below it.</param>
/// <param name="Pixels">How many it has.</param>
/// <param name="FirstPixel">Colour of the first one in small images, otherwise unknown.</param>
internal readonly record struct PaintedImage(bool IsStencil, bool IsOpaque, double Pixels, int FirstPixel)
{
    // Lines are drawn as images of one pixel or one row of them; a picture's first pixel means nothing.
    private const double MostLinePixels = 4096;

    public static PaintedImage Read(ObjectSource source, PdfStream image)
    {
        bool isStencil = source.Get(image, "ImageMask") is PdfBoolean { Value: true };
        bool isMasked = isStencil
            || source.Get(image, "SMask") is PdfStream
            || source.Get(image, "Mask") is PdfStream or PdfArray
            || source.GetNumber(image, "SMaskInData", 0) != 0;
        double pixels = source.GetNumber(image, "Width", 0) * source.GetNumber(image, "Height", 0);
        bool isLine = !isStencil && pixels is > 0 and <= MostLinePixels;
        return new PaintedImage(isStencil, !isMasked, pixels, isLine ? ReadFirstPixel(source, image) : Rgb.Unknown);
    }

    private static int ReadFirstPixel(ObjectSource source, PdfStream image)
    {
        ColorSpace space = ColorSpaceReader.Read(source, source.Get(image, "ColorSpace"));
        ReadOnlySpan<byte> samples = source.Decode(image).Span;
        if (samples.Length < space.Components || space.Components == 0 || source.GetNumber(image, "BitsPerComponent", 8) != 8)
            return Rgb.Unknown;
        Span<ContentOperand> pixel = stackalloc ContentOperand[space.Components];
        double full = space.Family == ColorFamily.Indexed ? 1 : 255;
        for (int i = 0; i < pixel.Length; i++)
            pixel[i] = new ContentOperand(OperandKind.Number, samples[i] / full, 0, 0);
        return space.ToRgb(pixel);
    }
}
