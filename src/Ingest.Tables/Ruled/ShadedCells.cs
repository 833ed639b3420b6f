using Ingest.Contract.Geometry;
using Ingest.Tables.Lattices;
using Ingest.Tables.Upright;

namespace Ingest.Tables.Ruled;

/// <summary>
/// Shaded cells as evidence for borders: where a head or every other row is filled, the edges of the
/// fills stand for lines that are missing or were drawn in white.
/// </summary>
internal static class ShadedCells
{
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
            if (within.Holds(shade) && IsCell(shade, x, y, tolerance))
                Add(edges, shade);
        }

        return edges;
    }

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
