using Ingest.Contract.Amounts;
using Ingest.Contract.Text;
using Ingest.Core.Layouts;

namespace Ingest.Core.Statements;

/// <summary>The rows of a grid that print the total of a table.</summary>
internal static class TotalRows
{
    /// <summary>The name, folded, and the amounts of each 合计 or 总计 row.</summary>
    public static List<string[]> Of(GridView view, int firstRow)
    {
        var totals = new List<string[]>();
        for (int row = firstRow; row < view.Rows; row++)
        {
            string[] texts = [.. view.PrintedIn(row).Select(view.Text)];
            if (texts.Length > 1 && RowLabel.IsGrandTotal(texts[0]) && Array.TrueForAll(texts[1..], text => AmountParser.Parse(text).IsAmount))
                totals.Add([PrintedText.Fold(texts[0]), .. texts[1..]]);
        }

        return totals;
    }

    /// <summary>The same total printed again, as forms do that repeat it on every page.</summary>
    public static bool AreSame(string[] left, string[] right) => left.AsSpan().SequenceEqual(right);
}
