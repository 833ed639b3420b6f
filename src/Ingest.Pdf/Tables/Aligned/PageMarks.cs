using Ingest.Pdf.Tables.Ruled;

namespace Ingest.Pdf.Tables.Aligned;

/// <summary>Lines and shades outside the ruled tables: what is drawn of tables with fewer lines.</summary>
internal sealed class PageMarks
{
    /// <summary>More lines than a page of rows has: a drawing, in which no tables are looked for.</summary>
    private const int MaximumLines = 2_000;

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
        foreach (Fill fill in page.Fills)
        {
            if (!ShadedCells.IsShade(fill, page) || taken.Exists(box => box.Contains(fill.Box.CenterX, fill.Box.CenterY)))
                continue;
            horizontal.Add(new Line(fill.Box.Top, fill.Box.Left, fill.Box.Right));
            horizontal.Add(new Line(fill.Box.Bottom, fill.Box.Left, fill.Box.Right));
            vertical.Add(fill.Box.Left);
            vertical.Add(fill.Box.Right);
        }

        if (horizontal.Count > MaximumLines)
            return new PageMarks([], []);
        horizontal = LineJoiner.Join(horizontal, tolerance);
        horizontal.Reverse();
        vertical.Sort();
        return new PageMarks(horizontal, vertical);
    }
}
