using Ingest.Ocr.Imaging;

namespace Ingest.Ocr.Layout;

/// <summary>Takes table lines off an image and its ink, so that they are read as no letter.</summary>
internal static class RulingEraser
{
    public static void Erase(GrayImage image, InkMask ink, IReadOnlyList<RuledLine> lines, double density)
    {
        byte paper = Paper(image);
        int margin = Math.Max(1, (int)Math.Round(0.35 * density));
        foreach (RuledLine line in lines)
        {
            int half = (int)Math.Ceiling(line.Thickness / 2) + margin, at = (int)line.At;
            int ends = margin;
            Area area = line.IsHorizontal
                ? new Area(line.Start - ends, at - half, line.End + ends, at + half + 1)
                : new Area(at - half, line.Start - ends, at + half + 1, line.End + ends);
            area = area.Intersect(new Area(0, 0, image.Width, image.Height));
            for (int y = area.Top; y < area.Bottom; y++)
            {
                image.Row(y)[area.Left..area.Right].Fill(paper);
                for (int x = area.Left; x < area.Right; x++)
                    ink.Clear(x, y);
            }
        }
    }

    /// <summary>The brightness of most of the sheet.</summary>
    private static byte Paper(GrayImage image)
    {
        var counts = new int[256];
        foreach (byte pixel in image.Pixels)
            counts[pixel]++;
        return (byte)Array.IndexOf(counts, counts.Max());
    }
}
