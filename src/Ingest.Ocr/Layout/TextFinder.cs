using Ingest.Ocr.Imaging;

namespace Ingest.Ocr.Layout;

/// <summary>Finds the lines of text within an area by their ink: rows of it, parted by rows of paper.</summary>
/// <param name="ink">Without table lines.</param>
/// <param name="density">Pixels per point.</param>
internal sealed class TextFinder(InkMask ink, double density)
{
    // Points. What is lower is a piece of a letter (二), a dash or a point, and belongs to a line near it.
    private const double PieceHeight = 4;

    private const double PieceGap = 3.5;

    // Between two pieces: the strokes of 二.
    private const double StrokeGap = 7;

    // A gap wider than this many times the height of the line parts two texts.
    private const double WideGap = 1.6;

    // Of pixels: specks.
    private const double LeastInk = 0.5;

    /// <summary>Lines from top to bottom; each once more parted at wide gaps, left to right.</summary>
    public List<Area> In(Area area)
    {
        area = area.Intersect(new Area(0, 0, ink.Width, ink.Height));
        var lines = new List<Area>();
        if (area.IsEmpty)
            return lines;
        foreach ((int top, int bottom) in Bands(area))
            lines.AddRange(Parts(new Area(area.Left, top, area.Right, bottom)));
        return lines;
    }

    private List<(int Top, int Bottom)> Bands(Area area)
    {
        var bands = new List<(int Top, int Bottom)>();
        int start = -1;
        for (int y = area.Top; y <= area.Bottom; y++)
        {
            bool hasInk = y < area.Bottom && ink.Row(y)[area.Left..area.Right].Contains((byte)1);
            if (hasInk && start < 0)
                start = y;
            else if (!hasInk && start >= 0)
            {
                bands.Add((start, y));
                start = -1;
            }
        }

        // Pieces go to the nearer neighbour.
        for (int i = 0; i < bands.Count; i++)
        {
            if (!IsPiece(bands[i]))
                continue;
            (int top, int bottom) = bands[i];
            int above = i > 0 ? top - bands[i - 1].Bottom : int.MaxValue, below = i + 1 < bands.Count ? bands[i + 1].Top - bottom : int.MaxValue;
            int to = above <= below ? i - 1 : i + 1;
            if (Math.Min(above, below) > (to >= 0 && to < bands.Count && IsPiece(bands[to]) ? StrokeGap : PieceGap) * density)
                continue;
            bands[to] = (Math.Min(bands[to].Top, top), Math.Max(bands[to].Bottom, bottom));
            bands.RemoveAt(i);
            i = Math.Max(-1, Math.Min(i, to) - 1);
        }

        return bands;
    }

    private bool IsPiece((int Top, int Bottom) band) => band.Bottom - band.Top < PieceHeight * density;

    private IEnumerable<Area> Parts(Area line)
    {
        int wide = (int)Math.Max(WideGap * line.Height, PieceHeight * density);
        int start = -1, last = -1;
        for (int x = line.Left; x <= line.Right; x++)
        {
            bool hasInk = x < line.Right && HasInk(x, line.Top, line.Bottom);
            if (hasInk)
            {
                if (start < 0)
                    start = x;
                last = x;
            }

            if (start >= 0 && (x == line.Right || x - last > wide))
            {
                Area part = Tight(new Area(start, line.Top, last + 1, line.Bottom));
                if (Count(part) >= Math.Max(3, LeastInk * density * density))
                    yield return part;
                start = -1;
            }
        }
    }

    private bool HasInk(int x, int top, int bottom)
    {
        for (int y = top; y < bottom; y++)
            if (ink[x, y])
                return true;
        return false;
    }

    private Area Tight(Area part)
    {
        int top = part.Top, bottom = part.Bottom;
        while (top < bottom && !ink.Row(top)[part.Left..part.Right].Contains((byte)1))
            top++;
        while (bottom > top && !ink.Row(bottom - 1)[part.Left..part.Right].Contains((byte)1))
            bottom--;
        return part with { Top = top, Bottom = bottom };
    }

    public int Count(Area part)
    {
        int count = 0;
        for (int y = part.Top; y < part.Bottom; y++)
            foreach (byte pixel in ink.Row(y)[part.Left..part.Right])
                count += pixel;
        return count;
    }
}
