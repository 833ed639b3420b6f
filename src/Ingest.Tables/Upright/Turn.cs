using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;
using Ingest.Contract.Pages;
using Ingest.Tables.Letters;

namespace Ingest.Tables.Upright;

/// <summary>A turn of a page; <see cref="PageContent.ToPage"/> is the inverse of <see cref="Upright"/>.</summary>
/// <param name="QuarterTurns">Counter-clockwise, 0–3.</param>
/// <param name="PageWidth">In points, before the turn.</param>
/// <param name="PageHeight">In points, before the turn.</param>
public readonly record struct Turn(int QuarterTurns, float PageWidth, float PageHeight)
{
    /// <summary>Text a few degrees off is a crooked scan's text layer; a watermark is farther off.</summary>
    private const float AngleTolerance = 5;

    /// <summary>
    /// The turn after which most of the page's visible text runs left to right, whatever <c>/Rotate</c> says; without
    /// letters that does.
    /// </summary>
    public static Turn Upright(Page page)
    {
        Span<int> votes = stackalloc int[4];
        foreach (Letter letter in page.Letters)
        {
            if (letter.IsVisible && QuadrantOf(letter) is { } quadrant && GlyphClasses.Of(letter.Text) != GlyphClass.Space)
                votes[quadrant]++;
        }

        int best = 0;
        for (int quadrant = 1; quadrant < 4; quadrant++)
        {
            if (votes[quadrant] > votes[best])
                best = quadrant;
        }

        return new Turn(votes[best] > 0 ? (4 - best) % 4 : (4 - page.Rotation / 90) % 4, page.Width, page.Height);
    }

    /// <summary>Quarter turns of the letter's direction from left-to-right, or null when it runs slantwise.</summary>
    internal static int? QuadrantOf(in Letter letter)
    {
        // In vertical writing, too, the angle says how the glyphs stand.
        if (!(letter.Angle is >= 0 and < 360))
            return null;
        int quadrant = (int)MathF.Round(letter.Angle / 90);
        return MathF.Abs(letter.Angle - quadrant * 90) <= AngleTolerance ? quadrant & 3 : null;
    }

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

    /// <summary>The box that <see cref="Apply(Box)"/> takes to this one.</summary>
    public Box Back(Box turned) => (QuarterTurns % 2 == 0 ? this : new Turn(4 - QuarterTurns, PageHeight, PageWidth)).Apply(turned);

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
