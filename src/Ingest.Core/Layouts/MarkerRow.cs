using System.Buffers;
using Ingest.Contract.Text;

namespace Ingest.Core.Layouts;

/// <summary>
/// The row below a header that numbers the columns: <c>※ ※ ※ ※ 1 2 3</c>, <c>栏次 1 2 3=4+5</c>,
/// <c>甲 乙 1 2</c>.
/// </summary>
internal static class MarkerRow
{
    private static readonly HashSet<string> _fillers = ["※", "*", "**", "栏次", "行次", "甲", "乙", "丙", "丁", "序号", "X", "×"];

    // What recognition makes of several ※, and of one that it cannot read.
    private static readonly SearchValues<char> _crosses = SearchValues.Create("※*xX×\uFFFD");

    /// <summary>
    /// True when a row holds nothing but markers: with a typical one among them the numbers may have gaps, which is
    /// the department's slip; numbers alone, or beside crosses of any form, must be consecutive to be told from amounts.
    /// </summary>
    public static bool Is(GridView view, int row)
    {
        int expected = 0;
        int fillers = 0;
        int numbers = 0;
        bool consecutive = true;
        foreach (int index in view.PrintedIn(row))
        {
            string text = PrintedText.Fold(view.Text(index));
            if (_fillers.Contains(text))
            {
                fillers++;
                continue;
            }
            if (!view.Text(index).AsSpan().ContainsAnyExcept(_crosses))
                continue;
            if (Number(text) is not { } number)
                return false;
            consecutive &= numbers == 0 ? number <= 9 : number == expected;
            numbers++;
            expected = number + 1;
        }
        return fillers >= 1 ? fillers + numbers >= 2 : consecutive && numbers >= 3;
    }

    /// <summary>The number that a marker gives its column, or null.</summary>
    public static int? Number(string folded)
    {
        int equals = folded.IndexOf('=');
        ReadOnlySpan<char> digits = equals < 0 ? folded : folded.AsSpan(0, equals);
        return digits.Length is 1 or 2 && int.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int number)
            ? number
            : null;
    }
}
