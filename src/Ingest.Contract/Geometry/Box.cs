using Ingest.Contract.Pages;

namespace Ingest.Contract.Geometry;

/// <summary>
/// An axis-aligned rectangle in points (1/72 inch), y upwards. Which space it lies in is said by
/// whatever holds it: <see cref="Page"/> for what the reader delivers, <c>PageContent</c> for tables.
/// <c>default</c> is the empty box at the origin.
/// </summary>
public readonly record struct Box(float Left, float Bottom, float Right, float Top)
{
    public float Width => Right - Left;

    public float Height => Top - Bottom;

    public float CenterX => (Left + Right) / 2;

    public float CenterY => (Bottom + Top) / 2;

    public bool Contains(float x, float y) => x >= Left && x <= Right && y >= Bottom && y <= Top;

    /// <summary>True when the other lies wholly within, edges included.</summary>
    public bool Holds(Box other) => Contains(other.Left, other.Bottom) && Contains(other.Right, other.Top);

    /// <summary>True when the two boxes share a point, touching edges included.</summary>
    public bool Meets(Box other) =>
        Left <= other.Right && other.Left <= Right && Bottom <= other.Top && other.Bottom <= Top;

    /// <summary>The smallest box that holds both.</summary>
    public Box Union(Box other) => new(
        Math.Min(Left, other.Left), Math.Min(Bottom, other.Bottom),
        Math.Max(Right, other.Right), Math.Max(Top, other.Top));

    /// <summary>The common part; a box of zero size at the nearer edge when there is none.</summary>
    public Box Intersect(Box other)
    {
        float left = Math.Max(Left, other.Left);
        float bottom = Math.Max(Bottom, other.Bottom);
        return new Box(left, bottom, Math.Max(left, Math.Min(Right, other.Right)), Math.Max(bottom, Math.Min(Top, other.Top)));
    }

    public Box Inflate(float by) => new(Left - by, Bottom - by, Right + by, Top + by);
}
