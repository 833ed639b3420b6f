using System.Text.RegularExpressions;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;

namespace Ingest.Core.Performance;

/// <summary>
/// Labels and numbers that stand so close on one line that they read as one text, 年度预算总额710.00其中：财政拨款710.00 or
/// 联系电话0991…, as they do where nothing is drawn between narrow cells.
/// </summary>
internal static partial class RunTogether
{
    /// <summary>The label and the numbers of a line each by itself; the line where it holds anything else.</summary>
    public static IEnumerable<TextLine> Part(TextLine line)
    {
        string[] parts = [.. Piece().Matches(line.Text).Select(match => match.Value)];
        if (parts.Length < 2 || !parts.All(part => IsNumber(part) || Labels.IsLabel(PrintedText.Label(part))) || parts.All(IsNumber))
            return [line];
        List<TextLine> parted = [];
        float perWidth = line.Box.Width / parts.Sum(Width);
        float left = line.Box.Left;
        foreach (string part in parts)
        {
            float right = left + Width(part) * perWidth;
            parted.Add(line with { Text = part.Trim(), Box = line.Box with { Left = left, Right = right } });
            left = right;
        }

        return parted;
    }

    private static bool IsNumber(string part) => char.IsAsciiDigit(part.TrimStart()[0]);

    /// <summary>In halves of a letter: where a part stands between the ends of the line is an estimate, their order is not.</summary>
    private static float Width(string part) => part.Sum(letter => letter < 0x100 ? 1 : 2);

    [GeneratedRegex(@"[\d.,]*\d[\d.,]*\s*|[^\d]+")]
    private static partial Regex Piece();
}
