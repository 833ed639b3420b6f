namespace Ingest.Pdf.Fonts;

/// <summary>
/// A font as text needs it: codes to Unicode and advance. Made once per font dictionary and shared by
/// all pages of a file; what is costly is done on first use.
/// </summary>
internal abstract class Font
{
    /// <summary>Vertical writing mode (ISO 32000-1, 9.7.4.3).</summary>
    public virtual bool IsVertical => false;

    /// <summary>Top of the letter box in thousandths of the font size, above the baseline.</summary>
    public virtual float Ascent => 880;

    /// <summary>Bottom of the letter box in thousandths of the font size; negative below the baseline.</summary>
    public virtual float Descent => -120;

    /// <summary>
    /// Glyph space to text space: 0.001 for all but Type3 fonts, which bring their own matrix.
    /// </summary>
    public virtual System.Numerics.Matrix3x2 GlyphMatrix => System.Numerics.Matrix3x2.CreateScale(0.001f);

    /// <summary>
    /// Reads the next character code. Always advances by at least one byte while any is left.
    /// </summary>
    /// <returns>The number of bytes the code took.</returns>
    public abstract int ReadCode(ReadOnlySpan<byte> text, out int code);

    /// <summary>What the code stands for. The same instance for the same code; never allocates twice.</summary>
    public abstract FontGlyph GetGlyph(int code);
}

/// <summary>
/// One character code of a font.
/// </summary>
/// <param name="Text">Unicode, or U+FFFD when the file does not say; empty only for codes that print nothing.</param>
/// <param name="Advance">Displacement in glyph units (thousandths): horizontal, or vertical (usually −1000) in vertical mode.</param>
/// <param name="OriginX">Vertical mode: position vector from the horizontal to the vertical origin, glyph units.</param>
/// <param name="OriginY">Vertical mode: see <paramref name="OriginX"/>.</param>
/// <param name="Width">Horizontal width in glyph units, in either mode.</param>
/// <param name="IsSpace">True for the single-byte code 32, to which word spacing applies.</param>
internal sealed record FontGlyph(string Text, float Advance, float OriginX, float OriginY, float Width, bool IsSpace);
