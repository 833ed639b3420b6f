using Ingest.Ocr.Imaging;

namespace Ingest.Ocr.Models;

/// <summary>
/// Finds lines of text anywhere on a sheet with PP-OCR's detection (a differentiable-binarisation network): a map of how likely
/// each point is text, cut at a threshold, each region made larger by what training had made it smaller.
/// </summary>
internal sealed class TextDetector(OnnxModel model)
{
    // Of PP-OCR's own configuration: det_db_thresh, det_db_box_thresh, det_db_unclip_ratio.
    private const float TextThreshold = 0.3f;

    private const double BoxThreshold = 0.5;

    private const double Unclip = 1.6;

    // The network halves five times.
    private const int Multiple = 32;

    /// <summary>Enough to tell which way lines run.</summary>
    public const double Coarse = 60;

    // Pixels along the longer side; a larger sheet is looked at more coarsely.
    private const int Longest = 2048;

    private static readonly float[] _mean = [0.485f, 0.456f, 0.406f];

    private static readonly float[] _deviation = [0.229f, 0.224f, 0.225f];

    /// <param name="density">Pixels per inch of the image.</param>
    /// <param name="looked">Pixels per inch at which it is looked at.</param>
    /// <returns>Areas of the image, unordered.</returns>
    public List<Area> Find(GrayImage image, double density, double looked, CancellationToken cancellation)
    {
        double scale = Math.Min(Math.Min(1, looked / density), Longest / (double)Math.Max(image.Width, image.Height));
        int width = Rounded(image.Width * scale), height = Rounded(image.Height * scale);
        GrayImage small = new Resampling(image).To(width, height, 0, 0, image.Width, image.Height);
        float[] map = model.Run(Input(small), [1, 3, height, width], (values, _) => values.ToArray(), cancellation);
        double across = image.Width / (double)width, down = image.Height / (double)height;
        return [.. Regions(map, width, height).Select(region => new Area(
            (int)(region.Left * across), (int)(region.Top * down), (int)Math.Ceiling(region.Right * across), (int)Math.Ceiling(region.Bottom * down))
            .Intersect(new Area(0, 0, image.Width, image.Height)))];
    }

    private static int Rounded(double size) => Math.Max(Multiple, (int)Math.Round(size / Multiple) * Multiple);

    private static float[] Input(GrayImage image)
    {
        int size = image.Width * image.Height;
        var values = new float[3 * size];
        for (int channel = 0; channel < 3; channel++)
            for (int i = 0; i < size; i++)
                values[(channel * size) + i] = ((image.Pixels[i] / 255f) - _mean[channel]) / _deviation[channel];
        return values;
    }

    private static IEnumerable<Area> Regions(float[] map, int width, int height)
    {
        var seen = new bool[map.Length];
        var stack = new Stack<int>();
        for (int i = 0; i < map.Length; i++)
        {
            if (seen[i] || map[i] <= TextThreshold)
                continue;
            (Area region, double likely) = Fill(map, seen, width, height, i, stack);
            if (Math.Min(region.Width, region.Height) < 3 || likely < BoxThreshold)
                continue;
            double grow = (double)region.Width * region.Height * Unclip / (2 * (region.Width + region.Height));
            int by = (int)Math.Round(grow);
            yield return region.Inflate(by, by).Intersect(new Area(0, 0, width, height));
        }
    }

    private static (Area Region, double Likely) Fill(float[] map, bool[] seen, int width, int height, int from, Stack<int> stack)
    {
        int left = width, right = 0, top = height, bottom = 0, count = 0;
        double sum = 0;
        stack.Push(from);
        seen[from] = true;
        while (stack.TryPop(out int at))
        {
            (int y, int x) = Math.DivRem(at, width);
            count++;
            sum += map[at];
            (left, right) = (Math.Min(left, x), Math.Max(right, x));
            (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
            Visit(x > 0, at - 1);
            Visit(x + 1 < width, at + 1);
            Visit(y > 0, at - width);
            Visit(y + 1 < height, at + width);
        }

        return (new Area(left, top, right + 1, bottom + 1), sum / count);

        void Visit(bool isInside, int at)
        {
            if (!isInside || seen[at] || map[at] <= TextThreshold)
                return;
            seen[at] = true;
            stack.Push(at);
        }
    }
}
