using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Tables.Upright;

namespace Ingest.Tables.Ruled;

/// <summary>The lines of a page that may belong to tables, joined and ordered.</summary>
internal sealed class PageRules
{
    private PageRules(List<Line> horizontal, List<Line> vertical, float tolerance)
    {
        Horizontal = horizontal;
        Vertical = vertical;
        Tolerance = tolerance;
    }

    /// <summary>At is y; from the bottom of the page to its top.</summary>
    public List<Line> Horizontal { get; }

    /// <summary>At is x; from left to right.</summary>
    public List<Line> Vertical { get; }

    /// <summary>
    /// How far apart two strokes may be and still be one line: a third of the text size, which no row or
    /// column of text fits into, within the widths in which double lines and cell spacing are drawn.
    /// </summary>
    public float Tolerance { get; }

    public static PageRules Of(UprightPage page)
    {
        float tolerance = Math.Clamp(0.3f * page.EmSize, 0.8f, 3f);
        List<Line> horizontal = [];
        List<Line> vertical = [];
        var strokes = new GlyphStrokes(page.Rows, page.EmSize);
        foreach (Ruling ruling in page.Rulings)
        {
            if (!strokes.Contains(ruling))
                Add(ruling, page.Visible, horizontal, vertical);
        }

        ThickRules.Add(page, horizontal, vertical);
        horizontal = LineJoiner.Join(horizontal, tolerance);
        vertical = LineJoiner.Join(vertical, tolerance);
        RemoveStrikes(page, horizontal);
        DigitPlaces.Remove(vertical, page.EmSize, tolerance, page.Traces.DigitPlaces);

        // What is left shorter than this is a dot of a leader, a tick or a bullet, no side of a cell.
        float shortest = Math.Max(3f, 0.5f * page.EmSize);
        horizontal.RemoveAll(line => line.Length < shortest);
        vertical.RemoveAll(line => line.Length < shortest);
        return new PageRules(horizontal, vertical, tolerance);
    }

    private static void RemoveStrikes(UprightPage page, List<Line> horizontal)
    {
        var text = new StruckText(page.Rows, page.EmSize);
        horizontal.RemoveAll(line =>
        {
            bool strikes = text.IsStrike(line);
            if (strikes)
                page.Traces.Strikes.Add(StruckText.BoxOf(line));
            return strikes;
        });
    }

    /// <summary>Keeps the visible part of a ruling.</summary>
    private static void Add(in Ruling ruling, Box visible, List<Line> horizontal, List<Line> vertical)
    {
        (float low, float high, float from, float to) = ruling.IsHorizontal
            ? (visible.Bottom, visible.Top, visible.Left, visible.Right)
            : (visible.Left, visible.Right, visible.Bottom, visible.Top);
        float start = Math.Max(ruling.Start, from);
        float end = Math.Min(ruling.End, to);
        if (ruling.At >= low && ruling.At <= high && start <= end)
            (ruling.IsHorizontal ? horizontal : vertical).Add(new Line(ruling.At, start, end));
    }
}
