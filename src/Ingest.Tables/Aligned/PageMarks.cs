using Ingest.Contract.Geometry;
using Ingest.Tables.Ruled;
using Ingest.Tables.Upright;

namespace Ingest.Tables.Aligned;

/// <summary>Lines and shades outside the ruled tables: what is drawn of tables with fewer lines.</summary>
internal sealed class PageMarks
{
    /// <summary>More lines than a page of rows has: a drawing, in which no tables are looked for.</summary>
    private const int MaximumLines = 4_000;

    /// <summary>Lines from side to side, joined; top to bottom.</summary>
    public List<Line> Horizontal { get; private init; } = [];

    /// <summary>Those, and the upper and lower edges of shaded bands; top to bottom.</summary>
    public List<Line> Edges { get; private init; } = [];

    /// <summary>x of lone vertical lines, ascending.</summary>
    public List<float> Vertical { get; private init; } = [];

    /// <summary>Shaded bands: shaded cells of one row joined.</summary>
    public List<ShadedBand> Bands { get; private init; } = [];

    /// <summary>Boxes that lines are drawn around, with nothing drawn between their sides.</summary>
    public List<Box> Frames { get; private init; } = [];

    public static PageMarks Of(UprightPage page, List<LineGroup> unused, List<Box> taken, float tolerance)
    {
        List<Line> horizontal = [.. unused.SelectMany(group => group.Horizontal)];
        List<Box> shades = page.Shades.FindAll(shade => !taken.Exists(box => box.Contains(shade.CenterX, shade.CenterY)));
        if (horizontal.Count + 2 * shades.Count > MaximumLines)
            return new PageMarks();
        List<float> vertical = [.. unused.SelectMany(group => group.Vertical).Select(line => line.At)];
        vertical.Sort();
        List<ShadedBand> bands = ShadedBand.Of(shades, tolerance);
        List<Line> edges = [.. horizontal, .. bands.SelectMany(band => band.Edges)];
        return new PageMarks
        {
            Horizontal = TopDown(horizontal, tolerance),
            Edges = TopDown(edges, tolerance),
            Vertical = vertical,
            Bands = bands,
            Frames = [.. unused.Where(group => group.Vertical.Count >= 2 && group.Horizontal.Count >= 2).Select(group => group.Box)],
        };
    }

    /// <summary>Is the ground of two of these lines or more shaded, the heads not counted?</summary>
    public bool AreStripes(List<RunLine> lines) =>
        Bands.Count(band => band.Box.Top < lines[0].Bottom && band.Box.CenterY > lines[^1].Bottom) >= 2;

    private static List<Line> TopDown(List<Line> lines, float tolerance)
    {
        List<Line> joined = LineJoiner.Join(lines, tolerance);
        joined.Reverse();
        return joined;
    }
}
