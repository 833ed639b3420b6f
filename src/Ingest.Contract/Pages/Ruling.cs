using Ingest.Contract.Geometry;

namespace Ingest.Contract.Pages;

/// <summary>
/// A horizontal or vertical line: a stroke, an edge of a stroked rectangle, or a filled rectangle
/// thinner than 3 points. Dashes of one line are joined. Same space as <see cref="Page"/>.
/// </summary>
/// <param name="IsHorizontal">Horizontal: <paramref name="At"/> is y, the ends are x. Vertical: the reverse.</param>
/// <param name="At">Position of the centre line.</param>
/// <param name="Start">Lower end along the line; never above <paramref name="End"/>.</param>
/// <param name="End">Upper end along the line.</param>
/// <param name="Thickness">Width of the line in points; 0 for a hairline.</param>
public readonly record struct Ruling(bool IsHorizontal, float At, float Start, float End, float Thickness)
{
    public float Length => End - Start;
}

/// <summary>A filled rectangle too thick to be a ruling: a shaded cell, a background.</summary>
/// <param name="Box">Where it is.</param>
/// <param name="Rgb">Colour as 0xRRGGBB; 0xFFFFFF is white.</param>
public readonly record struct Fill(Box Box, int Rgb);
