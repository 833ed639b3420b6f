using Ingest.Contract.Geometry;

namespace Ingest.Pdf.Content;

/// <param name="Start">Its first point.</param>
/// <param name="Count">Its points; one that only repeats the first is left out.</param>
/// <param name="Closed">The last point is joined to the first when stroked.</param>
internal readonly record struct Subpath(int Start, int Count, bool Closed);

/// <summary>
/// The current path. Of curves only their control points are kept, which is enough to know their box.
/// </summary>
internal sealed class CurrentPath
{
    // Text outlines of a whole page have a tenth; what exceeds this is left out.
    private const int MostPoints = 1 << 20;

    private readonly Buffer<PathPoint> _points = new(256);
    private readonly Buffer<Subpath> _subpaths = new(64);
    private int _start;
    private double _currentX;
    private double _currentY;
    private double _startX;
    private double _startY;

    /// <summary>Complete after <see cref="Finish"/>.</summary>
    public ReadOnlySpan<Subpath> Subpaths => _subpaths.Span;

    public bool IsEmpty => _points.Count == 0;

    public int PointCount => _points.Count;

    public ReadOnlySpan<PathPoint> Points(in Subpath subpath) => _points.Span.Slice(subpath.Start, subpath.Count);

    public void Clear()
    {
        _points.Clear();
        _subpaths.Clear();
        _start = 0;
    }

    public void MoveTo(in Matrix matrix, double x, double y)
    {
        EndSubpath(closed: false);
        (_startX, _startY) = (x, y);
        Add(matrix, x, y, curved: false);
    }

    public void LineTo(in Matrix matrix, double x, double y)
    {
        Reopen(matrix);
        Add(matrix, x, y, curved: false);
    }

    public void CurveTo(in Matrix matrix, double x1, double y1, double x2, double y2, double x3, double y3)
    {
        Reopen(matrix);
        if (IsStraight(ToPage(matrix, _currentX, _currentY), ToPage(matrix, x1, y1), ToPage(matrix, x2, y2), ToPage(matrix, x3, y3)))
        {
            Add(matrix, x3, y3, curved: false);
            return;
        }

        Add(matrix, x1, y1, curved: true);
        Add(matrix, x2, y2, curved: true);
        Add(matrix, x3, y3, curved: true);
    }

    /// <summary>A curve whose first control point is the current point.</summary>
    public void CurveTo(in Matrix matrix, double x2, double y2, double x3, double y3) =>
        CurveTo(matrix, _currentX, _currentY, x2, y2, x3, y3);

    public void Close()
    {
        EndSubpath(closed: true);
        (_currentX, _currentY) = (_startX, _startY);
    }

    public void Rectangle(in Matrix matrix, double x, double y, double width, double height)
    {
        MoveTo(matrix, x, y);
        Add(matrix, x + width, y, curved: false);
        Add(matrix, x + width, y + height, curved: false);
        Add(matrix, x, y + height, curved: false);
        Close();
    }

    /// <summary>Ends the last subpath, so that all can be painted.</summary>
    public void Finish() => EndSubpath(closed: false);

    /// <summary>The smallest box around all points; to be asked of a path that is not empty.</summary>
    public Box Bounds() => Bounds(_points.Span);

    public static Box Bounds(ReadOnlySpan<PathPoint> points)
    {
        float left = float.MaxValue, bottom = float.MaxValue, right = float.MinValue, top = float.MinValue;
        foreach (ref readonly PathPoint point in points)
        {
            left = Math.Min(left, point.X);
            right = Math.Max(right, point.X);
            bottom = Math.Min(bottom, point.Y);
            top = Math.Max(top, point.Y);
        }

        return new Box(left, bottom, right, top);
    }

    // After h, drawing goes on from where the subpath began (ISO 32000-1, 8.5.2.1).
    private void Reopen(in Matrix matrix)
    {
        if (_start == _points.Count)
            MoveTo(matrix, _currentX, _currentY);
    }

    // Some drawing programs write every line as a curve whose controls lie on it, and square corners as curves
    // from a point to itself.
    private static bool IsStraight(in PathPoint from, in PathPoint first, in PathPoint second, in PathPoint to) =>
        (IsLevel(from.Y, first.Y) && IsLevel(from.Y, second.Y) && IsLevel(from.Y, to.Y))
        || (IsLevel(from.X, first.X) && IsLevel(from.X, second.X) && IsLevel(from.X, to.X));

    private static bool IsLevel(float one, float other) => Math.Abs(one - other) <= PathPoint.Rounding;

    private static PathPoint ToPage(in Matrix matrix, double x, double y)
    {
        (double pageX, double pageY) = matrix.Apply(x, y);
        return new PathPoint((float)pageX, (float)pageY, Curved: false);
    }

    private void Add(in Matrix matrix, double x, double y, bool curved)
    {
        (_currentX, _currentY) = (x, y);
        PathPoint point = ToPage(matrix, x, y) with { Curved = curved };
        if (float.IsFinite(point.X) && float.IsFinite(point.Y) && _points.Count < MostPoints)
            _points.Add(point);
    }

    private void EndSubpath(bool closed)
    {
        int count = _points.Count - _start;
        if (count == 0)
            return;
        PathPoint first = _points[_start];
        PathPoint last = _points[_points.Count - 1];
        bool returns = count > 1 && !last.Curved && first.X == last.X && first.Y == last.Y;
        _subpaths.Add(new Subpath(_start, returns ? count - 1 : count, closed || returns));
        _start = _points.Count;
    }
}
