using Ingest.Contract.Geometry;
using Ingest.Tables.Lattices;
using Ingest.Tables.Letters;
using Ingest.Tables.Upright;

namespace Ingest.Tables.Ruled;

/// <summary>
/// Takes off the frames that are drawn round a table close to its own: strips at the rim that are too narrow for a letter, and
/// hold none, are no columns or rows.
/// </summary>
internal static class LatticeRim
{
    /// <summary>In sizes of the text.</summary>
    private const float NarrowestStrip = 0.8f;

    public static Lattice Trim(Lattice lattice, UprightPage page)
    {
        float least = NarrowestStrip * page.EmSize;
        (int left, int right) = (0, lattice.Columns);
        (int top, int bottom) = (0, lattice.Rows);
        while (right - left > 2 && lattice.X[left + 1] - lattice.X[left] < least)
            left++;
        while (right - left > 2 && lattice.X[right] - lattice.X[right - 1] < least)
            right--;
        while (bottom - top > 1 && lattice.Y[top] - lattice.Y[top + 1] < least)
            top++;
        while (bottom - top > 1 && lattice.Y[bottom - 1] - lattice.Y[bottom] < least)
            bottom--;
        if (right - left == lattice.Columns && bottom - top == lattice.Rows)
            return lattice;
        Box kept = new(lattice.X[left], lattice.Y[bottom], lattice.X[right], lattice.Y[top]);
        return HasLettersAround(lattice.Box, kept, page.Rows) ? lattice : Part(lattice, left, right, top, bottom);
    }

    private static bool HasLettersAround(Box whole, Box kept, GlyphRows rows)
    {
        foreach (ref readonly Glyph glyph in rows.Glyphs)
        {
            if (!glyph.IsSpace && whole.Contains(glyph.CenterX, glyph.CenterY) && !kept.Contains(glyph.CenterX, glyph.CenterY))
                return true;
        }

        return false;
    }

    private static Lattice Part(Lattice lattice, int left, int right, int top, int bottom)
    {
        Lattice part = new(lattice.X[left..(right + 1)], lattice.Y[top..(bottom + 1)], lattice.Evidence);
        for (int row = top; row < bottom; row++)
        {
            for (int column = left; column < right; column++)
            {
                if (lattice.IsClosedAbove(row, column))
                    part.CloseAbove(row - top, column - left);
                if (lattice.IsClosedBefore(row, column))
                    part.CloseBefore(row - top, column - left);
            }
        }

        return part;
    }
}
