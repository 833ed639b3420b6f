namespace Ingest.Pdf.Tables;

/// <summary>Counter-clockwise quarter turns of a page; the inverse of <see cref="PageContent.ToPage"/>.</summary>
internal readonly record struct Turn(int QuarterTurns, float PageWidth, float PageHeight)
{
    public (float X, float Y) Apply(float x, float y) => QuarterTurns switch
    {
        1 => (PageHeight - y, x),
        2 => (PageWidth - x, PageHeight - y),
        3 => (y, PageWidth - x),
        _ => (x, y),
    };

    public Box Apply(Box box)
    {
        (float ax, float ay) = Apply(box.Left, box.Bottom);
        (float bx, float by) = Apply(box.Right, box.Top);
        return new Box(Math.Min(ax, bx), Math.Min(ay, by), Math.Max(ax, bx), Math.Max(ay, by));
    }

    public Fill Apply(Fill fill) => fill with { Box = Apply(fill.Box) };

    public Ruling Apply(Ruling ruling)
    {
        Box box = Apply(ruling.IsHorizontal
            ? new Box(ruling.Start, ruling.At, ruling.End, ruling.At)
            : new Box(ruling.At, ruling.Start, ruling.At, ruling.End));
        bool horizontal = ruling.IsHorizontal == (QuarterTurns % 2 == 0);
        return horizontal
            ? new Ruling(true, box.Bottom, box.Left, box.Right, ruling.Thickness)
            : new Ruling(false, box.Left, box.Bottom, box.Top, ruling.Thickness);
    }
}
