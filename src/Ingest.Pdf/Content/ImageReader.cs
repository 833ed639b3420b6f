using System.Collections.Immutable;
using Ingest.Contract.Pages;
using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Content;

/// <summary>Tells what an image XObject holds, its packed samples with it.</summary>
internal static class ImageReader
{
    // Larger than any scanner's sheet, small enough to multiply.
    private const int MostPixelsAcross = 1 << 17;

    /// <summary>Null for an image of no size or without bytes.</summary>
    public static PageImage? Read(ObjectSource source, in DrawnImage drawn)
    {
        PdfStream stream = drawn.Stream;
        int width = Size(source, stream, "Width"), height = Size(source, stream, "Height");
        if (width == 0 || height == 0)
            return null;
        PackedPicture packed = source.Unwrap(stream);
        if (packed.Bytes.IsEmpty)
            return null;
        bool isStencil = source.Get(stream, "ImageMask") is PdfBoolean { Value: true };
        ColorSpace space = ColorSpaceReader.Read(source, source.Get(stream, "ColorSpace"));
        Matrix placement = drawn.Placement;
        return new PageImage
        {
            Placement = new ImagePlacement(placement.A, placement.B, placement.C, placement.D, placement.E, placement.F),
            Width = width,
            Height = height,
            BitsPerSample = isStencil ? 1 : (int)Math.Clamp(source.GetNumber(stream, "BitsPerComponent", packed.Filter is "JBIG2Decode" or "CCITTFaxDecode" or "CCF" ? 1 : 8), 1, 16),
            Colors = isStencil ? ImageColors.Stencil : Colors(space),
            Palette = space.Family == ColorFamily.Indexed ? Palette(space) : [],
            IsInverted = IsInverted(source, stream, space),
            Packing = Packing(packed.Filter),
            Fax = Fax(source, packed.Parameters, width, height),
            Bytes = packed.Bytes,
        };
    }

    private static int Size(ObjectSource source, PdfStream image, string key) => (int)Math.Clamp(source.GetNumber(image, key, 0), 0, MostPixelsAcross);

    private static ImageColors Colors(ColorSpace space) => space.Family switch
    {
        ColorFamily.Gray => ImageColors.Gray,
        ColorFamily.Rgb => ImageColors.Rgb,
        ColorFamily.Cmyk => ImageColors.Cmyk,
        ColorFamily.Indexed => ImageColors.Indexed,
        _ => ImageColors.Other,
    };

    private static ImmutableArray<byte> Palette(ColorSpace space)
    {
        int entries = space.Base is { Components: > 0 } under ? space.Palette.Length / under.Components : 0;
        var palette = ImmutableArray.CreateBuilder<byte>(entries * 3);
        Span<ContentOperand> index = stackalloc ContentOperand[1];
        for (int i = 0; i < entries; i++)
        {
            index[0] = new ContentOperand(OperandKind.Number, i, 0, 0);
            int rgb = Math.Max(space.ToRgb(index), 0);
            palette.AddRange((byte)(rgb >> 16), (byte)(rgb >> 8 & 0xFF), (byte)(rgb & 0xFF));
        }

        return palette.DrainToImmutable();
    }

    private static bool IsInverted(ObjectSource source, PdfStream image, ColorSpace space)
    {
        bool decoded = source.GetArray(image, "Decode") is { Count: >= 2 } range
            && source.Resolve(range[0]) is PdfNumber low && source.Resolve(range[1]) is PdfNumber high && low.Value > high.Value;
        return space.Family == ColorFamily.BlackInk ? !decoded : decoded;
    }

    private static ImagePacking Packing(string? filter) => filter switch
    {
        "DCTDecode" or "DCT" => ImagePacking.Jpeg,
        "CCITTFaxDecode" or "CCF" => ImagePacking.Fax,
        "JPXDecode" => ImagePacking.Jpeg2000,
        "JBIG2Decode" => ImagePacking.Jbig2,
        _ => ImagePacking.None,
    };

    private static FaxParameters Fax(ObjectSource source, PdfDictionary parameters, int width, int height) => new(
        (int)Math.Clamp(source.GetNumber(parameters, "K", 0), -1, 1),
        (int)Math.Clamp(source.GetNumber(parameters, "Columns", parameters.Entries.Count == 0 ? width : 1728), 1, MostPixelsAcross),
        (int)Math.Clamp(source.GetNumber(parameters, "Rows", height), 0, MostPixelsAcross),
        source.Get(parameters, "BlackIs1") is PdfBoolean { Value: true },
        source.Get(parameters, "EncodedByteAlign") is PdfBoolean { Value: true });
}
