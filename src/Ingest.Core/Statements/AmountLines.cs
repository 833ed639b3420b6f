using System.Collections.Immutable;
using Ingest.Contract.Amounts;
using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;

namespace Ingest.Core.Statements;

/// <summary>An amount cell whose number may be broken over lines.</summary>
internal static class AmountLines
{
    /// <summary>A line that leaves more of its cell free than this was not broken for lack of room.</summary>
    private const float FullLine = 0.75f;

    /// <summary>A line shorter than this was not broken for lack of room, whatever stands below it.</summary>
    private const float HalfLine = 0.45f;

    private const int UsualDecimals = 2;

    /// <summary>
    /// Reads a cell. Lines that are no amounts each on their own are one broken number; lines that are
    /// could be two numbers, unless the first one fills the cell.
    /// </summary>
    public static AmountReading Read(ImmutableArray<TextLine> lines, Box cell)
    {
        return lines.Length switch
        {
            0 => AmountReading.Blank,
            1 => AmountParser.Parse(lines[0].Text),
            _ => ReadSeveral(lines, cell),
        };
    }

    private static AmountReading ReadSeveral(ImmutableArray<TextLine> lines, Box cell)
    {
        string joined = PrintedText.Compact(string.Concat(lines.Select(line => line.Text)));
        AmountReading whole = AmountParser.Parse(joined);
        bool eachAlone = lines.Count(line => AmountParser.Parse(line.Text).IsAmount) > 1;
        return eachAlone && !IsBroken(lines, joined, cell) ? AmountReading.Unread(AmountFailure.SeveralNumbers) : whole;
    }

    /// <summary>
    /// Lines that fill their cell were broken for lack of room. So was a number whose decimals only the next line completes:
    /// nobody prints one decimal of an amount and a single digit below it.
    /// </summary>
    private static bool IsBroken(ImmutableArray<TextLine> lines, string joined, Box cell)
    {
        float widest = 0;
        foreach (TextLine line in lines[..^1])
            widest = Math.Max(widest, line.Box.Width);
        if (lines[..^1].All(line => line.Box.Width >= FullLine * cell.Width))
            return true;
        return lines.Length == 2 && widest >= HalfLine * cell.Width
            && CompletesDecimals(PrintedText.Compact(lines[0].Text), PrintedText.Compact(lines[1].Text), joined);
    }

    private static bool CompletesDecimals(string first, string rest, string joined)
    {
        int point = joined.AsSpan().IndexOfAny('.', '．');
        if (point < 0 || joined.Length - point - 1 != UsualDecimals)
            return false;
        // "1,234,534" and ".24" are no two amounts; "534.2" and "4" are none either.
        return point >= first.Length ? rest.Length > 0 && rest[0] is '.' or '．' : rest.Length < UsualDecimals;
    }
}
