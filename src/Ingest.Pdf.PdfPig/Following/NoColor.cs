using UglyToad.PdfPig.Graphics.Colors;

namespace Ingest.Pdf.PdfPig.Following;

/// <summary>Stands in the graphics state for a colour that PdfPig could not set.</summary>
internal sealed class NoColor : IColor
{
    public static readonly NoColor Instance = new();

    private NoColor()
    {
    }

    public ColorSpace ColorSpace => ColorSpace.DeviceGray;

    public (double r, double g, double b) ToRGBValues() => throw new NotSupportedException("The colour is not known.");
}
