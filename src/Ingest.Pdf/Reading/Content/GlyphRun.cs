using Ingest.Pdf.Reading.Fonts;

namespace Ingest.Pdf.Reading.Content;

/// <summary>Where a glyph lies on the page.</summary>
internal readonly record struct PlacedGlyph(Box Box, float X, float Y);

/// <summary>
/// The glyphs of one shown string: what they have in common is worked out once, and only the origin
/// moves from glyph to glyph.
/// </summary>
internal ref struct GlyphRun
{
    private readonly Matrix _toPage;
    private readonly double _glyphScale;
    private readonly double _fontSize;
    private readonly double _horizontalScale;
    private readonly double _characterSpacing;
    private readonly double _wordSpacing;
    private readonly double _rise;

    // Steps on the page for one point across and for the letter's height; the slant of oblique
    // letters is left out, so that their boxes stand beside one another like those of upright ones.
    private readonly double _acrossX;
    private readonly double _acrossY;
    private readonly double _descentX;
    private readonly double _descentY;
    private readonly double _ascentX;
    private readonly double _ascentY;

    public GlyphRun(in Matrix toPage, Font font, in GraphicsState state)
    {
        _toPage = toPage;
        _glyphScale = font.GlyphMatrix.M11;
        _fontSize = state.FontSize;
        _horizontalScale = state.HorizontalScale;
        _characterSpacing = state.CharacterSpacing;
        _wordSpacing = state.WordSpacing;
        _rise = state.Rise;
        IsVertical = font.IsVertical;

        double length = Math.Sqrt((toPage.A * toPage.A) + (toPage.B * toPage.B));
        double height = length > 0 ? Math.Abs(toPage.Determinant) / length : 0;
        Size = (float)(Math.Abs(_fontSize) * height);

        double sign = _fontSize * _horizontalScale < 0 ? -1 : 1;
        double unitX = length > 0 ? toPage.A / length : 1;
        double unitY = length > 0 ? toPage.B / length : 0;
        Angle = Degrees(sign * unitX, sign * unitY);
        _acrossX = toPage.A;
        _acrossY = toPage.B;

        // Upwards is where the matrix takes (0, 1), squared up against the direction of writing.
        double up = toPage.Determinant < 0 ? -1 : 1;
        double em = _fontSize * height * up / 1000;
        _descentX = -unitY * em * font.Descent;
        _descentY = unitX * em * font.Descent;
        _ascentX = -unitY * em * font.Ascent;
        _ascentY = unitX * em * font.Ascent;
    }

    public bool IsVertical { get; }

    /// <summary>Points on the page.</summary>
    public float Size { get; }

    /// <summary>Degrees counter-clockwise, 0 to 360.</summary>
    public float Angle { get; }

    /// <summary>How far the string has moved the text position, in text space.</summary>
    public double MovedX { get; private set; }

    public double MovedY { get; private set; }

    /// <summary>False when the numbers are such that the glyph is nowhere.</summary>
    public readonly bool TryPlace(Glyph glyph, out PlacedGlyph placed)
    {
        double x = MovedX;
        double y = MovedY + _rise;
        if (IsVertical)
        {
            x -= glyph.OriginX * _glyphScale * _fontSize * _horizontalScale;
            y -= glyph.OriginY * _glyphScale * _fontSize;
        }

        (double originX, double originY) = _toPage.Apply(x, y);
        double width = glyph.Width * _glyphScale * _fontSize * _horizontalScale;
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

    public void Advance(Glyph glyph)
    {
        double advance = glyph.Advance * _glyphScale * _fontSize + _characterSpacing + (glyph.IsSpace ? _wordSpacing : 0);
        if (IsVertical)
            MovedY += advance;
        else
            MovedX += advance * _horizontalScale;
    }

    private static float Degrees(double x, double y)
    {
        double degrees = Math.Atan2(y, x) * 180 / Math.PI;
        // Hundredths are below what any page means; without rounding, level text would be 359.99999°.
        degrees = Math.Round(degrees, 2);
        return (float)(degrees < 0 ? degrees + 360 : degrees >= 360 ? 0 : degrees);
    }
}
