using Ingest.Contract.Geometry;

namespace Ingest.Tables.Ruled;

/// <summary>Lines that touch one another, directly or through others.</summary>
internal sealed class LineGroup
{
    public List<Line> Horizontal { get; } = [];

    public List<Line> Vertical { get; } = [];

    /// <summary>The box around all of them.</summary>
    public Box Box
    {
        get
        {
            float left = float.MaxValue, bottom = float.MaxValue, right = float.MinValue, top = float.MinValue;
            foreach (Line line in Horizontal)
            {
                (left, right) = (Math.Min(left, line.Start), Math.Max(right, line.End));
                (bottom, top) = (Math.Min(bottom, line.At), Math.Max(top, line.At));
            }

            foreach (Line line in Vertical)
            {
                (left, right) = (Math.Min(left, line.At), Math.Max(right, line.At));
                (bottom, top) = (Math.Min(bottom, line.Start), Math.Max(top, line.End));
            }

            return new Box(left, bottom, right, top);
        }
    }

    public void Absorb(LineGroup other)
    {
        Horizontal.AddRange(other.Horizontal);
        Vertical.AddRange(other.Vertical);
    }
}
