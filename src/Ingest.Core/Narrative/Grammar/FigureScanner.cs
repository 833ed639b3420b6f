using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Core.Narrative.Prose;

namespace Ingest.Core.Narrative.Grammar;

/// <summary>Finds the quantities of a sentence.</summary>
internal static partial class FigureScanner
{
    /// <summary>（万元）： and a word for "is".</summary>
    private const int UnitReach = 8;

    private const string Dashes = "-–—~至";

    public static List<PrintedNumber> Scan(RunningText text)
    {
        BitArray mask = NonQuantities.In(text);
        List<PrintedNumber> figures = [];
        foreach (Match match in Number().Matches(text.Folded))
            if (!Touches(mask, match.Index, match.Length) && Read(text.Folded, match) is { } figure)
                figures.Add(figure);
        return figures;
    }

    private static PrintedNumber? Read(string folded, Match match)
    {
        int start = match.Index;
        int digits = match.Value.StartsWith('-') ? start + 1 : start;
        int end = match.Index + match.Length;
        bool afterDigit = start > 0 && char.IsAsciiDigit(folded[start - 1]);
        if (!decimal.TryParse(folded.AsSpan(digits, end - digits), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out decimal value))
            return null;
        bool negative = digits > start && !afterDigit;
        (int length, Dimension dimension) = Units.At(folded, end);
        string? unit = length > 0 ? folded.Substring(end, length) : null;
        if (unit is null && UnitBefore(folded, digits) is { } printed)
            (unit, dimension) = (printed, Dimension.Money);
        // "1720.00万" leaves out the 元.
        if (dimension == Dimension.Money && unit is "万" or "亿")
            unit += "元";
        return new PrintedNumber(
            negative ? start : digits, end - (negative ? start : digits), end + length, negative ? -value : value,
            unit, dimension, OpensRange(folded, end + length) || OpensRange(folded, end) || ClosesRange(folded, digits));
    }

    /// <summary>金额（万元）：534.24 prints its unit in front.</summary>
    private static string? UnitBefore(string folded, int at)
    {
        Match match = UnitInBrackets().Match(folded, Math.Max(0, at - UnitReach), Math.Min(at, UnitReach));
        return match.Success ? match.Groups[1].Value : null;
    }

    private static bool OpensRange(string folded, int at) =>
        at + 1 < folded.Length && Dashes.Contains(folded[at], StringComparison.Ordinal) && char.IsAsciiDigit(folded[at + 1]);

    private static bool ClosesRange(string folded, int at) =>
        at > 1 && Dashes.Contains(folded[at - 1], StringComparison.Ordinal) && (char.IsAsciiDigit(folded[at - 2]) || "元%".Contains(folded[at - 2], StringComparison.Ordinal));

    private static bool Touches(BitArray mask, int start, int length)
    {
        for (int i = start; i < start + length; i++)
            if (mask[i])
                return true;
        return false;
    }

    [GeneratedRegex(@"-?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"（([百千万亿]?元)）[：为]?$")]
    private static partial Regex UnitInBrackets();
}
