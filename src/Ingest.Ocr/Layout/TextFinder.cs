using Ingest.Ocr.Imaging;

namespace Ingest.Ocr.Layout;

/// <summary>
/// Finds the lines of text within an area by their ink: rows of it, parted by rows of paper; where several texts stand side by
/// side, each for itself (a recursive cut by the gaps of the profiles across and down).
/// </summary>
internal sealed class TextFinder
{
    // Points. What is lower is a piece of a letter (二), a dash or a point, and belongs to a line near it.
    private const double PieceHeight = 4;

    private const double PieceGap = 3.5;

    // Between two pieces: the strokes of 二.
    private const double StrokeGap = 7;

    // A gap wider than this many times the height of the line parts two texts.
    private const double WideGap = 1.6;

    // In letters: beside one another, texts of several lines are parted by at least this. Letters of one line stand closer.
    private const double ColumnGap = 0.42;

    // Of the height of its letters, for an area that holds one line.
    private const double OneLine = 1.5;

    // Of the height of its letters, for one that holds two lines whose ink touches.
    private const double TwoLines = 1.75;

    // Points: marks that may be letters.
    private const double LeastLetter = 2;

    private const double MostLetter = 40;

    // Of pixels: specks.
    private const double LeastInk = 0.5;

    // Columns of rows of columns of rows.
    private const int MostCuts = 6;

    private readonly InkMask _ink;
    private readonly double _density;
    private readonly List<Area> _marks;

    // What is lower than half a letter is a piece of one; tiny print is lower altogether.
    private readonly double _piece;

    /// <param name="ink">Without table lines.</param>
    /// <param name="density">Pixels per point.</param>
    public TextFinder(InkMask ink, double density)
    {
        (_ink, _density) = (ink, density);
        _marks = [.. ink.Marks().Where(mark => mark.Height >= LeastLetter * density && mark.Height <= MostLetter * density)];
        _piece = Math.Min(PieceHeight * density, 0.5 * Tall(_marks));
    }

    /// <summary>Lines from top to bottom; each once more parted at wide gaps, left to right.</summary>
    public List<Area> In(Area area)
    {
        area = area.Intersect(new Area(0, 0, _ink.Width, _ink.Height));
        var lines = new List<Area>();
        if (area.IsEmpty)
            return lines;
        foreach ((int top, int bottom) in Bands(area))
            lines.AddRange(Parts(new Area(area.Left, top, area.Right, bottom)));
        return lines;
    }

    /// <summary>Lines of texts that stand beside and below one another without anything between them, in no order.</summary>
    public List<Area> Beside(Area area)
    {
        var lines = new List<Area>();
        Cut(area.Intersect(new Area(0, 0, _ink.Width, _ink.Height)), lines, MostCuts);
        return lines;
    }

    private void Cut(Area area, List<Area> lines, int cuts)
    {
        foreach ((int top, int bottom) in Bands(area))
        {
            var band = new Area(area.Left, top, area.Right, bottom);
            double letter = Tall(_marks.Where(mark => mark.Top >= top && mark.Bottom <= bottom && mark.Left >= area.Left && mark.Right <= area.Right));
            if (cuts == 0 || letter == 0 || band.Height <= OneLine * letter)
            {
                lines.AddRange(Parts(band));
                continue;
            }

            List<Area> parts = [.. Parts(band, (int)Math.Max(1, ColumnGap * letter))];
            foreach (Area part in parts)
            {
                if (part.Height < band.Height || parts.Count > 1)
                    Cut(part, lines, cuts - 1);
                else
                    lines.AddRange(Touching(part, letter));
            }
        }
    }

    /// <summary>Two lines or more whose ink touches, parted where there is least of it.</summary>
    private IEnumerable<Area> Touching(Area part, double letter)
    {
        if (part.Height < TwoLines * letter)
            return [part];
        int from = part.Top + (int)(0.6 * letter), to = Math.Min(part.Bottom - (int)(0.6 * letter), part.Top + (int)(1.4 * letter));
        int least = Enumerable.Range(from, Math.Max(1, to - from)).MinBy(y => Count(part with { Top = y, Bottom = y + 1 }));
        return Touching(Tight(part with { Bottom = least }), letter).Concat(Touching(Tight(part with { Top = least }), letter));
    }

    /// <summary>The height of the taller ones among marks, which are whole letters; 0 for none.</summary>
    private static double Tall(IEnumerable<Area> marks)
    {
        int[] heights = [.. marks.Select(mark => mark.Height).Order()];
        return heights.Length == 0 ? 0 : heights[heights.Length * 9 / 10];
    }

    private List<(int Top, int Bottom)> Bands(Area area)
    {
        var bands = new List<(int Top, int Bottom)>();
        int start = -1;
        for (int y = area.Top; y <= area.Bottom; y++)
        {
            bool hasInk = y < area.Bottom && _ink.Row(y)[area.Left..area.Right].Contains((byte)1);
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
            if (Math.Min(above, below) > (to >= 0 && to < bands.Count && IsPiece(bands[to]) ? StrokeGap : PieceGap) * _density)
                continue;
            bands[to] = (Math.Min(bands[to].Top, top), Math.Max(bands[to].Bottom, bottom));
            bands.RemoveAt(i);
            i = Math.Max(-1, Math.Min(i, to) - 1);
        }

        return bands;
    }

    private bool IsPiece((int Top, int Bottom) band) => band.Bottom - band.Top < _piece;

    private IEnumerable<Area> Parts(Area line) => Parts(line, (int)Math.Max(WideGap * line.Height, PieceHeight * _density));

    /// <param name="wide">Pixels of paper that part two texts.</param>
    private IEnumerable<Area> Parts(Area line, int wide) => Words(line, wide).Where(part => Count(part) >= Math.Max(3, LeastInk * _density * _density));

    /// <summary>What of a line of text is parted by paper wider than this many pixels, from left to right; specks too.</summary>
    public IEnumerable<Area> Words(Area line, int wide)
    {
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
                yield return Tight(new Area(start, line.Top, last + 1, line.Bottom));
                start = -1;
            }
        }
    }

    private bool HasInk(int x, int top, int bottom)
    {
        for (int y = top; y < bottom; y++)
            if (_ink[x, y])
                return true;
        return false;
    }

    private Area Tight(Area part)
    {
        int top = part.Top, bottom = part.Bottom;
        while (top < bottom && !_ink.Row(top)[part.Left..part.Right].Contains((byte)1))
            top++;
        while (bottom > top && !_ink.Row(bottom - 1)[part.Left..part.Right].Contains((byte)1))
            bottom--;
        return part with { Top = top, Bottom = bottom };
    }

    public int Count(Area part)
    {
        int count = 0;
        for (int y = part.Top; y < part.Bottom; y++)
            foreach (byte pixel in _ink.Row(y)[part.Left..part.Right])
                count += pixel;
        return count;
    }
}
