using Ingest.Contract.Geometry;
using Ingest.Tables.Ruled;
using Ingest.Tables.Upright;

namespace Ingest.Tables.Aligned;

/// <summary>Lines and shades outside the ruled tables: what is drawn of tables with fewer lines.</summary>
internal sealed class PageMarks
{
    /// <summary>More lines than a page of rows has: a drawing, in which no tables are looked for.</summary>
    private const int MaximumLines = 4_000;

    private PageMarks(List<Line> horizontal, List<float> vertical)
    {
        Horizontal = horizontal;
        Vertical = vertical;
    }

    /// <summary>Lines and the upper and lower edges of shaded bands, joined; top to bottom.</summary>
    public List<Line> Horizontal { get; }

    /// <summary>x of lone vertical lines and of the sides of shaded cells, ascending.</summary>
    public List<float> Vertical { get; }

    public static PageMarks Of(UprightPage page, List<LineGroup> unused, List<Box> taken, float tolerance)
    {
        List<Line> horizontal = [.. unused.SelectMany(group => group.Horizontal)];
        List<float> vertical = [.. unused.SelectMany(group => group.Vertical).Select(line => line.At)];
        foreach (Box shade in page.Shades)
        {
            if (taken.Exists(box => box.Contains(shade.CenterX, shade.CenterY)))
                continue;
            horizontal.Add(new Line(shade.Top, shade.Left, shade.Right));
            horizontal.Add(new Line(shade.Bottom, shade.Left, shade.Right));
            vertical.Add(shade.Left);
            vertical.Add(shade.Right);
        }

        if (horizontal.Count > MaximumLines)
            return new PageMarks([], []);
        horizontal = LineJoiner.Join(horizontal, tolerance);
        horizontal.Reverse();
        vertical.Sort();
        return new PageMarks(horizontal, vertical);
    }
}
