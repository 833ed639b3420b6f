using System.Globalization;

namespace Ingest.App.Reports.Xlsx;

/// <summary>A cell of a workbook.</summary>
internal readonly record struct SheetCell(string Sheet, CellAddress Cell);

/// <summary>A cell of a sheet; row and column from 1.</summary>
internal readonly record struct CellAddress(int Row, int Column)
{
    /// <summary>"C5".</summary>
    public override string ToString() => Letters(Column) + Row.ToString(CultureInfo.InvariantCulture);

    /// <summary>"C5:D9", or "C5" alone.</summary>
    public static string Range(CellAddress first, CellAddress last) => first == last ? first.ToString() : $"{first}:{last}";

    /// <summary>"AB".</summary>
    public static string Letters(int column)
    {
        string letters = "";
        for (int rest = column; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters;
    }
}
