using Ingest.Contract.Geometry;

namespace Ingest.Tables.Aligned;

/// <summary>Letters of one line without a gap that could part two columns.</summary>
/// <param name="Box">Union of the letters' advance boxes.</param>
/// <param name="IsNumber">Reads as one printed number and nothing else, or as the dash that stands for none.</param>
/// <param name="IsAmount">A number with a decimal point or thousands separators, or the dash that stands for none.</param>
/// <param name="Count">The value of a number of one or two digits, as the row that numbers the columns has them; else 0.</param>
/// <param name="HasColon">Holds a colon: "单位：万元" labels what follows, as column heads do not.</param>
/// <param name="AmountEnd">x where an amount with two decimals ends that other letters follow without a gap; null when there is none.</param>
/// <param name="FineGaps">x of gaps too narrow to part columns by themselves; null when there are none.</param>
internal readonly record struct TextRun(Box Box, bool IsNumber, bool IsAmount, int Count, bool HasColon, float? AmountEnd = null, float[]? FineGaps = null)
{
    /// <summary>It begins with its number in a list or a code, 三、 or （二）, or names a total: no line of a text goes on so.</summary>
    public bool IsItem => IsListed || IsTotal;

    /// <summary>It begins with its number in a list, a code or 其中：: a name of a row, never a head.</summary>
    public bool IsListed { get; init; }

    /// <summary>It ends in 总计, 合计 or 小计.</summary>
    public bool IsTotal { get; init; }

    /// <summary>Width of what it begins with that no line end parts, if that is more than a letter: an opening bracket with the digits or Latin letters behind it, a letter with the closing mark behind it.</summary>
    public float Lead { get; init; }

    /// <summary>x where an amount begins that follows other letters without a gap and ends the text; null when there is none.</summary>
    public float? AmountStart { get; init; }

    public float OverlapX(TextRun other) => OverlapX(other.Box.Left, other.Box.Right);

    public float OverlapX(float left, float right) => Math.Min(Box.Right, right) - Math.Max(Box.Left, left);

    /// <summary>The amount that it begins with, and the rest.</summary>
    public IEnumerable<TextRun> SplitAfterAmount(float end)
    {
        float beyond = end + 0.1f * Box.Height;
        return
        [
            this with { Box = Box with { Right = end }, IsNumber = true, IsAmount = true, Count = 0, AmountEnd = null, FineGaps = null },
            this with { Box = Box with { Left = end }, IsAmount = false, Count = 0, AmountEnd = null, FineGaps = FineGaps?.Where(gap => gap > beyond).ToArray() },
        ];
    }

    /// <summary>What stands before the amount that it ends with, and the amount.</summary>
    public IEnumerable<TextRun> SplitBeforeAmount(float start)
    {
        float before = start - 0.1f * Box.Height;
        return
        [
            this with { Box = Box with { Right = start }, AmountStart = null, FineGaps = FineGaps?.Where(gap => gap < before).ToArray() },
            this with { Box = Box with { Left = start }, IsNumber = true, IsAmount = true, IsListed = false, IsTotal = false, Lead = 0, Count = 0, AmountStart = null, AmountEnd = null, FineGaps = null },
        ];
    }

    /// <summary>The parts of it on either side of some of its fine gaps.</summary>
    public IEnumerable<TextRun> SplitAt(Func<float, bool> isBorder)
    {
        float left = Box.Left;
        foreach (float gap in FineGaps ?? [])
        {
            if (!isBorder(gap))
                continue;
            yield return this with { Box = Box with { Left = left, Right = gap }, FineGaps = null };
            left = gap;
        }

        yield return this with { Box = Box with { Left = left }, FineGaps = null };
    }
}
