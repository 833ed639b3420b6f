using Ingest.Contract.Grids;
using Ingest.Tables.Letters;

namespace Ingest.Tables.Cells;

/// <summary>
/// The mark of a footnote behind a number that fills its cell stands over the border or beyond it: a small figure close behind
/// larger ones is theirs, and no amount of the next column.
/// </summary>
internal static class StrayMarks
{
    /// <summary>As wide as one or two figures, in sizes of the number.</summary>
    private const int MostDigits = 2;

    /// <summary>A figure smaller than this part of another is none of the same number; as <see cref="FootnoteMarks"/>.</summary>
    private const float SmallerThan = 0.87f;

    /// <summary>A mark is no farther behind its number, in sizes of that.</summary>
    private const float Gap = 0.4f;

    /// <summary>Nor higher or lower.</summary>
    private const float Rise = 0.62f;

    /// <param name="rows">All letters of the page.</param>
    /// <param name="places">Where each belongs; changed for marks.</param>
    /// <param name="em">Size of the page's text.</param>
    /// <param name="spills">Receives the marks that stand wholly beyond the border: there may be an amount instead.</param>
    public static void Settle(GlyphRows rows, Place[] places, float em, List<Spill> spills)
    {
        int offset = 0;
        for (int row = 0; row < rows.Count; row++)
        {
            ReadOnlySpan<Glyph> letters = rows[row];
            for (int start = 0; start < letters.Length; start++)
            {
                if (!IsMark(letters[start], em) || (start > 0 && letters[start - 1].IsNumeric && IsBehind(letters[start - 1], letters[start])))
                    continue;
                int end = start + 1;
                int digits = letters[start].Class == GlyphClass.Digit ? 1 : 0;
                while (end < letters.Length && IsMark(letters[end], em) && IsBehind(letters[end - 1], letters[end]))
                    digits += letters[end++].Class == GlyphClass.Digit ? 1 : 0;
                bool isMark = digits is > 0 and <= MostDigits && !(end < letters.Length && letters[end].IsNumeric && IsBehind(letters[end - 1], letters[end]));
                if (isMark && places[offset + start] is { Cell: >= 0 } place && NumberBefore(rows, letters[start], places, place.Table) is { } number
                    && places[number.Index].Cell != place.Cell)
                {
                    if (letters[start].Box.Left > number.Border)
                        spills.Add(new Spill(place.Table, place.Cell, places[number.Index].Cell, CellDoubts.MixedSizes));
                    places.AsSpan(offset + start, end - start).Fill(places[number.Index]);
                }

                start = end - 1;
            }

            offset += letters.Length;
        }
    }

    private static bool IsMark(in Glyph letter, float em) =>
        letter.Size < SmallerThan * em && (letter.Class == GlyphClass.Digit || letter.Text is "(" or ")" or "（" or "）" or "[" or "]");

    private static bool IsBehind(in Glyph left, in Glyph right) => right.Box.Left - left.Box.Right <= Gap * right.Size;

    /// <summary>The last figure of a larger number that ends where a mark begins, in another cell of the same table.</summary>
    private static (int Index, float Border)? NumberBefore(GlyphRows rows, in Glyph mark, Place[] places, int table)
    {
        float reach = 2 * mark.Size;
        for (int row = RowSearch.FirstBelow(rows, mark.BaseY + reach); row < rows.Count && rows[row][0].BaseY >= mark.BaseY - reach; row++)
        {
            ReadOnlySpan<Glyph> letters = rows[row];
            for (int i = RowSearch.FirstFrom(letters, mark.Box.Left - reach); i < letters.Length && letters[i].Box.Left < mark.Box.Left; i++)
            {
                ref readonly Glyph digit = ref letters[i];
                if (digit.Class == GlyphClass.Digit && mark.Size < SmallerThan * digit.Size
                    && Math.Abs(mark.Box.Left - digit.Box.Right) <= Gap * digit.Size && Math.Abs(mark.BaseY - digit.BaseY) <= Rise * digit.Size
                    && rows.IndexOf(row, i) is var index && places[index].Table == table && places[index].Cell >= 0)
                {
                    return (index, digit.Box.Right + (Gap * digit.Size / 2));
                }
            }
        }

        return null;
    }
}
