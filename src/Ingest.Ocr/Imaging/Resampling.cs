namespace Ingest.Ocr.Imaging;

/// <summary>
/// Cuts a part out of an image and brings it to a size: cubic (Catmull-Rom) where it grows, averaged over what a pixel covers
/// where it shrinks. What lies outside of the image is white.
/// </summary>
internal readonly struct Resampling(GrayImage source)
{
    private const int White = 255;

    public GrayImage To(int width, int height, double left, double top, double right, double bottom)
    {
        var result = new GrayImage(width, height);
        Taps[] across = Weights(width, left, right), down = Weights(height, top, bottom);
        int first = down[0].From, last = down[^1].From + down[^1].Weights.Length;
        // First across, for the rows that are needed, then down.
        var rows = new float[(last - first) * width];
        for (int y = first; y < last; y++)
        {
            Span<float> row = rows.AsSpan((y - first) * width, width);
            if (y < 0 || y >= source.Height)
            {
                row.Fill(White);
                continue;
            }

            ReadOnlySpan<byte> pixels = source.Row(y);
            for (int x = 0; x < width; x++)
            {
                Taps taps = across[x];
                float sum = 0;
                for (int i = 0; i < taps.Weights.Length; i++)
                {
                    int at = taps.From + i;
                    sum += taps.Weights[i] * (at < 0 || at >= pixels.Length ? White : pixels[at]);
                }

                row[x] = sum;
            }
        }

        for (int y = 0; y < height; y++)
        {
            Taps taps = down[y];
            Span<byte> to = result.Row(y);
            for (int x = 0; x < width; x++)
            {
                float sum = 0;
                for (int i = 0; i < taps.Weights.Length; i++)
                    sum += taps.Weights[i] * rows[((taps.From - first + i) * width) + x];
                to[x] = (byte)Math.Clamp((int)MathF.Round(sum), 0, 255);
            }
        }

        return result;
    }

    private static Taps[] Weights(int count, double start, double end)
    {
        double step = (end - start) / count;
        double reach = 2 * Math.Max(1, step), widen = Math.Max(1, step);
        var taps = new Taps[count];
        for (int i = 0; i < count; i++)
        {
            double center = start + ((i + 0.5) * step) - 0.5;
            int from = (int)Math.Ceiling(center - reach), to = (int)Math.Floor(center + reach);
            var weights = new float[to - from + 1];
            float sum = 0;
            for (int at = from; at <= to; at++)
                sum += weights[at - from] = (float)Cubic((at - center) / widen);
            for (int at = 0; at < weights.Length; at++)
                weights[at] /= sum;
            taps[i] = new Taps(from, weights);
        }

        return taps;
    }

    private static double Cubic(double distance)
    {
        double d = Math.Abs(distance);
        return d < 1 ? (((1.5 * d) - 2.5) * d * d) + 1
            : d < 2 ? (((((-0.5 * d) + 2.5) * d) - 4) * d) + 2
            : 0;
    }

    private readonly record struct Taps(int From, float[] Weights);
}
