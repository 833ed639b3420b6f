using System.Collections.Immutable;
using Ingest.Contract.Amounts;
using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;
using Ingest.Core.Layouts;

namespace Ingest.Core.Statements;

/// <summary>An amount cell whose number may be broken over lines.</summary>
internal static class AmountLines
{
    /// <summary>A line that leaves more of its cell free than this was not broken for lack of room.</summary>
    private const float FullLine = 0.75f;

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
        bool full = lines.Take(lines.Length - 1).All(line => line.Box.Width >= FullLine * cell.Width);
        return eachAlone && !full ? AmountReading.Unread(AmountFailure.SeveralNumbers) : whole;
    }
}
