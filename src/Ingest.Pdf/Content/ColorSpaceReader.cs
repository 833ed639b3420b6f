using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Content;

/// <summary>Makes colour spaces of what files say (ISO 32000-1, 8.6).</summary>
internal static class ColorSpaceReader
{
    // A palette's base and a pattern's underlying space are the only ones inside another; more is a cycle.
    private const int MostNested = 4;

    // DeviceN allows 32 colorants.
    private const int MostComponents = 32;

    /// <summary>The space, or grey when it cannot be understood.</summary>
    public static ColorSpace Read(ObjectSource source, PdfObject? written, int nested = 0)
    {
        PdfObject value = source.Resolve(written);
        if (value is PdfName name)
            return FromName(name.Value) ?? ColorSpace.Gray;
        if (value is not PdfArray { Count: > 0 } array || nested > MostNested)
            return ColorSpace.Gray;
        string family = (source.Resolve(array[0]) as PdfName)?.Value ?? "";
        return family switch
        {
            "ICCBased" => FromProfile(source, At(source, array, 1), nested),
            "Indexed" or "I" => Indexed(source, array, nested),
            "Separation" => Colorant(source, array),
            "DeviceN" => Colorants(source, array),
            _ => FromName(family) ?? ColorSpace.Gray,
        };
    }

    /// <summary>A space that needs nothing but its name, abbreviations of inline images included.</summary>
    public static ColorSpace? FromName(string name) => name switch
    {
        "DeviceGray" or "CalGray" or "G" => ColorSpace.Gray,
        "DeviceRGB" or "CalRGB" or "RGB" => ColorSpace.DeviceRgb,
        "DeviceCMYK" or "CMYK" => ColorSpace.Cmyk,
        "Lab" => ColorSpace.Lab,
        "Pattern" => ColorSpace.Pattern,
        _ => null,
    };

    private static PdfObject At(ObjectSource source, PdfArray array, int index) =>
        index < array.Count ? source.Resolve(array[index]) : PdfNull.Value;

    private static ColorSpace FromProfile(ObjectSource source, PdfObject profile, int nested)
    {
        if (profile is not PdfDictionary dictionary)
            return ColorSpace.Gray;
        return source.GetNumber(dictionary, "N", 0) switch
        {
            1 => ColorSpace.Gray,
            3 => ColorSpace.DeviceRgb,
            4 => ColorSpace.Cmyk,
            _ => Read(source, source.Get(dictionary, "Alternate"), nested + 1),
        };
    }

    private static ColorSpace Colorant(ObjectSource source, PdfArray array) =>
        At(source, array, 1) is PdfName { Value: "Black" or "All" } ? ColorSpace.BlackInk : new ColorSpace(ColorFamily.Tint, 1);

    private static ColorSpace Colorants(ObjectSource source, PdfArray array) =>
        new(ColorFamily.Tint, At(source, array, 1) is PdfArray names ? Math.Clamp(names.Count, 1, MostComponents) : 1);

    private static ColorSpace Indexed(ObjectSource source, PdfArray array, int nested)
    {
        ColorSpace under = Read(source, At(source, array, 1), nested + 1);
        ReadOnlyMemory<byte> palette = At(source, array, 3) switch
        {
            PdfString text => text.Bytes,
            PdfStream stream => source.Decode(stream),
            _ => default,
        };
        // A copy of what can be looked up: the stream may be of any size.
        int length = Math.Min(palette.Length, 256 * under.Components);
        return new ColorSpace(ColorFamily.Indexed, 1, under, palette[..length].ToArray());
    }
}
