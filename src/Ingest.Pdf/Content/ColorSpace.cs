namespace Ingest.Pdf.Content;

internal enum ColorFamily : byte
{
    Gray,
    Rgb,
    Cmyk,
    Lab,

    /// <summary>The separation of black, or of all inks at once.</summary>
    BlackInk,

    /// <summary>Other separations and DeviceN: none of the inks is white, any of them is some colour.</summary>
    Tint,
    Indexed,
    Pattern,
}

/// <summary>A colour space as far as telling colours apart needs it.</summary>
/// <param name="Family">Which kind.</param>
/// <param name="Components">Operands of a colour.</param>
/// <param name="Base">Of <see cref="ColorFamily.Indexed"/>: what the palette's entries mean.</param>
/// <param name="Palette">Of <see cref="ColorFamily.Indexed"/>: the base's components, one byte each.</param>
internal sealed record ColorSpace(ColorFamily Family, int Components, ColorSpace? Base = null, ReadOnlyMemory<byte> Palette = default)
{
    public static readonly ColorSpace Gray = new(ColorFamily.Gray, 1);
    public static readonly ColorSpace DeviceRgb = new(ColorFamily.Rgb, 3);
    public static readonly ColorSpace Cmyk = new(ColorFamily.Cmyk, 4);
    public static readonly ColorSpace Lab = new(ColorFamily.Lab, 3);
    public static readonly ColorSpace BlackInk = new(ColorFamily.BlackInk, 1);
    public static readonly ColorSpace Pattern = new(ColorFamily.Pattern, 0);

    /// <summary>Enough for the colours that can be looked up in a palette.</summary>
    private const int MostBaseComponents = 4;

    // Below this, a* and b* make a grey that nobody would call a colour.
    private const double GreyestLab = 4;

    /// <summary>The colour in force after the space is chosen (ISO 32000-1, 8.6.8).</summary>
    public int InitialRgb => Family switch
    {
        ColorFamily.Pattern or ColorFamily.Tint => Rgb.Unknown,
        ColorFamily.Indexed => Lookup(0),
        _ => 0,
    };

    /// <param name="operands">As many numbers as the space has components.</param>
    public int ToRgb(ReadOnlySpan<ContentOperand> operands)
    {
        if (Family == ColorFamily.Tint)
            return IsBare(operands) ? Rgb.White : Rgb.Unknown;
        Span<double> values = stackalloc double[MostBaseComponents];
        for (int i = 0; i < Math.Min(values.Length, operands.Length); i++)
            values[i] = operands[i].Number;
        return Family == ColorFamily.Indexed ? Lookup(values[0]) : ToRgb(values);
    }

    private int ToRgb(ReadOnlySpan<double> values) => Family switch
    {
        ColorFamily.Gray => Rgb.FromGray(values[0]),
        ColorFamily.Rgb => Rgb.FromRgb(values[0], values[1], values[2]),
        ColorFamily.Cmyk => Rgb.FromCmyk(values[0], values[1], values[2], values[3]),
        ColorFamily.BlackInk => Rgb.FromGray(1 - values[0]),
        ColorFamily.Lab when Math.Abs(values[1]) + Math.Abs(values[2]) < GreyestLab => Rgb.FromGray(values[0] / 100),
        _ => Rgb.Unknown,
    };

    private static bool IsBare(ReadOnlySpan<ContentOperand> tints)
    {
        foreach (ref readonly ContentOperand tint in tints)
        {
            if (tint.Number > 0)
                return false;
        }

        return true;
    }

    private int Lookup(double index)
    {
        int components = Base?.Components ?? 0;
        int entry = (int)Math.Clamp(index, 0, 255) * components;
        // Palettes in Lab have a range of their own for each component; nobody uses them for text.
        if (components is 0 or > MostBaseComponents || Base!.Family == ColorFamily.Lab || entry + components > Palette.Length)
            return Rgb.Unknown;
        Span<double> values = stackalloc double[MostBaseComponents];
        for (int i = 0; i < components; i++)
            values[i] = Palette.Span[entry + i] / 255.0;
        return Base.ToRgb(values);
    }
}
