using Ingest.Ocr.Imaging;

namespace Ingest.Ocr.Recognition;

/// <summary>
/// Counts the marks of a figure by its ink: high ones are digits, small ones at the foot are points and commas. Recognisers lose the
/// point of small print and say so twice; ink does not.
/// </summary>
/// <param name="ink">Without table lines and specks.</param>
internal sealed class FigureShapes(InkMask ink)
{
    // Of the height of the figure.
    private const double LeastDigit = 0.6;

    private const double MostPoint = 0.45;

    private const double PointFoot = 0.6;

    /// <summary>True when the ink has a digit or a point more than the text. Fewer prove nothing: marks of small print run together.</summary>
    public bool Contradict(Area place, string amount)
    {
        (int high, int low) = Count(place);
        return high > amount.Count(char.IsAsciiDigit) + amount.Count(character => character is '(' or ')')
            || low > amount.Count(character => character is '.' or ',');
    }

    private (int High, int Low) Count(Area place)
    {
        place = place.Intersect(new Area(0, 0, ink.Width, ink.Height));
        var seen = new bool[place.Width * place.Height];
        var stack = new Stack<(int X, int Y)>();
        var high = new List<Area>();
        var low = new List<Area>();
        for (int y = place.Top; y < place.Bottom; y++)
        {
            for (int x = place.Left; x < place.Right; x++)
            {
                if (!ink[x, y] || seen[((y - place.Top) * place.Width) + x - place.Left])
                    continue;
                Area mark = Fill(place, seen, stack, x, y);
                double share = mark.Height / (double)place.Height, foot = (mark.Top - place.Top) / (double)place.Height;
                if (share >= LeastDigit)
                    high.Add(mark);
                else if (share <= MostPoint && foot >= PointFoot && mark.Width <= mark.Height * 2)
                    low.Add(mark);
            }
        }

        // A serif that small print has parted from its digit stands below it; a point stands beside.
        return (high.Count, low.Count(point => !high.Exists(digit => Math.Min(point.Right, digit.Right) - Math.Max(point.Left, digit.Left) > point.Width / 2)));
    }

    private Area Fill(Area place, bool[] seen, Stack<(int X, int Y)> stack, int fromX, int fromY)
    {
        var mark = new Area(fromX, fromY, fromX + 1, fromY + 1);
        Visit(fromX, fromY);
        while (stack.TryPop(out (int X, int Y) at))
        {
            mark = mark.Union(new Area(at.X, at.Y, at.X + 1, at.Y + 1));
            for (int y = at.Y - 1; y <= at.Y + 1; y++)
                for (int x = at.X - 1; x <= at.X + 1; x++)
                    Visit(x, y);
        }

        return mark;

        void Visit(int x, int y)
        {
            if (x < place.Left || x >= place.Right || y < place.Top || y >= place.Bottom || !ink[x, y])
                return;
            ref bool known = ref seen[((y - place.Top) * place.Width) + x - place.Left];
            if (known)
                return;
            known = true;
            stack.Push((x, y));
        }
    }
}
