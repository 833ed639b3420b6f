namespace Ingest.Pdf.Tables.Ruled;

/// <summary>
/// Shaded cells as evidence for borders: where a head or every other row is filled, the edges of the
/// fills stand for lines that are missing or were drawn in white.
/// </summary>
internal static class ShadedCells
{
    private const int White = 0xFFFFFF;

    /// <summary>Fills beyond this many per page are a picture made of tiles.</summary>
    private const int MaximumFills = 5_000;

    /// <summary>Edges of the fills that fit into a group of lines.</summary>
    public static LineGroup EdgesIn(UprightPage page, LineGroup group, float tolerance)
    {
        LineGroup edges = new();
        if (page.Fills.Length is 0 or > MaximumFills || group.Horizontal.Count == 0 || group.Vertical.Count == 0)
            return edges;
        Box within = group.Box.Inflate(tolerance);
        float[] x = EdgeCluster.Of([.. group.Vertical.Select(line => line.At)], tolerance);
        float[] y = EdgeCluster.Of([.. group.Horizontal.Select(line => line.At)], tolerance);
        foreach (Fill fill in page.Fills)
        {
            if (IsShade(fill, page) && within.Contains(fill.Box.Left, fill.Box.Bottom)
                && within.Contains(fill.Box.Right, fill.Box.Top) && IsCell(fill.Box, x, y, tolerance))
            {
                Add(edges, fill.Box);
            }
        }

        return edges;
    }

    /// <summary>Neither white nor a background, and large enough for a letter.</summary>
    public static bool IsShade(Fill fill, UprightPage page) =>
        fill.Rgb != White
        && fill.Box.Height >= 0.8f * page.EmSize && fill.Box.Width >= 0.8f * page.EmSize
        && fill.Box.Width * fill.Box.Height < 0.8f * page.Width * page.Height;

    /// <summary>
    /// A cell shares a corner with the lines around it or reaches from side to side; a highlight behind
    /// words does neither.
    /// </summary>
    private static bool IsCell(Box fill, float[] x, float[] y, float tolerance)
    {
        bool left = IsOn(x, fill.Left, tolerance);
        bool right = IsOn(x, fill.Right, tolerance);
        return (left && right) || ((left || right) && (IsOn(y, fill.Top, tolerance) || IsOn(y, fill.Bottom, tolerance)));
    }

    private static bool IsOn(float[] edges, float position, float tolerance) =>
        Math.Abs(edges[EdgeCluster.Nearest(edges, position)] - position) <= tolerance;

    private static void Add(LineGroup edges, Box box)
    {
        edges.Horizontal.Add(new Line(box.Top, box.Left, box.Right));
        edges.Horizontal.Add(new Line(box.Bottom, box.Left, box.Right));
        edges.Vertical.Add(new Line(box.Left, box.Bottom, box.Top));
        edges.Vertical.Add(new Line(box.Right, box.Bottom, box.Top));
    }
}
