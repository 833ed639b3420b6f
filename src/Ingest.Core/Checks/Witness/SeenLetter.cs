using Ingest.Contract.Geometry;

namespace Ingest.Core.Checks.Witness;

/// <summary>A letter that can be seen, its baseline origin turned so that most of the page's text runs to the right.</summary>
/// <param name="Text">Radicals folded.</param>
/// <param name="Box">In the page's own space.</param>
internal readonly record struct SeenLetter(string Text, Box Box, float Size, float Along, float Up)
{
    // Readers take the widths of fonts that are not embedded from different places; a digit is half a letter wide, so that
    // one that stands a place further is another.
    private const float FarthestAlong = 0.4f;
    private const float FarthestUp = 0.3f;

    public float CenterX => Box.CenterX;

    public float CenterY => Box.CenterY;

    /// <summary>The same text at the same place.</summary>
    public bool IsSame(in SeenLetter other) =>
        Text == other.Text && Math.Abs(Along - other.Along) <= FarthestAlong * Size && Math.Abs(Up - other.Up) <= FarthestUp * Size;
}
