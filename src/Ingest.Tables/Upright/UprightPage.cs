using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Tables.Letters;

namespace Ingest.Tables.Upright;

/// <summary>
/// A page turned so that most of its visible letters run left to right. Letters at any other angle are
/// kept apart: a watermark, a seal, or the vertical text of a narrow cell.
/// </summary>
internal sealed class UprightPage
{
    private UprightPage(Page page, Turn turn)
    {
        Number = page.Number;
        QuarterTurns = turn.QuarterTurns;
        (Width, Height) = QuarterTurns % 2 == 0 ? (page.Width, page.Height) : (page.Height, page.Width);
        (List<Glyph> glyphs, Crosswise) = TurnLetters(page, turn);
        EmSize = MedianSize(glyphs);
        Traces = new PageTraces(page, turn);
        Visible = turn.Apply(page.Visible);
        Rulings = [.. page.Rulings.Select(turn.Apply)];
        Bars = [.. page.Fills.Where(fill => Upright.Bars.Are(fill, EmSize)).Select(turn.Apply)];
        Rows = WithDrawnSigns(GlyphRows.Of(glyphs));
        Shades = Upright.Shades.Of(page.Fills.Select(turn.Apply).Where(fill => !Traces.Covers(fill, Rows)), EmSize, Width * Height);
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

    /// <summary>Fills so long and thin that they may be rulings.</summary>
    public Fill[] Bars { get; }

    /// <summary>What speaks against taking the letters at their word.</summary>
    public PageTraces Traces { get; }

    /// <summary>Fills that may be shaded cells.</summary>
    public List<Box> Shades { get; }

    /// <summary>Median size of <see cref="Rows"/>, the unit that tolerances scale with; 9 on a page without letters.</summary>
    public float EmSize { get; }

    public static UprightPage Of(Page page) => new(page, Turn.Upright(page));

    private GlyphRows WithDrawnSigns(GlyphRows rows)
    {
        List<Glyph> signs = new DrawnSigns(rows, EmSize, Traces).Find(Rulings);
        return signs.Count == 0 ? rows : GlyphRows.Of([.. rows.Glyphs, .. signs]);
    }

    private static (List<Glyph> Upright, Glyph[] Crosswise) TurnLetters(Page page, Turn turn)
    {
        int upright = (4 - turn.QuarterTurns) % 4;
        List<Glyph> glyphs = new(page.Letters.Length);
        List<Glyph> crosswise = [];
        ushort chain = 0;
        foreach (Letter letter in page.Letters)
        {
            if (!letter.IsVisible || Turn.QuadrantOf(letter) is not { } quadrant || !IsFinite(letter))
                continue;
            (float x, float y) = turn.Apply(letter.X, letter.Y);
            string text = PlainLetters.Of(letter.Text);
            if (text.Length == 0)
                continue;
            Glyph glyph = new(text, turn.Apply(letter.Box), x, y, letter.Size, GlyphClasses.Of(text), Rgb: letter.Rgb);
            if (quadrant != upright)
            {
                crosswise.Add(glyph);
                continue;
            }

            if (glyphs.Count > 0 && !Chains.Continues(glyphs[^1], glyph))
                chain = unchecked((ushort)(chain + 1));
            glyphs.Add(glyph with { Chain = chain });
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
