using Ingest.Pdf.PdfPig.Following;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Pdf.PdfPig.Pictures;

/// <summary>
/// The samples of an image as they come out of its filters, with what they mean. PdfPig's own images are not made, since it
/// gives one up for a mask that it does not like.
/// </summary>
/// <param name="Space">Null for stencils and masks.</param>
/// <param name="Decode">As written; empty for the usual.</param>
/// <param name="KeyedOut">Ranges of samples that are not painted, least and most for each component; empty without.</param>
internal sealed record ImageSamples(
    int Width, int Height, int Bits, ColorSpaceDetails? Space, IReadOnlyList<double> Decode, IReadOnlyList<double> KeyedOut, ReadOnlyMemory<byte> Bytes)
{
    // A page of A3 at 600 dots an inch; in black and white, of A0.
    private const long MostPixels = 80_000_000;
    private const long MostBits = 8 * MostPixels;

    /// <summary>Null for what cannot be decoded, or is too large.</summary>
    public static ImageSamples? Of(StreamToken stream, PageServices services)
    {
        DictionaryToken dictionary = stream.StreamDictionary;
        bool isStencil = dictionary.TryGet(NameToken.ImageMask, services.Scanner, out BooleanToken? mask) && mask.Data;
        (int width, int height, int bits) = (Whole(dictionary, NameToken.Width, services), Whole(dictionary, NameToken.Height, services), isStencil ? 1 : Whole(dictionary, NameToken.BitsPerComponent, services));
        if (!IsPossible(width, height, bits) || services.Filters.GetFilters(dictionary, services.Scanner).Any(filter => !filter.IsSupported))
            return null;
        ColorSpaceDetails? space = isStencil ? null : SpaceOf(dictionary, services);
        if (space is UnsupportedColorSpaceDetails)
            return null;
        IReadOnlyList<double> keyedOut = isStencil ? [] : Numbers(dictionary, NameToken.Mask, services);
        return new ImageSamples(width, height, bits, space, Numbers(dictionary, NameToken.Decode, services), keyedOut, stream.Decode(services.Filters, services.Scanner));
    }

    /// <summary>Of an image within the content stream.</summary>
    public static ImageSamples? Of(UglyToad.PdfPig.Content.InlineImage image) =>
        IsPossible(image.WidthInSamples, image.HeightInSamples, image.BitsPerComponent) && image.TryGetBytesAsMemory(out Memory<byte> bytes)
        && (image.IsImageMask || image.ColorSpaceDetails is not (null or UnsupportedColorSpaceDetails))
            ? new ImageSamples(image.WidthInSamples, image.HeightInSamples, image.BitsPerComponent, image.IsImageMask ? null : image.ColorSpaceDetails, image.Decode, [], bytes)
            : null;

    private static bool IsPossible(int width, int height, int bits) =>
        width > 0 && height > 0 && bits is 1 or 2 or 4 or 8 or 16 && (long)width * height <= (bits == 1 ? MostBits : MostPixels);

    private static ColorSpaceDetails SpaceOf(DictionaryToken dictionary, PageServices services)
    {
        // With a CCITT filter PdfPig takes any colours for a stencil's.
        DictionaryToken plain = dictionary.Without(NameToken.Filter).Without(NameToken.F);
        if (plain.TryGet(NameToken.ColorSpace, services.Scanner, out NameToken? name))
            return services.Resources.GetColorSpaceDetails(name, plain);
        if (plain.TryGet(NameToken.ColorSpace, services.Scanner, out ArrayToken? parts) && parts.Length > 0
            && DirectObjectFinder.TryGet(parts.Data[0], services.Scanner, out NameToken? family))
            return services.Resources.GetColorSpaceDetails(family, plain.With(NameToken.ColorSpace, parts));
        return DeviceGrayColorSpaceDetails.Instance;
    }

    private static int Whole(DictionaryToken dictionary, NameToken key, PageServices services) =>
        dictionary.TryGet(key, services.Scanner, out NumericToken? number) ? (int)Math.Clamp(number.Data, 0, int.MaxValue) : 0;

    private static IReadOnlyList<double> Numbers(DictionaryToken dictionary, NameToken key, PageServices services) =>
        dictionary.TryGet(key, services.Scanner, out ArrayToken? array)
            ? [.. array.Data.Select(item => DirectObjectFinder.TryGet(item, services.Scanner, out NumericToken? number) ? number.Data : double.NaN)]
            : [];
}
