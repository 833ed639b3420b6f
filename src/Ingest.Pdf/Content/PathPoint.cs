namespace Ingest.Pdf.Content;

/// <summary>A corner of a path in page space.</summary>
/// <param name="X">Points.</param>
/// <param name="Y">Points.</param>
/// <param name="Curved">The way to it from the point before is no straight line.</param>
internal readonly record struct PathPoint(float X, float Y, bool Curved)
{
    /// <summary>Coordinates are rounded to hundredths at worst, so that short edges may miss their axis by as much.</summary>
    public const float Rounding = 0.03f;

    // Tangent of half a degree: scans and turned pages are that much askew.
    private const float SteepestSkew = 0.0087f;

    /// <summary>The other lies straight above or below.</summary>
    public bool IsAbove(in PathPoint other) =>
        Math.Abs(X - other.X) <= Math.Max(Rounding, Math.Abs(Y - other.Y) * SteepestSkew);

    /// <summary>The other lies straight left or right.</summary>
    public bool IsBeside(in PathPoint other) =>
        Math.Abs(Y - other.Y) <= Math.Max(Rounding, Math.Abs(X - other.X) * SteepestSkew);
}
