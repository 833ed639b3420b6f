namespace Ingest.Pdf.Reading.Content;

internal enum ColorFamily : byte
{
    Gray,
    Rgb,
    Cmyk,
    Lab,

    /// <summary>Separation and DeviceN, taken as amounts of dark ink.</summary>
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
    public static readonly ColorSpace Pattern = new(ColorFamily.Pattern, 0);

    /// <summary>Enough for the colours that can be looked up in a palette.</summary>
    private const int MostBaseComponents = 4;

    /// <summary>The colour in force after the space is chosen (ISO 32000-1, 8.6.8).</summary>
    public int InitialRgb => Family switch
    {
        ColorFamily.Pattern => Rgb.Unknown,
        ColorFamily.Indexed => Lookup(0),
        _ => 0,
    };

    /// <param name="operands">As many numbers as the space has components.</param>
    public int ToRgb(ReadOnlySpan<Operand> operands)
    {
        Span<double> values = stackalloc double[MostBaseComponents];
        for (int i = 0; i < Math.Min(values.Length, operands.Length); i++)
            values[i] = operands[i].Number;
        return Family switch
        {
            ColorFamily.Tint => Rgb.FromGray(1 - Darkest(operands)),
            ColorFamily.Indexed => Lookup(values[0]),
            _ => ToRgb(values),
        };
    }

    private int ToRgb(ReadOnlySpan<double> values) => Family switch
    {
        ColorFamily.Gray => Rgb.FromGray(values[0]),
        ColorFamily.Rgb => Rgb.FromRgb(values[0], values[1], values[2]),
        ColorFamily.Cmyk => Rgb.FromCmyk(values[0], values[1], values[2], values[3]),
        ColorFamily.Lab => Rgb.FromGray(values[0] / 100),
        ColorFamily.Tint => Rgb.FromGray(1 - values[0]),
        _ => Rgb.Unknown,
    };

    private static double Darkest(ReadOnlySpan<Operand> tints)
    {
        double darkest = 0;
        foreach (ref readonly Operand tint in tints)
            darkest = Math.Max(darkest, tint.Number);
        return darkest;
    }

    private int Lookup(double index)
    {
        int components = Base?.Components ?? 0;
        int entry = (int)Math.Clamp(index, 0, 255) * components;
        if (components == 0 || components > MostBaseComponents || entry + components > Palette.Length)
            return Rgb.Unknown;
        Span<double> values = stackalloc double[MostBaseComponents];
        for (int i = 0; i < components; i++)
            values[i] = Palette.Span[entry + i] / 255.0;
        if (Base!.Family == ColorFamily.Lab)
            values[0] *= 100;
        return Base.ToRgb(values);
    }
}
