namespace Ingest.Ocr.Imaging;

/// <summary>
/// By how much a sheet lay askew on the scanner: the angle under which rows of ink are sharpest (projection profiles), and the
/// sheet turned level by it.
/// </summary>
internal static class Skew
{
    /// <summary>Less cannot be seen over the width of a page.</summary>
    public const double Least = 0.04;

    // A sheet further askew than this was not scanned, it was photographed.
    private const double Most = 4;

    private const double CoarseStep = 0.2;

    private const double FineStep = 0.02;

    // So many points of ink tell the angle.
    private const int EnoughPoints = 120_000;

    /// <summary>Degrees counter-clockwise by which the text runs; 0 where there is too little ink to tell.</summary>
    public static double Of(InkMask ink)
    {
        (float[] x, float[] y) = Points(ink);
        if (x.Length < 500)
            return 0;
        double best = Best(x, y, ink.Height, -Most, Most, CoarseStep);
        return Best(x, y, ink.Height, best - CoarseStep, best + CoarseStep, FineStep);
    }

    /// <summary>The image turned clockwise by an angle about its centre, in a frame of the same size; corners are white.</summary>
    public static GrayImage Levelled(GrayImage image, double degrees)
    {
        var level = new GrayImage(image.Width, image.Height);
        (double sin, double cos) = Math.SinCos(degrees * Math.PI / 180);
        double centerX = (image.Width - 1) / 2.0, centerY = (image.Height - 1) / 2.0;
        for (int y = 0; y < level.Height; y++)
        {
            Span<byte> row = level.Row(y);
            double fromX = centerX - (centerX * cos) + ((y - centerY) * sin), fromY = centerY + (centerX * sin) + ((y - centerY) * cos);
            for (int x = 0; x < row.Length; x++)
                row[x] = Sample(image, fromX + (x * cos), fromY - (x * sin));
        }

        return level;
    }

    private static (float[] X, float[] Y) Points(InkMask ink)
    {
        long all = 0;
        for (int y = 0; y < ink.Height; y++)
            foreach (byte pixel in ink.Row(y))
                all += pixel;
        int every = (int)Math.Max(1, all / EnoughPoints);
        var xs = new List<float>(EnoughPoints);
        var ys = new List<float>(EnoughPoints);
        long seen = 0;
        for (int y = 0; y < ink.Height; y++)
        {
            ReadOnlySpan<byte> row = ink.Row(y);
            for (int x = 0; x < row.Length; x++)
            {
                if (row[x] == 0 || seen++ % every != 0)
                    continue;
                xs.Add(x);
                ys.Add(y);
            }
        }

        return ([.. xs], [.. ys]);
    }

    private static double Best(float[] x, float[] y, int height, double from, double to, double step)
    {
        double best = 0, sharpest = -1;
        var rows = new int[height * 2];
        for (double angle = from; angle <= to + (step / 2); angle += step)
        {
            Array.Clear(rows);
            float slope = (float)Math.Tan(angle * Math.PI / 180);
            int offset = height / 2;
            for (int i = 0; i < x.Length; i++)
            {
                int row = (int)(y[i] + (x[i] * slope)) + offset;
                if ((uint)row < (uint)rows.Length)
                    rows[row]++;
            }

            double sharpness = 0;
            for (int row = 1; row < rows.Length; row++)
            {
                double change = rows[row] - rows[row - 1];
                sharpness += change * change;
            }

            // Of angles that are as good, the one nearest to none.
            if (sharpness > sharpest || (sharpness == sharpest && Math.Abs(angle) < Math.Abs(best)))
                (best, sharpest) = (angle, sharpness);
        }

        return Math.Round(best, 3);
    }

    private static byte Sample(GrayImage image, double x, double y)
    {
        int left = (int)Math.Floor(x), top = (int)Math.Floor(y);
        if (left < 1 || top < 1 || left >= image.Width - 2 || top >= image.Height - 2)
            return left < 0 || top < 0 || left >= image.Width || top >= image.Height ? (byte)255 : image.Pixels[(top * image.Width) + left];
        float fx = (float)(x - left), fy = (float)(y - top);
        Span<float> weights = [Outer(fx), Inner(fx), Inner(1 - fx), Outer(1 - fx)];
        float sum = 0;
        for (int j = -1; j <= 2; j++)
        {
            int at = ((top + j) * image.Width) + left - 1;
            float row = 0;
            for (int i = 0; i < 4; i++)
                row += weights[i] * image.Pixels[at + i];
            sum += row * (j switch { -1 => Outer(fy), 0 => Inner(fy), 1 => Inner(1 - fy), _ => Outer(1 - fy) });
        }

        return (byte)Math.Clamp((int)MathF.Round(sum), 0, 255);
    }

    // Catmull-Rom's cubic for a neighbour at distance d, and for the one beyond it at 1 + d.
    private static float Inner(float d) => (((1.5f * d) - 2.5f) * d * d) + 1;

    private static float Outer(float d)
    {
        float t = 1 + d;
        return (((((-0.5f * t) + 2.5f) * t) - 4) * t) + 2;
    }
}
