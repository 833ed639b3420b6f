namespace Ingest.Pdf.Tables.Ruled;

/// <summary>
/// Shaded cells as evidence for borders: where a head or every other row is filled, the edges of the
/// fills stand for lines that are missing or were drawn in white.
/// </summary>
internal static class ShadedCells
{
    private const int White = 0xFFFFFF;

    /// <summary>Fills beyond this many per page are a picture made of tiles.</summary>
    private const int MaximumShades = 5_000;

    /// <summary>Dark grounds that are remembered while looking for white cells on them.</summary>
    private const int MaximumGrounds = 16;

    /// <summary>
    /// Boxes of the fills that may be cells: large enough for a letter, no background of the page, and
    /// not white, unless they lie on a darker fill: then the lines are what they leave of it.
    /// </summary>
    /// <param name="fills">In painting order.</param>
    /// <param name="emSize">Size of the page's text.</param>
    /// <param name="pageArea">In square points.</param>
    public static List<Box> Of(IEnumerable<Fill> fills, float emSize, float pageArea)
    {
        List<Box> shades = [];
        List<Box> grounds = [];
        foreach ((Box box, int rgb) in fills)
        {
            float area = box.Width * box.Height;
            if (!(box.Height >= 0.8f * emSize && box.Width >= 0.8f * emSize && area < 0.8f * pageArea))
                continue;
            if (rgb == White && !grounds.Exists(ground => area < 0.5f * ground.Width * ground.Height && Holds(ground, box)))
                continue;
            if (rgb != White && grounds.Count < MaximumGrounds)
                grounds.Add(box);
            shades.Add(box);
            if (shades.Count > MaximumShades)
                return [];
        }

        return shades;
    }

    /// <summary>Edges of the shades that fit into a group of lines.</summary>
    public static LineGroup EdgesIn(UprightPage page, LineGroup group, float tolerance)
    {
        LineGroup edges = new();
        if (page.Shades.Count == 0 || group.Horizontal.Count == 0 || group.Vertical.Count == 0)
            return edges;
        Box within = group.Box.Inflate(tolerance);
        float[] x = EdgeCluster.Of(group.Vertical.ConvertAll(line => line.At), tolerance);
        float[] y = EdgeCluster.Of(group.Horizontal.ConvertAll(line => line.At), tolerance);
        foreach (Box shade in page.Shades)
        {
            if (Holds(within, shade) && IsCell(shade, x, y, tolerance))
                Add(edges, shade);
        }

        return edges;
    }

    private static bool Holds(Box outer, Box inner) =>
        outer.Contains(inner.Left, inner.Bottom) && outer.Contains(inner.Right, inner.Top);

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
