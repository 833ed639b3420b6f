using Ingest.Pdf.Content;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Graphics.Operations;

namespace Ingest.Pdf.PdfPig.Following;

/// <summary>PdfPig's colours as 0xRRGGBB.</summary>
internal sealed class PigColors
{
    private IColor? _last;
    private int _rgb;

    /// <summary>Black when none has been set; unknown for patterns and for what PdfPig cannot convert.</summary>
    public int Of(IColor? color)
    {
        if (color is null)
            return 0;
        if (!ReferenceEquals(color, _last))
            (_last, _rgb) = (color, Convert(color));
        return _rgb;
    }

    /// <summary>A colour that could not be set is not the one before.</summary>
    public static void ForgetAfter(IGraphicsStateOperation failed, CurrentGraphicsState state)
    {
        if (failed is SetNonStrokeColor or SetNonStrokeColorAdvanced or SetNonStrokeColorSpace)
            state.CurrentNonStrokingColor = NoColor.Instance;
        else if (failed is SetStrokeColor or SetStrokeColorAdvanced or SetStrokeColorSpace)
            state.CurrentStrokingColor = NoColor.Instance;
    }

    private static int Convert(IColor color)
    {
        if (color is PatternColor or NoColor)
            return Rgb.Unknown;
        try
        {
            (double red, double green, double blue) = color.ToRGBValues();
            return Rgb.FromRgb(red, green, blue);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or NotSupportedException or IndexOutOfRangeException)
        {
            return Rgb.Unknown;
        }
    }
}
