using Ingest.Ocr.Imaging;
using Ingest.Ocr.Models;

namespace Ingest.Ocr.Recognition;

/// <summary>How a line of text is cut out of its sheet for the recogniser.</summary>
/// <param name="Margin">Left above and below, as a share of the line's height.</param>
/// <param name="Stretch">By which it is made wider.</param>
/// <param name="Contrast">Ink is made black and paper white.</param>
/// <param name="Sides">Paper added left and right, as a share of the line's height.</param>
internal readonly record struct Cut(double Margin, double Stretch, bool Contrast, double Sides = 0)
{
    /// <summary>For all text.</summary>
    public static readonly Cut First = new(0.16, 1.0, false);

    // For figures, each unlike the others in all that could make the recogniser err the same way twice. Small digits are narrower
    // than what it was trained on, and two alike are taken for one unless the line is made wider: chosen by reading 1,478 amounts
    // of nine scans with eight cuts each (src/Ingest.Ocr/README.md).
    public static readonly Cut Second = new(0.08, 1.3, true);

    public static readonly Cut Third = new(0.16, 1.8, true);

    public static readonly Cut Fourth = new(0.16, 1.5, false);

    /// <summary>For what was not read at all: a letter alone, which the recogniser knows less well than lines.</summary>
    public static readonly Cut Again = new(0.4, 1.0, true, 0.8);
}

/// <summary>Cuts lines of text out of an upright sheet.</summary>
/// <param name="image">Without table lines.</param>
/// <param name="density">Pixels per point.</param>
internal sealed class LineCutter(GrayImage image, double density)
{
    // Points: what is lower is no letter, and would be blown up to one.
    private const double LeastHeight = 6;

    /// <summary>Neither a speck nor a dash.</summary>
    public bool IsOfLetterSize(Area line) => line.Height >= LeastHeight * 0.6 * density && line.Width >= LeastHeight * 0.4 * density;

    public GrayImage Take(Area line, Cut cut)
    {
        double height = Math.Max(line.Height, LeastHeight * density);
        double middle = (line.Top + line.Bottom) / 2.0;
        double margin = cut.Margin * height, half = (height / 2) + margin;
        double left = line.Left - margin, right = line.Right + margin;
        int sides = (int)(cut.Sides * TextRecogniser.Height);
        int width = (int)Math.Clamp(Math.Round((right - left) / (2 * half) * TextRecogniser.Height * cut.Stretch), 8, TextRecogniser.Widest);
        GrayImage taken = new Resampling(image).To(width, TextRecogniser.Height, left, middle - half, right, middle + half);
        if (cut.Contrast)
            Stretch(taken.Pixels);
        return sides == 0 ? taken : WithSides(taken, sides);
    }

    /// <summary>With paper on both sides, and nothing of what stands beside the line.</summary>
    private static GrayImage WithSides(GrayImage taken, int sides)
    {
        var wide = new GrayImage(taken.Width + (2 * sides), taken.Height);
        Array.Fill(wide.Pixels, (byte)255);
        for (int y = 0; y < taken.Height; y++)
            taken.Row(y).CopyTo(wide.Row(y)[sides..]);
        return wide;
    }

    private static void Stretch(byte[] pixels)
    {
        Span<int> counts = stackalloc int[256];
        foreach (byte pixel in pixels)
            counts[pixel]++;
        int dark = Level(counts, pixels.Length / 50), light = Level(counts, pixels.Length / 2);
        if (light - dark < 40)
            return;
        for (int i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)Math.Clamp((pixels[i] - dark) * 255 / (light - dark), 0, 255);
    }

    private static int Level(ReadOnlySpan<int> counts, int below)
    {
        int sum = 0;
        for (int level = 0; level < counts.Length; level++)
        {
            sum += counts[level];
            if (sum > below)
                return level;
        }

        return 255;
    }
}
