using Ingest.Contract.Geometry;

namespace Ingest.Pdf.Content;

internal enum AreaKind : byte
{
    /// <summary>A rectangle too thick to be a line.</summary>
    Fill,

    /// <summary>A rectangle thin enough to be a line.</summary>
    Bar,

    /// <summary>An image, a shading, or a shape that does not fill its box.</summary>
    Picture,
}

/// <summary>Something painted that letters and lines may stand on or vanish under, in painting order.</summary>
/// <param name="Box">In page space, clipped.</param>
/// <param name="Rgb">Its colour everywhere in the box, or <see cref="Rgb.Unknown"/>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Covers">Nothing below it can be seen.</param>
internal readonly record struct PaintedArea(Box Box, int Rgb, AreaKind Kind, bool Covers);
