using System.Globalization;
using Ingest.Contract.Amounts;
using Ingest.Core.Layouts;

namespace Ingest.Core.Statements;

/// <summary>
/// Whether the rows of a grid hold what the columns of a statement hold: digits below codes, words below
/// names, amounts below amounts. Decides where the borders of a continued table were drawn anew.
/// </summary>
internal static class ContentFit
{
    public static bool Holds(StatementBinding binding, ColumnMap map, GridView view, int firstRow)
    {
        int amounts = 0;
        for (int row = firstRow; row < view.Rows; row++)
            foreach (int index in view.PrintedIn(row))
            {
                int column = view.Cell(index).Column;
                if (view.Cell(index).ColumnSpan > 1 || map.Count(column) > 1 || map[column] < 0)
                    continue;
                ColumnRole role = binding.Columns[map[column]].Role;
                if (!Fits(role, view.Text(index)))
                    return false;
                amounts += role == ColumnRole.Amount ? 1 : 0;
            }
        return amounts > 0;
    }

    private static bool Fits(ColumnRole role, string text) => role switch
    {
        ColumnRole.Amount => AmountParser.Parse(text).Outcome is AmountOutcome.Amount or AmountOutcome.Dash,
        ColumnRole.Code => text.All(static letter => char.GetUnicodeCategory(letter) == UnicodeCategory.DecimalDigitNumber),
        ColumnRole.Name or ColumnRole.Project => AmountParser.Parse(text).Failure == AmountFailure.Words,
        _ => true,
    };
}
