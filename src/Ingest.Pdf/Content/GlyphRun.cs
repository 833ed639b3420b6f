using Ingest.Pdf.Fonts;

namespace Ingest.Pdf.Content;

/// <summary>
/// The glyphs of one shown string: what they have in common is worked out once, and only the origin
/// moves from glyph to glyph.
/// </summary>
internal ref struct GlyphRun
{
    private readonly GlyphFrame _frame;
    private readonly double _glyphScale;
    private readonly double _fontSize;
    private readonly double _horizontalScale;
    private readonly double _characterSpacing;
    private readonly double _wordSpacing;
    private readonly double _rise;

    public GlyphRun(in Matrix toPage, Font font, in GraphicsState state)
    {
        _frame = new GlyphFrame(toPage, state.FontSize, state.HorizontalScale, font.Ascent, font.Descent);
        _glyphScale = font.GlyphMatrix.M11;
        _fontSize = state.FontSize;
        _horizontalScale = state.HorizontalScale;
        _characterSpacing = state.CharacterSpacing;
        _wordSpacing = state.WordSpacing;
        _rise = state.Rise;
        IsVertical = font.IsVertical;
    }

    public bool IsVertical { get; }

    /// <summary>Points on the page.</summary>
    public readonly float Size => _frame.Size;

    /// <summary>Degrees counter-clockwise, 0 to 360.</summary>
    public readonly float Angle => _frame.Angle;

    /// <summary>How far the string has moved the text position, in text space.</summary>
    public double MovedX { get; private set; }

    public double MovedY { get; private set; }

    /// <summary>False when the numbers are such that the glyph is nowhere.</summary>
    public readonly bool TryPlace(FontGlyph glyph, out PlacedGlyph placed)
    {
        double x = MovedX;
        double y = MovedY + _rise;
        if (IsVertical)
        {
            x -= glyph.OriginX * _glyphScale * _fontSize * _horizontalScale;
            y -= glyph.OriginY * _glyphScale * _fontSize;
        }

        return _frame.TryPlace(x, y, glyph.Width * _glyphScale * _fontSize * _horizontalScale, out placed);
    }

    public void Advance(FontGlyph glyph)
    {
        double advance = glyph.Advance * _glyphScale * _fontSize + _characterSpacing + (glyph.IsSpace ? _wordSpacing : 0);
        if (IsVertical)
            MovedY += advance;
        else
            MovedX += advance * _horizontalScale;
    }
}
