using System.Globalization;
using System.Text;

namespace Ingest.App.Reports.Xlsx;

/// <summary>One cell of a sum: where it is and what it is multiplied with.</summary>
/// <param name="Sheet">Null for the sheet that the formula stands on.</param>
internal readonly record struct Addend(CellAddress Cell, decimal Factor, string? Sheet = null);

/// <summary>The formula of a sum over cells; made of addresses, numbers and signs only.</summary>
internal static class SumFormula
{
    /// <summary>Excel's limit of a formula's length; a longer one makes it offer to repair the file.</summary>
    private const int MostCharacters = 8_192;

    /// <summary>Shorter runs read better as single cells.</summary>
    private const int ShortestRange = 4;

    /// <summary><c>D5+D9-D11</c>; cells that follow each other down a column as <c>SUM(D5:D9)</c>. Null where the formula would be too long.</summary>
    public static string? Of(IReadOnlyList<Addend> addends)
    {
        var formula = new StringBuilder();
        for (int from = 0, to; from < addends.Count; from = to)
        {
            to = from + 1;
            while (to < addends.Count && addends[to] == addends[to - 1] with { Cell = addends[to - 1].Cell with { Row = addends[to - 1].Cell.Row + 1 } })
                to++;
            if (to - from < ShortestRange)
                to = from + 1;
            Append(formula, addends[from], addends[to - 1]);
        }

        return formula.Length <= MostCharacters ? formula.ToString() : null;
    }

    private static void Append(StringBuilder formula, Addend first, Addend last)
    {
        if (first.Factor < 0)
            formula.Append('-');
        else if (formula.Length > 0)
            formula.Append('+');
        string sheet = first.Sheet is null ? "" : SheetNames.Quoted(first.Sheet);
        if (first == last)
            formula.Append(sheet).Append(first.Cell);
        else
            formula.Append("SUM(").Append(sheet).Append(first.Cell).Append(':').Append(last.Cell).Append(')');
        if (Math.Abs(first.Factor) != 1)
            formula.Append('*').Append(Math.Abs(first.Factor).ToString(CultureInfo.InvariantCulture));
    }
}
