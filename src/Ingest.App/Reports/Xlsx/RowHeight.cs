using Spectre.Console;

namespace Ingest.App.Reports.Xlsx;

/// <summary>
/// How high a row must be for its wrapped text to be seen: programs that open a workbook do not measure rows that were
/// never edited. Widths are guessed from the kind of letters, on the safe side.
/// </summary>
internal static class RowHeight
{
    /// <summary>Points of one line of the body font, with the spacing of the CJK fonts that stand in for it.</summary>
    private const double Line = 14.5;

    private const double Padding = 4;

    /// <summary>Characters that a text keeps away from its frame.</summary>
    private const double Indent = 1.5;

    /// <summary>Excel allows no more.</summary>
    private const double Highest = 409;

    /// <summary>Points for texts in columns of these widths.</summary>
    public static double Of(IEnumerable<(string? Text, double Width)> cells) =>
        Math.Min(Highest, (cells.Select(cell => Lines(cell.Text, cell.Width)).DefaultIfEmpty(1).Max() * Line) + Padding);

    /// <summary>How many lines a text takes, line breaks of its own included.</summary>
    public static int Lines(string? text, double width)
    {
        int room = Math.Max(2, (int)(width - Indent));
        return string.IsNullOrEmpty(text) ? 1 : text.Split('\n').Sum(line => Math.Max(1, (line.GetCellWidth() + room - 1) / room));
    }
}
