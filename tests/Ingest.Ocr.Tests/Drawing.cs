using Ingest.Ocr.Imaging;

namespace Ingest.Ocr.Tests;

/// <summary>White paper to draw on.</summary>
internal sealed class Drawing(int width, int height)
{
    public GrayImage Image { get; } = new(width, height, [.. Enumerable.Repeat((byte)250, width * height)]);

    public InkMask Ink => InkMask.Of(Image, 25);

    public Drawing Box(int left, int top, int right, int bottom, byte level = 20)
    {
        for (int y = top; y < bottom; y++)
            Image.Row(y)[left..right].Fill(level);
        return this;
    }

    /// <summary>A table of lines two pixels thick.</summary>
    public Drawing Table(int[] columns, int[] rows)
    {
        foreach (int x in columns)
            Box(x, rows[0], x + 2, rows[^1] + 2);
        foreach (int y in rows)
            Box(columns[0], y, columns[^1] + 2, y + 2);
        return this;
    }
}
