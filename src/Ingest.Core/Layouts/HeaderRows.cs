using System.Globalization;
using Ingest.Contract.Amounts;
using Ingest.Contract.Text;

namespace Ingest.Core.Layouts;

/// <summary>Tells the header rows of a grid from the data rows by what is printed in them.</summary>
internal static class HeaderRows
{
    /// <summary>No form has more header rows; Shanghai's final accounts have five.</summary>
    private const int Most = 8;

    /// <summary>The first row that is not a header row.</summary>
    public static int End(GridView view, int firstRow, HeaderVocabulary vocabulary)
    {
        int last = Math.Min(view.Rows, firstRow + Most);
        // The row that numbers the columns ends a header whatever stands above it, unless that is data.
        for (int row = firstRow; row < last && !HasFigures(view, row); row++)
            if (row + 1 < last && MarkerRow.Is(view, row + 1))
                return row + 2;
        int end = firstRow;
        int spannedTo = firstRow;
        for (int row = firstRow; row < last; row++)
        {
            bool spanned = row < spannedTo;
            if (HasFigures(view, row) || (!spanned && !ReadsLikeHeader(view, row, vocabulary)))
                break;
            bool printed = false;
            foreach (int index in view.PrintedIn(row))
            {
                printed = true;
                spannedTo = Math.Max(spannedTo, row + view.Cell(index).RowSpan);
            }
            if (printed || spanned)
                end = row + 1;
        }
        return end;
    }

    /// <summary>A row with an amount or a code is data even where a header cell reaches into it.</summary>
    private static bool HasFigures(GridView view, int row) =>
        view.PrintedIn(row).Any(index => AmountParser.Parse(view.Text(index)).IsAmount || IsDigits(view.Text(index)));

    private static bool IsDigits(string text) => text.All(static letter => char.GetUnicodeCategory(letter) == UnicodeCategory.DecimalDigitNumber);

    private static bool ReadsLikeHeader(GridView view, int row, HeaderVocabulary vocabulary)
    {
        int printed = 0;
        int known = 0;
        bool onlyTotal = true;
        foreach (int index in view.PrintedIn(row))
        {
            string folded = PrintedText.Fold(view.Text(index));
            printed++;
            known += vocabulary.Contains(HeaderYears.Without(folded)) ? 1 : 0;
            onlyTotal &= RowLabel.IsTotal(folded);
        }
        // An empty table's 总计 row says nothing that a header would say.
        return printed > 0 && !onlyTotal && (2 * known >= printed || (printed >= 3 && known > 0));
    }
}
