using Ingest.Contract.Geometry;
using Ingest.Pdf.Limits;

namespace Ingest.Pdf.Content;

/// <summary>
/// Turns painted paths into lines and areas: what is upright and straight is kept, of the rest it is
/// only remembered that something is there.
/// </summary>
internal sealed class ShapePainter(Canvas canvas, ReadingBudget budget)
{
    // A polygon that is no rectangle is a line only when it is clearly one.
    private const float LeastSlenderness = 4;

    // The longest stroke of a letter set in title size.
    private const float LongestGlyph = 30;

    // Below this, paint leaves no trace that anyone would take for a line.
    private const double LeastAlpha = 0.05;

    private readonly RectangleSplitter _splitter = new(budget);

    /// <summary>True when the path is one upright rectangle.</summary>
    public static bool IsRectangle(CurrentPath path) =>
        path.Subpaths.Length == 1 && IsRectangle(path.Points(path.Subpaths[0]));

    public void Stroke(CurrentPath path, in GraphicsState state)
    {
        if (state.Stroke.Alpha * state.GroupAlpha < LeastAlpha)
            return;
        int rgb = Rgb.OnWhite(state.Stroke.Rgb, state.Stroke.Alpha * state.GroupAlpha);
        foreach (ref readonly Subpath subpath in path.Subpaths)
        {
            ReadOnlySpan<PathPoint> points = path.Points(subpath);
            if (IsCurved(points) && TryClip(CurrentPath.Bounds(points), 0, state, out Box curve))
                canvas.AddShape(curve);
            for (int i = 1; i < points.Length; i++)
                Stroke(points[i - 1], points[i], rgb, state);
            if (subpath.Closed && points.Length > 2)
                Stroke(points[^1], points[0] with { Curved = false }, rgb, state);
        }
    }

    public void Fill(CurrentPath path, bool evenOdd, in GraphicsState state)
    {
        double alpha = state.Fill.Alpha * state.GroupAlpha;
        if (alpha < LeastAlpha)
            return;
        int rgb = Rgb.OnWhite(state.Fill.Rgb, alpha);
        if (_splitter.TrySplit(path, evenOdd))
        {
            foreach (ref readonly Box box in _splitter.Boxes)
                FillRectangle(box, rgb, state);
            return;
        }

        foreach (ref readonly Subpath subpath in path.Subpaths)
            FillShape(path.Points(subpath), rgb, state);
    }

    /// <summary>A rectangle painted all over, whatever painted it. Patterns leave gaps, so they hide nothing.</summary>
    public void FillRectangle(Box box, int rgb, in GraphicsState state)
    {
        if (!TryClip(box, 0, state, out Box seen))
            return;
        // Under a soft mask the rectangle is only the canvas of a shadow or a glow.
        if (state.IsMasked)
            canvas.AddArea(new PaintedArea(seen, Rgb.Unknown, AreaKind.Picture, Covers: false));
        else
            canvas.AddRectangle(seen, rgb, covers: rgb >= 0 && state.Hides(state.Fill));
    }

    private void FillShape(ReadOnlySpan<PathPoint> points, int rgb, in GraphicsState state)
    {
        Box box = CurrentPath.Bounds(points);
        if (IsRectangle(points) || IsBar(box, IsCurved(points)))
        {
            FillRectangle(box, rgb, state);
            return;
        }

        bool isCurved = IsCurved(points);
        canvas.CurvedShapes += isCurved ? 1 : 0;
        if (!TryClip(box, 0, state, out Box seen))
            return;
        canvas.AddArea(new PaintedArea(seen, Rgb.Unknown, AreaKind.Picture, Covers: false));
        if (isCurved)
            canvas.AddShape(seen);
    }

    private void Stroke(in PathPoint from, in PathPoint to, int rgb, in GraphicsState state)
    {
        if (to.Curved)
            return;
        float dx = Math.Abs(to.X - from.X);
        float dy = Math.Abs(to.Y - from.Y);
        bool horizontal = dx > dy && from.IsBeside(to);
        bool vertical = dy > dx && from.IsAbove(to);
        if (!horizontal && !vertical)
            return;

        var width = (float)(state.LineWidth * (horizontal ? state.Ctm.ScaleUp : state.Ctm.ScaleAcross));
        float at = horizontal ? (from.Y + to.Y) / 2 : (from.X + to.X) / 2;
        Box box = horizontal
            ? new Box(Math.Min(from.X, to.X), at, Math.Max(from.X, to.X), at)
            : new Box(at, Math.Min(from.Y, to.Y), at, Math.Max(from.Y, to.Y));
        if (width > Canvas.ThickestLine)
        {
            FillThickLine(box, width, rgb, state);
            return;
        }

        // Half of a line whose middle lies on the edge of the clipping path still shows.
        if (TryClip(box, (width / 2) + PathPoint.Rounding, state, out Box seen))
            canvas.AddLine(horizontal, at, horizontal ? seen.Left : seen.Bottom, horizontal ? seen.Right : seen.Top, width, rgb);
    }

    private void FillThickLine(Box line, float width, int rgb, in GraphicsState state)
    {
        float half = width / 2;
        Box box = line.Width > line.Height
            ? line with { Bottom = line.Bottom - half, Top = line.Top + half }
            : line with { Left = line.Left - half, Right = line.Right + half };
        if (TryClip(box, 0, state, out Box seen))
            canvas.AddRectangle(seen, rgb, covers: rgb >= 0 && state.Hides(state.Stroke));
    }

    /// <summary>
    /// What shows of a box; false when nothing does. A box without width or height still shows, as a
    /// hairline, when it lies in the window or beside it by no more than the tolerance.
    /// </summary>
    private bool TryClip(Box box, float tolerance, in GraphicsState state, out Box seen)
    {
        Box window = canvas.Visible.Intersect(state.Clip);
        seen = default;
        if (!window.Inflate(tolerance).Meets(box))
            return false;
        seen = new Box(
            Math.Clamp(box.Left, window.Left, window.Right), Math.Clamp(box.Bottom, window.Bottom, window.Top),
            Math.Clamp(box.Right, window.Left, window.Right), Math.Clamp(box.Top, window.Bottom, window.Top));
        return (seen.Width > 0 || box.Width <= 0) && (seen.Height > 0 || box.Height <= 0) && box.Width + box.Height > 0;
    }

    /// <summary>Thin enough to be a line however its ends are cut or rounded, and not a stroke of an outlined letter.</summary>
    private static bool IsBar(Box box, bool curved)
    {
        float thickness = Math.Min(box.Width, box.Height);
        float length = Math.Max(box.Width, box.Height);
        return thickness <= Canvas.ThickestLine && length >= LeastSlenderness * thickness && (!curved || length > LongestGlyph);
    }

    private static bool IsCurved(ReadOnlySpan<PathPoint> points)
    {
        foreach (ref readonly PathPoint point in points)
        {
            if (point.Curved)
                return true;
        }

        return false;
    }

    private static bool IsRectangle(ReadOnlySpan<PathPoint> points) =>
        points.Length == 4 && !IsCurved(points)
        && ((points[0].IsAbove(points[1]) && points[1].IsBeside(points[2]) && points[2].IsAbove(points[3]))
            || (points[0].IsBeside(points[1]) && points[1].IsAbove(points[2]) && points[2].IsBeside(points[3])));
}
