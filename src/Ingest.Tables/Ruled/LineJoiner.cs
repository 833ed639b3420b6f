using System.Runtime.InteropServices;

namespace Ingest.Tables.Ruled;

/// <summary>
/// Makes one line of what was drawn as many: the borders of neighbouring cells, the two strokes of a
/// double line, the edges of two rectangles that share a side.
/// </summary>
internal static class LineJoiner
{
    /// <summary>Joined lines ordered by position, then by start.</summary>
    /// <param name="pieces">Lines of one direction, in any order; reordered.</param>
    /// <param name="tolerance">Pieces this far apart, across or along, are still one line.</param>
    public static List<Line> Join(List<Line> pieces, float tolerance)
    {
        Span<Line> sorted = CollectionsMarshal.AsSpan(pieces);
        sorted.Sort(static (a, b) => a.At != b.At ? a.At.CompareTo(b.At) : a.Start.CompareTo(b.Start));
        List<Line> joined = new(Math.Min(pieces.Count, 256));
        for (int from = 0; from < sorted.Length;)
        {
            int to = from + 1;
            while (to < sorted.Length && sorted[to].At - sorted[from].At <= tolerance)
                to++;
            JoinBand(sorted[from..to], tolerance, joined);
            from = to;
        }

        joined.Sort(static (a, b) => a.At != b.At ? a.At.CompareTo(b.At) : a.Start.CompareTo(b.Start));
        return joined;
    }

    /// <summary>Joins pieces that lie within one tolerance across; the middle of a double line counts.</summary>
    private static void JoinBand(Span<Line> band, float tolerance, List<Line> joined)
    {
        band.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.At.CompareTo(b.At));
        (float low, float high, float start, float end) = (band[0].At, band[0].At, band[0].Start, band[0].End);
        foreach (Line piece in band[1..])
        {
            if (piece.Start > end + tolerance)
            {
                joined.Add(new Line((low + high) / 2, start, end));
                (low, high, start, end) = (piece.At, piece.At, piece.Start, piece.End);
            }

            (low, high, end) = (Math.Min(low, piece.At), Math.Max(high, piece.At), Math.Max(end, piece.End));
        }

        joined.Add(new Line((low + high) / 2, start, end));
    }
}
