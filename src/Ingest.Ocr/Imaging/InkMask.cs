namespace Ingest.Ocr.Imaging;

/// <summary>Which pixels are ink: darker than what surrounds them (Bradley and Roth's threshold on a local mean).</summary>
internal sealed class InkMask
{
    // Darker than its surroundings by this share of them, and by this many levels: what paper and noise are not.
    private const double LeastShare = 0.14;

    private const int LeastLevels = 22;

    private readonly byte[] _ink;

    private InkMask(int width, int height, byte[] ink) => (Width, Height, _ink) = (width, height, ink);

    public int Width { get; }

    public int Height { get; }

    public bool this[int x, int y] => _ink[(y * Width) + x] != 0;

    /// <summary>1 where there is ink.</summary>
    public ReadOnlySpan<byte> Row(int y) => _ink.AsSpan(y * Width, Width);

    /// <param name="radius">Of the surroundings in pixels: more than a stroke is wide, less than the page is uneven.</param>
    public static InkMask Of(GrayImage image, int radius)
    {
        (int width, int height) = (image.Width, image.Height);
        var ink = new byte[width * height];
        // Sums by column over the rows of the window, moved down row by row.
        var columns = new int[width];
        int rows = 0;
        for (int y = 0; y < Math.Min(radius, height); y++, rows++)
            Add(columns, image.Row(y), 1);
        for (int y = 0; y < height; y++)
        {
            if (y + radius < height)
            {
                Add(columns, image.Row(y + radius), 1);
                rows++;
            }

            if (y - radius - 1 >= 0)
            {
                Add(columns, image.Row(y - radius - 1), -1);
                rows--;
            }

            MarkRow(image.Row(y), columns, rows, radius, ink.AsSpan(y * width, width));
        }

        return new InkMask(width, height, ink);
    }

    public void Clear(int x, int y) => _ink[(y * Width) + x] = 0;

    public void Clear(Area area)
    {
        area = area.Intersect(new Area(0, 0, Width, Height));
        for (int y = area.Top; y < area.Bottom; y++)
            _ink.AsSpan((y * Width) + area.Left, Math.Max(0, area.Width)).Clear();
    }

    public InkMask Copy() => new(Width, Height, [.. _ink]);

    /// <summary>Takes away what is connected to less ink than this many pixels.</summary>
    public void RemoveSpecks(int least) => Walk((_, region) =>
    {
        if (region.Count < least)
            foreach (int at in region)
                _ink[at] = 0;
    });

    /// <summary>The marks of ink that are connected within themselves, by their upper left pixel.</summary>
    public List<Area> Marks()
    {
        var marks = new List<Area>();
        Walk((mark, _) => marks.Add(mark));
        return marks;
    }

    private void Walk(Action<Area, List<int>> visit)
    {
        var seen = new bool[_ink.Length];
        var region = new List<int>();
        for (int i = 0; i < _ink.Length; i++)
        {
            if (_ink[i] == 0 || seen[i])
                continue;
            region.Clear();
            region.Add(i);
            seen[i] = true;
            Area area = Pixel(i);
            for (int next = 0; next < region.Count; next++)
            {
                area = area.Union(Pixel(region[next]));
                Spread(region[next], seen, region);
            }

            visit(area, region);
        }
    }

    private Area Pixel(int at) => new(at % Width, at / Width, (at % Width) + 1, (at / Width) + 1);

    private void Spread(int from, bool[] seen, List<int> region)
    {
        (int y, int x) = Math.DivRem(from, Width);
        for (int down = Math.Max(0, y - 1); down <= Math.Min(Height - 1, y + 1); down++)
        {
            for (int across = Math.Max(0, x - 1); across <= Math.Min(Width - 1, x + 1); across++)
            {
                int at = (down * Width) + across;
                if (_ink[at] == 0 || seen[at])
                    continue;
                seen[at] = true;
                region.Add(at);
            }
        }
    }

    private static void MarkRow(ReadOnlySpan<byte> pixels, int[] columns, int rows, int radius, Span<byte> ink)
    {
        long sum = 0;
        int count = 0;
        for (int x = 0; x < Math.Min(radius, pixels.Length); x++, count++)
            sum += columns[x];
        for (int x = 0; x < pixels.Length; x++)
        {
            if (x + radius < pixels.Length)
            {
                sum += columns[x + radius];
                count++;
            }

            if (x - radius - 1 >= 0)
            {
                sum -= columns[x - radius - 1];
                count--;
            }

            double mean = (double)sum / ((long)count * rows);
            ink[x] = pixels[x] < mean * (1 - LeastShare) && pixels[x] < mean - LeastLevels ? (byte)1 : (byte)0;
        }
    }

    private static void Add(int[] columns, ReadOnlySpan<byte> row, int sign)
    {
        for (int x = 0; x < row.Length; x++)
            columns[x] += sign * row[x];
    }
}
