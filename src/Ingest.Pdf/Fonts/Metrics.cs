namespace Ingest.Pdf.Fonts;

/// <summary>Numbers from files, kept within what geometry can bear.</summary>
internal static class Metrics
{
    // A thousand ems; real widths stay below ten, even in Type 3 fonts with fine grids.
    private const double Widest = 1_000_000;

    public static float Width(double value) => (float)Math.Clamp(value, -Widest, Widest);
}
