using Ingest.Contract.Geometry;

namespace Ingest.Pdf.Content;

/// <summary>Where a glyph lies on the page.</summary>
internal readonly record struct PlacedGlyph(Box Box, float X, float Y);

/// <summary>How the glyphs of one font, size and matrix stand on the page: size, direction, and the box each gets.</summary>
internal readonly struct GlyphFrame
{
    private readonly Matrix _toPage;

    // Steps on the page for one point across and for the letter's height; the slant of oblique
    // letters is left out, so that their boxes stand beside one another like those of upright ones.
    private readonly double _acrossX;
    private readonly double _acrossY;
    private readonly double _descentX;
    private readonly double _descentY;
    private readonly double _ascentX;
    private readonly double _ascentY;

    /// <param name="toPage">From text space to the page.</param>
    /// <param name="fontSize">In text space; may be negative.</param>
    /// <param name="horizontalScale">1 is none.</param>
    /// <param name="ascent">In thousandths of the font size, above the baseline.</param>
    /// <param name="descent">The same below it, negative.</param>
    public GlyphFrame(in Matrix toPage, double fontSize, double horizontalScale, double ascent, double descent)
    {
        _toPage = toPage;
        double length = Math.Sqrt((toPage.A * toPage.A) + (toPage.B * toPage.B));
        double height = length > 0 ? Math.Abs(toPage.Determinant) / length : 0;
        Size = (float)(Math.Abs(fontSize) * height);

        double sign = fontSize * horizontalScale < 0 ? -1 : 1;
        double unitX = length > 0 ? toPage.A / length : 1;
        double unitY = length > 0 ? toPage.B / length : 0;
        Angle = Degrees(sign * unitX, sign * unitY);
        _acrossX = toPage.A;
        _acrossY = toPage.B;

        // Upwards is where the matrix takes (0, 1), squared up against the direction of writing.
        double up = toPage.Determinant < 0 ? -1 : 1;
        double em = fontSize * height * up / 1000;
        _descentX = -unitY * em * descent;
        _descentY = unitX * em * descent;
        _ascentX = -unitY * em * ascent;
        _ascentY = unitX * em * ascent;
    }

    /// <summary>Points on the page.</summary>
    public float Size { get; }

    /// <summary>Degrees counter-clockwise, 0 to 360.</summary>
    public float Angle { get; }

    /// <param name="x">Origin in text space.</param>
    /// <param name="y">Origin in text space.</param>
    /// <param name="width">Of the glyph, in text space.</param>
    /// <param name="placed">Where it lies.</param>
    /// <returns>False when the numbers are such that the glyph is nowhere.</returns>
    public bool TryPlace(double x, double y, double width, out PlacedGlyph placed)
    {
        (double originX, double originY) = _toPage.Apply(x, y);
        double acrossX = _acrossX * width;
        double acrossY = _acrossY * width;
        var box = new Box(
            (float)(originX + Math.Min(0, acrossX) + Math.Min(_descentX, _ascentX)),
            (float)(originY + Math.Min(0, acrossY) + Math.Min(_descentY, _ascentY)),
            (float)(originX + Math.Max(0, acrossX) + Math.Max(_descentX, _ascentX)),
            (float)(originY + Math.Max(0, acrossY) + Math.Max(_descentY, _ascentY)));
        placed = new PlacedGlyph(box, (float)originX, (float)originY);
        return float.IsFinite(box.Left) && float.IsFinite(box.Bottom) && float.IsFinite(box.Right) && float.IsFinite(box.Top);
    }

    private static float Degrees(double x, double y)
    {
        // Level text, which nearly all is.
        if (y == 0)
            return x < 0 ? 180 : 0;
        double degrees = Math.Atan2(y, x) * 180 / Math.PI;
        // Hundredths are below what any page means; without rounding, level text would be 359.99999°.
        degrees = Math.Round(degrees, 2);
        return (float)(degrees < 0 ? degrees + 360 : degrees >= 360 ? 0 : degrees);
    }
}
