namespace Ingest.Pdf.Content;

/// <summary>Colours as 0xRRGGBB, good enough to tell what shows on what; not colour management.</summary>
internal static class Rgb
{
    /// <summary>A colour that is not known (patterns, images); equal to none, not even to itself.</summary>
    public const int Unknown = -1;

    public const int White = 0xFFFFFF;

    // Ten steps of 255 in each channel cannot be told apart on paper or on most screens.
    private const int LeastContrast = 10;

    public static int FromGray(double gray)
    {
        int level = Level(gray);
        return level << 16 | level << 8 | level;
    }

    public static int FromRgb(double red, double green, double blue) =>
        Level(red) << 16 | Level(green) << 8 | Level(blue);

    public static int FromCmyk(double cyan, double magenta, double yellow, double black) =>
        FromRgb((1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black));

    public static bool LookAlike(int one, int other) =>
        one >= 0 && other >= 0
        && Math.Abs((one >> 16) - (other >> 16)) <= LeastContrast
        && Math.Abs((one >> 8 & 0xFF) - (other >> 8 & 0xFF)) <= LeastContrast
        && Math.Abs((one & 0xFF) - (other & 0xFF)) <= LeastContrast;

    /// <summary>What a colour painted with this opacity looks like on white paper.</summary>
    public static int OnWhite(int rgb, double alpha)
    {
        if (rgb < 0 || alpha >= 1)
            return rgb;
        return FromRgb(Blend(rgb >> 16), Blend(rgb >> 8 & 0xFF), Blend(rgb & 0xFF));

        double Blend(int channel) => 1 - (alpha * (255 - channel) / 255);
    }

    private static int Level(double value) => (int)Math.Round(Math.Clamp(value, 0, 1) * 255);
}
