using Ingest.Contract.Geometry;

namespace Ingest.Contract.Pages;

/// <summary>Why a letter that is in the file cannot be seen on the page.</summary>
public enum Hidden : byte
{
    /// <summary>The letter is visible.</summary>
    No,

    /// <summary>Text rendering mode 3 or 7 (ISO 32000-1, 9.3.6).</summary>
    Invisible,

    /// <summary>Outside the clipping path in force.</summary>
    Clipped,

    /// <summary>Outside the crop box.</summary>
    OffPage,

    /// <summary>Painted in the colour of what lies under it (white on white).</summary>
    SameAsBackground,

    /// <summary>Smaller than one point.</summary>
    Tiny,

    /// <summary>In an optional-content group that is off (ISO 32000-1, 8.11).</summary>
    LayerOff,

    /// <summary>Painted over by an opaque fill or image later in the same page.</summary>
    Covered,
}

/// <summary>
/// One glyph as shown on the page. Geometry is in the unrotated page space of <see cref="Page"/>.
/// </summary>
/// <param name="Text">
/// Unicode as the file gives it, usually one character, several for a ligature; U+FFFD when the file
/// does not say what the glyph means. Spaces of the file are letters too. Kangxi and CJK-radical code points are kept as they are.
/// </param>
/// <param name="Box">Advance width by ascent and descent of the font, whatever the glyph's ink.</param>
/// <param name="X">Baseline origin.</param>
/// <param name="Y">Baseline origin.</param>
/// <param name="Size">Effective font size in points, after all matrices.</param>
/// <param name="Angle">Direction of writing in degrees counter-clockwise, 0 ≤ angle &lt; 360; 0 is left to right.</param>
/// <param name="Vertical">True in vertical writing mode (the next letter is below).</param>
/// <param name="Hidden">Why it cannot be seen, or <see cref="Hidden.No"/>.</param>
public readonly record struct Letter(
    string Text, Box Box, float X, float Y, float Size, float Angle, bool Vertical, Hidden Hidden)
{
    /// <summary>
    /// What it is painted with, as it looks on white: 0xRRGGBB, opacity taken into account; −1 where that is not known (patterns,
    /// two colours). Strings of different layers are told apart by it.
    /// </summary>
    public int Rgb { get; init; }

    public bool IsVisible => Hidden == Hidden.No;

    /// <summary>True when the file does not give the meaning of the letter: U+FFFD, or a private-use area.</summary>
    public bool HasNoMeaning() => Text is ['\uFFFD' or (>= '\uE000' and <= '\uF8FF'), ..];
}
