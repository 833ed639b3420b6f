using Ingest.Contract.Geometry;

namespace Ingest.Tables.Letters;

/// <summary>What a letter is, as far as spacing and keeping numbers together depend on it.</summary>
internal enum GlyphClass : byte
{
    /// <summary>White space: never shown, but evidence for a gap between Latin words.</summary>
    Space,

    Digit,

    /// <summary>Stands inside or around a number: point, separator, sign, percent, bracket.</summary>
    NumberMark,

    /// <summary>Ideographs, full-width forms and Chinese punctuation: written without spaces.</summary>
    Cjk,

    Other,
}

/// <summary>A visible letter in upright space.</summary>
/// <param name="Text">One character, or several of a ligature.</param>
/// <param name="Box">Advance width by ascent and descent.</param>
/// <param name="BaseX">Origin on the baseline.</param>
/// <param name="BaseY">Origin on the baseline.</param>
/// <param name="Size">Font size in points.</param>
/// <param name="Class">What it is.</param>
/// <param name="Chain">Letters that were drawn one after the other, each where the last ended, have the same; see <see cref="Chains"/>.</param>
/// <param name="Rgb">Colour on white, or −1.</param>
internal readonly record struct Glyph(string Text, Box Box, float BaseX, float BaseY, float Size, GlyphClass Class, ushort Chain = 0, int Rgb = 0)
{
    // Less cannot be told apart on paper.
    private const int LeastContrast = 32;

    public float CenterX => Box.CenterX;

    /// <summary>
    /// Middle of the ink rather than of the box: fonts disagree wildly about ascent and descent, while
    /// both ideographs and digits stand centred about a third of their size above the baseline.
    /// </summary>
    public float CenterY
    {
        get
        {
            float middle = BaseY + 0.35f * Size;
            return middle >= Box.Bottom && middle <= Box.Top ? middle : Box.CenterY;
        }
    }

    public bool IsSpace => Class == GlyphClass.Space;

    /// <summary>Is it seen to be painted with something else?</summary>
    public bool IsPaintedUnlike(in Glyph other) =>
        Rgb != other.Rgb && Rgb >= 0 && other.Rgb >= 0
        && (Contrast(other, 16) > LeastContrast || Contrast(other, 8) > LeastContrast || Contrast(other, 0) > LeastContrast);

    private int Contrast(in Glyph other, int channel) => Math.Abs(((Rgb >> channel) & 0xFF) - ((other.Rgb >> channel) & 0xFF));

    public bool IsNumeric => Class is GlyphClass.Digit or GlyphClass.NumberMark;
}
