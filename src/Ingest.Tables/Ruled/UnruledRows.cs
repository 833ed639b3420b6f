using Ingest.Tables.Lattices;
using Ingest.Tables.Letters;
using Ingest.Tables.Upright;

namespace Ingest.Tables.Ruled;

/// <summary>Tells tables with lines between their columns alone: several lines of figures in several columns, or numbered items, stand in one of their rows.</summary>
internal static class UnruledRows
{
    /// <summary>Fewer lines below one another may be a wrapped name, or heads.</summary>
    private const int FewestLines = 3;

    private const int MostOfHead = 3;

    /// <summary>Two lists of names and amounts beside each other.</summary>
    private const int FewestColumns = 4;

    private const string Numerals = "一二三四五六七八九十";

    public static bool Has(Lattice lattice, UprightPage page)
    {
        GlyphRows rows = page.Rows;
        float tall = FewestLines * page.EmSize;
        if (!Enumerable.Range(0, lattice.Rows).Any(IsTall))
            return false;
        // Goals are numbered within a cell too: items are rows only where below the head nothing but the columns is drawn.
        bool isBody = lattice.Rows <= MostOfHead + 1 && lattice.Columns >= FewestColumns;
        int last = -1;
        int lines = 0;
        for (int i = RowSearch.FirstBelow(rows, lattice.Y[0]); i < rows.Count && rows[i][0].BaseY > lattice.Y[^1]; i++)
        {
            int row = lattice.RowAt(rows[i][0].CenterY);
            lines = row == last ? lines : 0;
            last = row;
            if (row >= 0 && IsTall(row) && (IsRow(rows[i], lattice) || (isBody && row == lattice.Rows - 1 && IsItem(rows[i]))) && ++lines >= FewestLines)
                return true;
        }

        return false;

        bool IsTall(int row) => lattice.Y[row] - lattice.Y[row + 1] > tall;
    }

    /// <summary>二十八、 or （三）: a row that is numbered in a list, with figures or without.</summary>
    private static bool IsItem(ReadOnlySpan<Glyph> letters)
    {
        int at = 0;
        while (at < letters.Length && letters[at].IsSpace)
            at++;
        bool isBracketed = at < letters.Length && letters[at].Text is "（" or "(";
        int first = isBracketed ? ++at : at;
        while (at < letters.Length && letters[at].Text is [var numeral] && Numerals.Contains(numeral))
            at++;
        return at > first && at < letters.Length && (isBracketed ? letters[at].Text is "）" or ")" : letters[at].Text is "、");
    }

    /// <summary>Letters in two columns, digits among them.</summary>
    private static bool IsRow(ReadOnlySpan<Glyph> letters, Lattice lattice)
    {
        int first = -1;
        bool isInTwo = false;
        bool hasDigit = false;
        foreach (ref readonly Glyph letter in letters)
        {
            int column = letter.IsSpace ? -1 : lattice.ColumnAt(letter.CenterX);
            if (column < 0)
                continue;
            first = first < 0 ? column : first;
            isInTwo |= column != first;
            hasDigit |= letter.Class == GlyphClass.Digit;
        }

        return isInTwo && hasDigit;
    }
}
