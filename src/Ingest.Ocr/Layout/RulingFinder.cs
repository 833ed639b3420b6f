using Ingest.Ocr.Imaging;

namespace Ingest.Ocr.Layout;

/// <summary>
/// Finds table lines by their runs of ink: longer than any stroke of a letter, no thicker than a line, and ending at or crossing
/// a line of the other direction. Nothing is learned.
/// </summary>
/// <param name="density">Pixels per point.</param>
internal sealed class RulingFinder(InkMask ink, double density)
{
    // Points. A stroke of a heading's letter is shorter; the shortest side of a cell is not much longer.
    private const double LeastAcross = 22;

    private const double LeastDown = 11;

    // Alone, without a line that it meets, a line must be longer than any stroke or dash.
    private const double LeastAlone = 60;

    private const double Thickest = 3.2;

    // Ends and joints of lines are worn off by so much.
    private const double Joint = 2.2;

    // A run bridges gaps of so many pixels, which noise makes.
    private const int Gap = 2;

    /// <summary>Level lines from top to bottom, then upright ones from left to right.</summary>
    public List<RuledLine> Find()
    {
        List<RuledLine> level = Lines(isHorizontal: true, (int)(LeastAcross * density)), upright = Lines(isHorizontal: false, (int)(LeastDown * density));
        // Strokes of letters have neither length nor anything to end at; what is left may lean on what was one.
        for (int round = 0; round < 2; round++)
        {
            level = [.. level.Where(line => IsLine(line, upright))];
            upright = [.. upright.Where(line => IsLine(line, level))];
        }

        return [.. level.Select(line => Reach(line, upright)).OrderBy(line => line.At), .. upright.Select(line => Reach(line, level)).OrderBy(line => line.At)];
    }

    private bool IsLine(RuledLine line, List<RuledLine> others)
    {
        double joint = Joint * density;
        int met = others.Count(other => Meets(line, other, joint));
        if (line.Length >= LeastAlone * density)
            return line.IsHorizontal || met > 0;
        bool atEnds = others.Exists(other => Meets(line, other, joint) && Math.Abs(other.At - line.Start) <= joint)
            && others.Exists(other => Meets(line, other, joint) && Math.Abs(other.At - line.End) <= joint);
        return atEnds;
    }

    private static bool Meets(RuledLine line, RuledLine other, double joint) =>
        other.At >= line.Start - joint && other.At <= line.End + joint && line.At >= other.Start - joint && line.At <= other.End + joint;

    /// <summary>The line up to the middle of those at its ends, where it just misses or just passes them.</summary>
    private RuledLine Reach(RuledLine line, List<RuledLine> others)
    {
        double joint = Joint * density;
        int start = line.Start, end = line.End;
        foreach (RuledLine other in others)
        {
            if (line.At < other.Start - joint || line.At > other.End + joint)
                continue;
            if (Math.Abs(other.At - line.Start) <= joint)
                start = (int)Math.Round(other.At);
            if (Math.Abs(other.At - line.End) <= joint)
                end = (int)Math.Round(other.At);
        }

        return line with { Start = start, End = Math.Max(end, start) };
    }

    /// <summary>Runs of ink that lie on one another are one line.</summary>
    private List<RuledLine> Lines(bool isHorizontal, int least)
    {
        int across = isHorizontal ? ink.Height : ink.Width, along = isHorizontal ? ink.Width : ink.Height;
        var open = new List<Bundle>();
        var done = new List<RuledLine>();
        var line = new byte[along];
        for (int at = 0; at < across; at++)
        {
            if (isHorizontal)
                ink.Row(at).CopyTo(line);
            else
                for (int y = 0; y < along; y++)
                    line[y] = ink[at, y] ? (byte)1 : (byte)0;
            foreach ((int start, int end) in Runs(line, least))
                Join(open, at, start, end);
            Close(open, done, at, isHorizontal);
        }

        Close(open, done, int.MaxValue, isHorizontal);
        return Chained(done);
    }

    private static IEnumerable<(int Start, int End)> Runs(byte[] line, int least)
    {
        int start = -1, last = -1;
        for (int i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && line[i] != 0)
            {
                if (start < 0)
                    start = i;
                last = i;
            }
            else if (start >= 0 && (i == line.Length || i - last > Gap))
            {
                if (last + 1 - start >= least)
                    yield return (start, last + 1);
                start = -1;
            }
        }
    }

    private static void Join(List<Bundle> open, int at, int start, int end)
    {
        Bundle? own = null;
        for (int i = open.Count - 1; i >= 0; i--)
        {
            Bundle bundle = open[i];
            // Touching ends as well: a line that is a little askew goes on in the next row.
            if (bundle.LastAt < at - 2 || start > bundle.End + 3 || end < bundle.Start - 3)
                continue;
            if (own is null)
                own = bundle;
            else
            {
                own.Take(bundle);
                open.RemoveAt(i);
            }
        }

        if (own is null)
            open.Add(own = new Bundle(at));
        own.Add(at, start, end);
    }

    private void Close(List<Bundle> open, List<RuledLine> done, int at, bool isHorizontal)
    {
        for (int i = open.Count - 1; i >= 0; i--)
        {
            if (at != int.MaxValue && open[i].LastAt >= at - 2)
                continue;
            Bundle bundle = open[i];
            open.RemoveAt(i);
            double thickness = bundle.Pixels / (double)(bundle.End - bundle.Start);
            if (thickness <= Thickest * density)
                done.Add(new RuledLine(isHorizontal, bundle.Weighted / bundle.Pixels + 0.5, bundle.Start, bundle.End, thickness));
        }
    }

    /// <summary>Pieces of one line, parted where it was worn off, are one.</summary>
    private List<RuledLine> Chained(List<RuledLine> pieces)
    {
        double near = Math.Max(1.5, 0.6 * density), gap = 4 * density;
        List<RuledLine> sorted = [.. pieces.OrderBy(piece => piece.Start)];
        var lines = new List<RuledLine>();
        foreach (RuledLine piece in sorted)
        {
            int before = lines.FindLastIndex(line => Math.Abs(line.At - piece.At) <= near && piece.Start - line.End <= gap && piece.Start >= line.Start);
            if (before < 0)
            {
                lines.Add(piece);
                continue;
            }

            RuledLine line = lines[before];
            double whole = line.Length + piece.Length;
            lines[before] = line with
            {
                At = ((line.At * line.Length) + (piece.At * piece.Length)) / whole,
                End = Math.Max(line.End, piece.End),
                Thickness = Math.Max(line.Thickness, piece.Thickness),
            };
        }

        return lines;
    }

    /// <summary>Runs in neighbouring rows.</summary>
    private sealed class Bundle(int at)
    {
        public int LastAt { get; private set; } = at;

        public int Start { get; private set; } = int.MaxValue;

        public int End { get; private set; }

        public long Pixels { get; private set; }

        public double Weighted { get; private set; }

        public void Add(int row, int start, int end)
        {
            LastAt = row;
            Start = Math.Min(Start, start);
            End = Math.Max(End, end);
            Pixels += end - start;
            Weighted += (double)row * (end - start);
        }

        public void Take(Bundle other)
        {
            LastAt = Math.Max(LastAt, other.LastAt);
            Start = Math.Min(Start, other.Start);
            End = Math.Max(End, other.End);
            Pixels += other.Pixels;
            Weighted += other.Weighted;
        }
    }
}
