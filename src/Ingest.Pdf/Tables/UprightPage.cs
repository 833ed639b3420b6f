using Ingest.Pdf.Tables.Letters;
using Ingest.Pdf.Tables.Ruled;

namespace Ingest.Pdf.Tables;

/// <summary>
/// A page turned so that most of its visible letters run left to right. Letters at any other angle are
/// kept apart: a watermark, a seal, or the vertical text of a narrow cell.
/// </summary>
internal sealed class UprightPage
{
    /// <summary>Text a few degrees off is a crooked scan's text layer; a watermark is farther off.</summary>
    private const float AngleTolerance = 5;

    private UprightPage(Page page, int quarterTurns)
    {
        Number = page.Number;
        QuarterTurns = quarterTurns;
        (Width, Height) = quarterTurns % 2 == 0 ? (page.Width, page.Height) : (page.Height, page.Width);
        Turn turn = new(quarterTurns, page.Width, page.Height);
        (List<Glyph> glyphs, Crosswise) = TurnLetters(page, turn);
        EmSize = MedianSize(glyphs);
        Rows = GlyphRows.Of(glyphs);
        Visible = turn.Apply(page.Visible);
        Rulings = [.. page.Rulings.Select(turn.Apply)];
        Shades = ShadedCells.Of(page.Fills.Select(turn.Apply), EmSize, Width * Height);
    }

    public int Number { get; }

    public int QuarterTurns { get; }

    public float Width { get; }

    public float Height { get; }

    public Box Visible { get; }

    /// <summary>Visible letters that run left to right, spaces included.</summary>
    public GlyphRows Rows { get; }

    /// <summary>Visible letters at the other right angles, in content order.</summary>
    public Glyph[] Crosswise { get; }

    public Ruling[] Rulings { get; }

    /// <summary>Fills that may be shaded cells.</summary>
    public List<Box> Shades { get; }

    /// <summary>Median size of <see cref="Rows"/>, the unit that tolerances scale with; 9 on a page without letters.</summary>
    public float EmSize { get; }

    public static UprightPage Of(Page page) => new(page, QuarterTurnsOf(page));

    /// <summary>The direction of most visible letters decides, whatever <c>/Rotate</c> says; without letters that does.</summary>
    private static int QuarterTurnsOf(Page page)
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

        return votes[best] > 0 ? (4 - best) % 4 : (4 - page.Rotation / 90) % 4;
    }

    /// <summary>Quarter turns of the letter's direction from left-to-right, or null when it runs slantwise.</summary>
    private static int? QuadrantOf(in Letter letter)
    {
        // In vertical writing, too, the angle says how the glyphs stand.
        if (!(letter.Angle is >= 0 and < 360))
            return null;
        int quadrant = (int)MathF.Round(letter.Angle / 90);
        return MathF.Abs(letter.Angle - quadrant * 90) <= AngleTolerance ? quadrant & 3 : null;
    }

    private static (List<Glyph> Upright, Glyph[] Crosswise) TurnLetters(Page page, Turn turn)
    {
        int upright = (4 - turn.QuarterTurns) % 4;
        List<Glyph> glyphs = new(page.Letters.Length);
        List<Glyph> crosswise = [];
        foreach (Letter letter in page.Letters)
        {
            if (!letter.IsVisible || QuadrantOf(letter) is not { } quadrant || !IsFinite(letter))
                continue;
            (float x, float y) = turn.Apply(letter.X, letter.Y);
            Glyph glyph = new(letter.Text, turn.Apply(letter.Box), x, y, letter.Size, GlyphClasses.Of(letter.Text));
            (quadrant == upright ? glyphs : crosswise).Add(glyph);
        }

        return (glyphs, [.. crosswise]);
    }

    private static bool IsFinite(in Letter letter) =>
        float.IsFinite(letter.Box.Left) && float.IsFinite(letter.Box.Bottom)
        && float.IsFinite(letter.Box.Right) && float.IsFinite(letter.Box.Top)
        && float.IsFinite(letter.X) && float.IsFinite(letter.Y) && letter.Size > 0 && float.IsFinite(letter.Size);

    private static float MedianSize(List<Glyph> glyphs)
    {
        if (glyphs.Count == 0)
            return 9;
        float[] sizes = new float[glyphs.Count];
        for (int i = 0; i < sizes.Length; i++)
            sizes[i] = glyphs[i].Size;
        Array.Sort(sizes);
        return sizes[sizes.Length / 2];
    }
}
