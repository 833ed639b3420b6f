using Ingest.Ocr.Imaging;

namespace Ingest.Ocr.Layout;

/// <summary>Finds what lines enclose: regions of paper that are rectangles.</summary>
internal static class CellFinder
{
    // Pixels of the raster in which regions are filled, per point: fine enough for the narrowest cell.
    private const double Raster = 2;

    // Of an image that is coarser than any scan, on a page that is said to be as large as a field, no finer raster helps.
    private const double FinestScale = 1.6;

    // Points.
    private const double LeastSide = 5;

    // Of its rectangle.
    private const double LeastFilled = 0.85;

    // Of the page: what is larger is the page itself within a frame.
    private const double LargestShare = 0.6;

    /// <param name="density">Pixels per point of the image that the lines were found in.</param>
    /// <returns>Cells by row and column of their upper left corner, as areas within the lines.</returns>
    public static List<Area> Find(IReadOnlyList<RuledLine> lines, int width, int height, double density)
    {
        double scale = Math.Min(Raster / density, FinestScale);
        int across = (int)(width * scale) + 1, down = (int)(height * scale) + 1;
        var taken = new bool[across * down];
        foreach (RuledLine line in lines)
            Draw(taken, across, down, line, scale);
        var cells = new List<Area>();
        var stack = new Stack<int>();
        int inset = Math.Max(1, (int)Math.Round(0.5 * density));
        for (int i = 0; i < taken.Length; i++)
        {
            if (taken[i])
                continue;
            (Area region, int filled) = Fill(taken, across, down, i, stack);
            double size = (double)region.Width * region.Height;
            bool atEdge = region.Left == 0 || region.Top == 0 || region.Right == across || region.Bottom == down;
            if (atEdge || filled < LeastFilled * size || region.Width < LeastSide * density * scale || region.Height < LeastSide * density * scale
                || size > LargestShare * across * down)
                continue;
            cells.Add(new Area(
                (int)(region.Left / scale) + inset, (int)(region.Top / scale) + inset,
                (int)(region.Right / scale) - inset, (int)(region.Bottom / scale) - inset));
        }

        return cells;
    }

    private static void Draw(bool[] taken, int across, int down, RuledLine line, double scale)
    {
        double half = Math.Max(line.Thickness * scale / 2, 0.5);
        int from = Math.Max(0, (int)Math.Floor((line.At * scale) - half)), to = (int)Math.Floor((line.At * scale) + half);
        int start = Math.Max(0, (int)(line.Start * scale)), end = (int)(line.End * scale);
        (int left, int right, int top, int bottom) = line.IsHorizontal ? (start, end, from, to) : (from, to, start, end);
        for (int y = top; y <= Math.Min(bottom, down - 1); y++)
            for (int x = left; x <= Math.Min(right, across - 1); x++)
                taken[(y * across) + x] = true;
    }

    private static (Area Region, int Filled) Fill(bool[] taken, int across, int down, int from, Stack<int> stack)
    {
        int left = across, right = 0, top = down, bottom = 0, filled = 0;
        stack.Push(from);
        taken[from] = true;
        while (stack.TryPop(out int at))
        {
            (int y, int x) = Math.DivRem(at, across);
            filled++;
            (left, right) = (Math.Min(left, x), Math.Max(right, x));
            (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
            Visit(x > 0, at - 1);
            Visit(x + 1 < across, at + 1);
            Visit(y > 0, at - across);
            Visit(y + 1 < down, at + across);
        }

        return (new Area(left, top, right + 1, bottom + 1), filled);

        void Visit(bool isInside, int at)
        {
            if (!isInside || taken[at])
                return;
            taken[at] = true;
            stack.Push(at);
        }
    }
}
