namespace Ingest.Pdf.PdfPig.Pictures;

/// <summary>
/// DeviceCMYK on a screen. Between the sixteen full overprints of four inks, whose colours are those of coated offset paper as
/// viewers commonly show them, it is interpolated (Neugebauer); 1 - C - K would be far too bright.
/// </summary>
internal static class InkColor
{
    /// <summary>RGB of paper, and of the overprints by bits: 1 is cyan, 2 magenta, 4 yellow, 8 black.</summary>
    private static readonly (double R, double G, double B)[] _overprints =
    [
        (1, 1, 1), (0, 0.6784, 0.9373), (0.9255, 0, 0.5490), (0.1804, 0.1922, 0.5725),
        (1, 0.9490, 0), (0, 0.6510, 0.3137), (0.9294, 0.1098, 0.1412), (0.2118, 0.2119, 0.2235),
        (0.1373, 0.1216, 0.1255), (0, 0.0588, 0.1412), (0.1412, 0, 0), (0, 0, 0.0078),
        (0.1098, 0.1020, 0), (0, 0.0745, 0), (0.1333, 0, 0), (0, 0, 0),
    ];

    public static (double R, double G, double B) ToRgb(double cyan, double magenta, double yellow, double black)
    {
        ReadOnlySpan<double> inks = [Math.Clamp(cyan, 0, 1), Math.Clamp(magenta, 0, 1), Math.Clamp(yellow, 0, 1), Math.Clamp(black, 0, 1)];
        (double r, double g, double b) = (0, 0, 0);
        for (int print = 0; print < _overprints.Length; print++)
        {
            double share = 1;
            for (int ink = 0; ink < inks.Length; ink++)
                share *= (print & (1 << ink)) != 0 ? inks[ink] : 1 - inks[ink];
            (r, g, b) = (r + (share * _overprints[print].R), g + (share * _overprints[print].G), b + (share * _overprints[print].B));
        }

        return (r, g, b);
    }
}
