using Ingest.Contract.Geometry;
using Ingest.Pdf.Limits;

namespace Ingest.Pdf.Content;

/// <summary>
/// Splits filled shapes with right angles into rectangles: frames drawn as one rectangle inside
/// another, grids drawn as one outline, corners.
/// </summary>
internal sealed class RectangleSplitter(ReadingBudget budget)
{
    // A grid of thirty lines each way drawn as one outline; work grows with the square.
    private const int MostPoints = 512;

    // Pairs of rectangles are compared only in paths with fewer; larger ones are cells side by side.
    private const int MostCompared = 64;

    private readonly Buffer<Edge> _edges = new(64);
    private readonly Buffer<float> _levels = new(64);
    private readonly Buffer<Edge> _crossed = new(64);
    private readonly Buffer<Box> _boxes = new(64);

    /// <summary>What the last successful split gave.</summary>
    public ReadOnlySpan<Box> Boxes => _boxes.Span;

    /// <summary>False when the path is better painted subpath by subpath.</summary>
    public bool TrySplit(CurrentPath path, bool evenOdd)
    {
        if (path.PointCount > MostPoints || IsSimple(path) || !TryCollectEdges(path))
            return false;
        _boxes.Clear();
        ReadOnlySpan<float> levels = SortedLevels();
        for (int i = 1; i < levels.Length; i++)
        {
            budget.Check();
            FillSlab(levels[i - 1], levels[i], evenOdd);
        }

        return true;
    }

    /// <summary>One shape of four corners at most, or several that do not meet.</summary>
    private static bool IsSimple(CurrentPath path)
    {
        ReadOnlySpan<Subpath> subpaths = path.Subpaths;
        foreach (ref readonly Subpath subpath in subpaths)
        {
            if (subpath.Count > 4)
                return false;
        }

        if (subpaths.Length > MostCompared)
            return true;
        for (int i = 1; i < subpaths.Length; i++)
        {
            Box box = CurrentPath.Bounds(path.Points(subpaths[i])).Inflate(-PathPoint.Rounding);
            for (int before = 0; before < i; before++)
            {
                if (box.Meets(CurrentPath.Bounds(path.Points(subpaths[before]))))
                    return false;
            }
        }

        return true;
    }

    private bool TryCollectEdges(CurrentPath path)
    {
        _edges.Clear();
        _levels.Clear();
        foreach (ref readonly Subpath subpath in path.Subpaths)
        {
            ReadOnlySpan<PathPoint> points = path.Points(subpath);
            PathPoint from = points[^1];
            foreach (ref readonly PathPoint to in points)
            {
                if (to.Curved)
                    return false;
                if (from.IsAbove(to))
                    AddEdge(from, to);
                else if (!from.IsBeside(to))
                    return false;
                from = to;
            }
        }

        return true;
    }

    private void AddEdge(in PathPoint from, in PathPoint to)
    {
        _levels.Add(from.Y);
        _levels.Add(to.Y);
        float x = (from.X + to.X) / 2;
        if (from.Y != to.Y)
            _edges.Add(from.Y < to.Y ? new Edge(x, from.Y, to.Y, 1) : new Edge(x, to.Y, from.Y, -1));
    }

    private ReadOnlySpan<float> SortedLevels()
    {
        Span<float> levels = _levels.Span;
        levels.Sort();
        int kept = 0;
        foreach (float level in levels)
        {
            if (kept == 0 || level - levels[kept - 1] > PathPoint.Rounding)
                levels[kept++] = level;
        }

        return levels[..kept];
    }

    private void FillSlab(float bottom, float top, bool evenOdd)
    {
        float middle = (bottom + top) / 2;
        _crossed.Clear();
        foreach (ref readonly Edge edge in _edges.Span)
        {
            if (edge.Bottom < middle && edge.Top > middle)
                _crossed.Add(edge);
        }

        Span<Edge> crossed = _crossed.Span;
        crossed.Sort(static (one, other) => one.X.CompareTo(other.X));
        int winding = 0;
        float left = 0;
        foreach (ref readonly Edge edge in crossed)
        {
            bool wasInside = IsInside(winding, evenOdd);
            winding += evenOdd ? 1 : edge.Direction;
            if (!wasInside)
                left = edge.X;
            else if (!IsInside(winding, evenOdd) && edge.X > left)
                AddBox(new Box(left, bottom, edge.X, top));
        }
    }

    private static bool IsInside(int winding, bool evenOdd) => evenOdd ? (winding & 1) != 0 : winding != 0;

    /// <summary>Grows the box below when it is as wide, so that upright bars stay whole.</summary>
    private void AddBox(Box box)
    {
        Span<Box> latest = _boxes.Span[Math.Max(0, _boxes.Count - MostCompared)..];
        foreach (ref Box below in latest)
        {
            if (below.Top == box.Bottom && below.Left == box.Left && below.Right == box.Right)
            {
                below = below with { Top = box.Top };
                return;
            }
        }

        _boxes.Add(box);
    }

    /// <summary>An upright edge; up is 1, down is −1.</summary>
    private readonly record struct Edge(float X, float Bottom, float Top, int Direction);
}
