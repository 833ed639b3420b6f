using Ingest.Tables.Ruled;

namespace Ingest.Tables.Aligned;

/// <summary>What lines and shades show of a table that was found by its text.</summary>
/// <param name="Rules">Lines and edges of bands from side to side, top to bottom.</param>
/// <param name="PartialRules">Lines over some of the columns.</param>
/// <param name="ColumnHints">x where shaded cells or lines end within it.</param>
/// <param name="Sides">Its sides; null where nothing drawn reaches from one to the other.</param>
internal sealed record DrawnAround(List<float> Rules, List<Line> PartialRules, List<float> ColumnHints, (float Left, float Right)? Sides)
{
    /// <summary>What is drawn from side to side reaches at least so close, in sizes of the text, to where the text ends.</summary>
    private const float SideReach = 1;

    /// <summary>Beyond the text it reaches no farther than this.</summary>
    private const float WidestMargin = 12;

    /// <summary>Above the first and below the last line of text, in sizes.</summary>
    private const float OuterRule = 2.5f;

    /// <summary>Edges closer than this, in points, are one.</summary>
    private const float SameEdge = 1.2f;

    public static DrawnAround Of(List<RunLine> lines, PageMarks marks)
    {
        float em = lines[lines.Count / 2].Size;
        float left = lines.Min(line => line.Left);
        float right = lines.Max(line => line.Right);
        float top = lines[0].Top + OuterRule * em;
        float bottom = lines[^1].Bottom - OuterRule * em;
        List<Line> edges = marks.Edges.FindAll(line => line.At < top && line.At > bottom && line.Overlap(left, right) > 0);
        List<Line> across = edges.FindAll(line => line.Start <= left + SideReach * em && line.End >= right - SideReach * em
            && line.Start >= left - WidestMargin * em && line.End <= right + WidestMargin * em);
        (float Left, float Right)? sides = across.Count == 0 ? null : (across.Min(line => line.Start), across.Max(line => line.End));
        List<float> rules = [];
        foreach (Line line in across)
        {
            if (rules.Count == 0 || rules[^1] - line.At > SameEdge)
                rules.Add(line.At);
        }

        List<Line> partial = marks.Horizontal.FindAll(line => edges.Contains(line) && !across.Contains(line));
        (float from, float to) = sides ?? (left, right);
        IEnumerable<float> hints = marks.Bands.Where(band => band.Box.CenterY < top && band.Box.CenterY > bottom).SelectMany(band => band.Sides)
            .Concat(partial.SelectMany(line => new[] { line.Start, line.End }))
            .Concat(marks.Vertical);
        return new DrawnAround(rules, partial, [.. hints.Where(x => x > from + 0.3f * em && x < to - 0.3f * em).Order()], sides);
    }

    /// <summary>A line from side to side below the heads, above rows that begin without figures, is where the head ends.</summary>
    public int HeadLines(List<RunLine> lines, int headLines)
    {
        if (headLines < 2 || Rules.Count < 2 || Rules[0] < lines[0].Middle)
            return headLines;
        int end = headLines;
        while (end > 1 && !Rules.Exists(rule => rule < lines[end - 1].Middle && rule > (end < lines.Count ? lines[end].Middle : float.MinValue)))
            end--;
        bool isHead = end > 1 && lines.Take(end).Max(line => line.Runs.Count) >= 2;
        bool isCertain = Rules.Count(rule => rule < lines[0].Middle && rule > lines[headLines - 1].Middle) == 1
            || lines.Take(headLines).Skip(end).All(line => line.Runs.TrueForAll(run => run.IsListed));
        return isHead && isCertain ? end : headLines;
    }
}
