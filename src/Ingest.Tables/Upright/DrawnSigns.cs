using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Tables.Letters;

namespace Ingest.Tables.Upright;

/// <summary>
/// Minus signs that are drawn as a short stroke or a thin bar instead of a letter. Where one stands as a sign does, it is
/// read as one; where it may be one or not, the number is in doubt.
/// </summary>
internal sealed class DrawnSigns(GlyphRows rows, float em, PageTraces traces)
{
    // In sizes of the text: how long a minus is, how thick, where it stands above the baseline, and how far from its number.
    private const float Shortest = 0.12f;
    private const float SurelyShortest = 0.2f;
    private const float Longest = 1.1f;
    private const float Thickest = 0.3f;
    private const float SurelySlender = 2;
    private const float Lowest = 0.15f;
    private const float Highest = 0.52f;
    private const float Nearest = -0.12f;
    private const float Farthest = 0.55f;
    private const float Uncertain = 1;

    private readonly List<Glyph> _signs = [];

    /// <summary>The signs, as letters to be added to those of the page.</summary>
    public List<Glyph> Find(IEnumerable<Ruling> rulings)
    {
        foreach (Ruling ruling in rulings)
        {
            if (ruling.IsHorizontal && ruling.Length >= Shortest * em && ruling.Length <= Longest * em && ruling.Thickness <= Thickest * em)
                Look(ruling);
        }

        return _signs;
    }

    private void Look(in Ruling bar)
    {
        float reach = 2 * em;
        for (int row = RowSearch.FirstBelow(rows, bar.At); row < rows.Count && rows[row][0].BaseY >= bar.At - reach; row++)
        {
            ReadOnlySpan<Glyph> letters = rows[row];
            int next = RowSearch.FirstFrom(letters, bar.End + (Nearest * em));
            while (next < letters.Length && letters[next].IsSpace)
                next++;
            if (next < letters.Length && letters[next].Class == GlyphClass.Digit)
                Judge(bar, letters, next);
        }
    }

    private void Judge(in Ruling bar, ReadOnlySpan<Glyph> letters, int next)
    {
        ref readonly Glyph digit = ref letters[next];
        float gap = (digit.Box.Left - bar.End) / digit.Size;
        float height = (bar.At - digit.BaseY) / digit.Size;
        if (gap > Uncertain || height is < 0 or > 1)
            return;
        int before = next - 1;
        while (before >= 0 && letters[before].IsSpace)
            before--;
        // Within a letter or between two digits it is a stroke of something else.
        if (before >= 0 && letters[before].Box.Right > bar.Start + (0.15f * em))
            return;
        Box box = new(bar.Start, bar.At - (bar.Thickness / 2), bar.End, bar.At + (bar.Thickness / 2));
        bool isSign = gap <= Farthest && height is >= Lowest and <= Highest;
        if (!isSign || bar.Length < SurelyShortest * em || bar.Length < SurelySlender * bar.Thickness || (before >= 0 && IsClose(letters[before], bar)))
            traces.Signs.Add(box with { Left = digit.Box.Left, Right = digit.Box.Right });
        if (isSign && !IsKnown(digit.BaseY, bar.End))
            _signs.Add(new Glyph("-", new Box(bar.Start, digit.Box.Bottom, bar.End, digit.Box.Top), bar.Start, digit.BaseY, digit.Size, GlyphClass.NumberMark, digit.Chain));
    }

    /// <summary>A bar may be drawn twice, or filled and outlined.</summary>
    private bool IsKnown(float baseline, float end)
    {
        foreach (Glyph sign in _signs)
        {
            if (sign.BaseY == baseline && Math.Abs(sign.Box.Right - end) < em)
                return true;
        }

        return false;
    }

    /// <summary>A letter right before the stroke makes a dash of it: 2023—2024.</summary>
    private bool IsClose(in Glyph letter, in Ruling bar) => bar.Start - letter.Box.Right < 0.3f * em;
}
