namespace Ingest.Ocr.Imaging;

/// <summary>Brightness by pixel, row by row from the upper left; 0 is black, 255 white.</summary>
internal sealed class GrayImage(int width, int height, byte[] pixels)
{
    public GrayImage(int width, int height)
        : this(width, height, new byte[width * height])
    {
    }

    public int Width => width;

    public int Height => height;

    public byte[] Pixels => pixels;

    public Span<byte> Row(int y) => pixels.AsSpan(y * width, width);

    /// <summary>Turned counter-clockwise by quarters.</summary>
    /// <param name="quarters">0 to 3.</param>
    public GrayImage Turned(int quarters)
    {
        if (quarters == 0)
            return this;
        var turned = quarters == 2 ? new GrayImage(width, height) : new GrayImage(height, width);
        byte[] to = turned.Pixels;
        int across = turned.Width;
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                (int left, int top) = quarters switch
                {
                    1 => (y, width - 1 - x),
                    2 => (width - 1 - x, height - 1 - y),
                    _ => (height - 1 - y, x),
                };
                to[(top * across) + left] = pixels[(y * width) + x];
            }
        }

        return turned;
    }

    /// <summary>Made smaller by averaging whole and partial pixels.</summary>
    /// <param name="scale">Above 0, at most 1.</param>
    public GrayImage Reduced(double scale)
    {
        int newWidth = Math.Max(1, (int)Math.Round(width * scale)), newHeight = Math.Max(1, (int)Math.Round(height * scale));
        return new Resampling(this).To(newWidth, newHeight, 0, 0, width, height);
    }
}
