using Ingest.Contract.Geometry;

namespace Ingest.Pdf.Content;

/// <summary>
/// The transformation [a b c d e f] of ISO 32000-1, 8.3.3, applied to row vectors. Double precision:
/// Chromium writes offsets of tens of thousands of units that cancel out, which floats do not survive.
/// </summary>
internal readonly record struct Matrix(double A, double B, double C, double D, double E, double F)
{
    public static readonly Matrix Identity = new(1, 0, 0, 1, 0, 0);

    public double Determinant => A * D - B * C;

    /// <summary>By how much what lies level grows thicker.</summary>
    public double ScaleUp => Math.Sqrt(B * B + D * D);

    /// <summary>By how much what stands upright grows thicker.</summary>
    public double ScaleAcross => Math.Sqrt(A * A + C * C);

    /// <summary>True when rectangles stay rectangles: no skew, turned by quarters only.</summary>
    public bool KeepsAxes => (IsSmall(B, A) && IsSmall(C, D)) || (IsSmall(A, B) && IsSmall(D, C));

    /// <summary>First <paramref name="first"/>, then <paramref name="second"/>.</summary>
    public static Matrix operator *(in Matrix first, in Matrix second) => new(
        first.A * second.A + first.B * second.C,
        first.A * second.B + first.B * second.D,
        first.C * second.A + first.D * second.C,
        first.C * second.B + first.D * second.D,
        first.E * second.A + first.F * second.C + second.E,
        first.E * second.B + first.F * second.D + second.F);

    public Matrix Moved(double x, double y) => this with { E = x * A + y * C + E, F = x * B + y * D + F };

    public (double X, double Y) Apply(double x, double y) => (x * A + y * C + E, x * B + y * D + F);

    /// <summary>The smallest upright box around the transformed rectangle.</summary>
    public Box Bounds(double left, double bottom, double right, double top)
    {
        double x1 = left * A, x2 = right * A, x3 = bottom * C, x4 = top * C;
        double y1 = left * B, y2 = right * B, y3 = bottom * D, y4 = top * D;
        return new Box(
            (float)(Math.Min(x1, x2) + Math.Min(x3, x4) + E),
            (float)(Math.Min(y1, y2) + Math.Min(y3, y4) + F),
            (float)(Math.Max(x1, x2) + Math.Max(x3, x4) + E),
            (float)(Math.Max(y1, y2) + Math.Max(y3, y4) + F));
    }

    /// <summary>What takes one box onto another; null for a box without width or height.</summary>
    public static Matrix? Fitting(Box box, Box target)
    {
        if (box.Width <= 0 || box.Height <= 0)
            return null;
        double x = (double)target.Width / box.Width;
        double y = (double)target.Height / box.Height;
        return new Matrix(x, 0, 0, y, target.Left - (box.Left * x), target.Bottom - (box.Bottom * y));
    }

    // Half a degree, as for rulings.
    private static bool IsSmall(double value, double beside) => Math.Abs(value) <= 0.0087 * Math.Abs(beside);
}
