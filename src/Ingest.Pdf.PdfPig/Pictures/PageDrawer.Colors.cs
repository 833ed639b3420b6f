using System.Globalization;
using Ingest.Pdf.PdfPig.Following;
using UglyToad.PdfPig.Graphics.Colors;

namespace Ingest.Pdf.PdfPig.Pictures;

internal sealed partial class PageDrawer
{
    private const string Black = "#000";

    /// <summary>The colour as SVG has it, or a pattern's; null for what cannot be painted.</summary>
    private string? ColorOf(IColor? color, bool stroking) => color switch
    {
        null => Black,
        NoColor => null,
        PatternColor pattern => PatternOf(pattern, stroking),
        _ => Hex(color),
    };

    private static string? Hex(IColor color)
    {
        try
        {
            (double red, double green, double blue) = color is CMYKColor ink ? InkColor.ToRgb(ink.C, ink.M, ink.Y, ink.K) : color.ToRGBValues();
            return Hex(red, green, blue);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or NotSupportedException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static string Hex(double red, double green, double blue)
    {
        int rgb = (Byte(red) << 16) | (Byte(green) << 8) | Byte(blue);
        return rgb == 0 ? Black : string.Create(CultureInfo.InvariantCulture, $"#{rgb:x6}");
    }

    private static int Byte(double value) => double.IsNaN(value) ? 0 : (int)Math.Round(Math.Clamp(value, 0, 1) * 255);
}
