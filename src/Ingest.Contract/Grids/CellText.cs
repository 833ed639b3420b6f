using System.Collections.Immutable;
using System.Text;

namespace Ingest.Contract.Grids;

/// <summary>Joins the lines of a cell.</summary>
internal static class CellText
{
    public static string Join(ImmutableArray<TextLine> lines)
    {
        StringBuilder text = new();
        for (int i = 0; i < lines.Length; i++)
        {
            if (i > 0 && EndsInDecimals(lines[i - 1].Text) && StartsFigure(lines[i].Text))
                text.Append(' ');
            text.Append(lines[i].Text);
        }

        return text.ToString();
    }

    /// <summary>A code or a whole number may be wrapped anywhere, but what has decimals is complete.</summary>
    private static bool EndsInDecimals(string line)
    {
        int end = line.Length;
        while (end > 0 && IsDigit(line[end - 1]))
            end--;
        return end < line.Length && end >= 2 && (line[end - 1] is '.' or '．') && IsDigit(line[end - 2]);
    }

    private static bool StartsFigure(string line) => line.Length > 0 && (IsDigit(line[0]) || "-−－(（△".Contains(line[0]));

    private static bool IsDigit(char c) => c is >= '0' and <= '9' or >= '０' and <= '９';
}
