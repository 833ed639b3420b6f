using Ingest.Contract.Geometry;
using Ingest.Ocr.Imaging;

namespace Ingest.Ocr.Recognition;

/// <summary>A sheet turned so that its text runs level from left to right, and the way back to the page.</summary>
/// <param name="Image">Upright and level.</param>
/// <param name="Sheet">Before it was turned.</param>
/// <param name="Quarters">Counter-clockwise quarter turns that made it upright.</param>
/// <param name="Skew">Degrees counter-clockwise by which its text ran before it was levelled.</param>
internal sealed record LevelSheet(GrayImage Image, ScannedSheet Sheet, int Quarters, double Skew)
{
    /// <summary>Pixels per point.</summary>
    public double Density => (Sheet.Across + Sheet.Down) / 2;

    /// <summary>Direction of its text on the page, degrees counter-clockwise.</summary>
    public float Angle => (4 - Quarters) % 4 * 90;

    /// <summary>A place in the upright image, in the page's space as if it lay level.</summary>
    public (float X, float Y) ToPage(double u, double v)
    {
        (int width, int height) = (Sheet.Image.Width, Sheet.Image.Height);
        (double x, double y) = Quarters switch
        {
            1 => (width - v, u),
            2 => (width - u, height - v),
            3 => (v, height - u),
            _ => (u, v),
        };
        return ((float)(Sheet.Box.Left + (x / Sheet.Across)), (float)(Sheet.Box.Top - (y / Sheet.Down)));
    }

    public Box ToPage(double left, double top, double right, double bottom)
    {
        (float x1, float y1) = ToPage(left, top);
        (float x2, float y2) = ToPage(right, bottom);
        return new Box(Math.Min(x1, x2), Math.Min(y1, y2), Math.Max(x1, x2), Math.Max(y1, y2));
    }
}
