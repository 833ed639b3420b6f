using System.Collections.Immutable;
using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Tables.Letters;

namespace Ingest.Tables.Upright;

/// <summary>
/// What on a page speaks against taking its letters at their word: figures that are in the file but not to be seen, dark boxes,
/// lines through text, strokes that may be signs, lines between the digits of numbers.
/// </summary>
internal sealed class PageTraces
{
    /// <summary>More dark boxes than this are a picture.</summary>
    private const int MaximumCovers = 500;

    /// <summary>So many can be held against all letters.</summary>
    private const int FewCovers = 50;

    /// <summary>A fill darker than this, of 255, hides what lies below it, or stands for what was taken out.</summary>
    private const int DarkerThan = 110;

    public PageTraces(Page page, Turn turn)
    {
        foreach (Letter letter in page.Letters)
        {
            if (!letter.IsVisible && HasDigit(letter.Text))
                Figures.Add(turn.Apply(letter.Box));
        }

        foreach (Fill fill in page.Fills)
        {
            if (IsDark(fill.Rgb) && DarkFills.Count < MaximumCovers)
                DarkFills.Add(turn.Apply(fill.Box));
        }

        foreach (ImmutableArray<Box> drawn in (ReadOnlySpan<ImmutableArray<Box>>)[page.Images, page.Shapes])
        {
            foreach (Box box in drawn)
                Drawings.Add(turn.Apply(box));
        }
    }

    /// <summary>Digits that are in the file and not to be seen.</summary>
    public List<Box> Figures { get; } = [];

    /// <summary>Dark fills.</summary>
    public List<Box> DarkFills { get; } = [];

    /// <summary>Pictures and shapes with curves.</summary>
    public List<Box> Drawings { get; } = [];

    /// <summary>Lines that run through text.</summary>
    public List<Box> Strikes { get; } = [];

    /// <summary>Strokes beside numbers that may be signs or may not.</summary>
    public List<Box> Signs { get; } = [];

    /// <summary>Upright lines between the digits of numbers.</summary>
    public List<Box> DigitPlaces { get; } = [];

    /// <summary>Does something painted here cover figures, so that it is no ground of a cell?</summary>
    public bool Covers(Fill fill, GlyphRows rows)
    {
        if (Figures.Count > MaximumCovers)
            return false;
        foreach (Box figure in Figures)
        {
            if (fill.Box.Contains(figure.CenterX, figure.CenterY))
                return true;
        }

        return DarkFills.Count <= FewCovers && IsDark(fill.Rgb) && !HoldsLetters(fill.Box, rows);
    }

    private static bool HoldsLetters(Box box, GlyphRows rows)
    {
        foreach (ref readonly Glyph glyph in rows.Glyphs)
        {
            if (!glyph.IsSpace && box.Contains(glyph.CenterX, glyph.CenterY))
                return true;
        }

        return false;
    }

    private static bool IsDark(int rgb) =>
        (((rgb >> 16) & 0xFF) * 3 + ((rgb >> 8) & 0xFF) * 6 + (rgb & 0xFF)) / 10 < DarkerThan;

    private static bool HasDigit(string text)
    {
        foreach (char unit in text)
        {
            if (char.IsDigit(unit))
                return true;
        }

        return false;
    }
}
