namespace Ingest.Core.Layouts;

/// <summary>
/// The row below a header that numbers the columns: <c>※ ※ ※ ※ 1 2 3</c>, <c>栏次 1 2 3=4+5</c>,
/// <c>甲 乙 1 2</c>.
/// </summary>
internal static class MarkerRow
{
    private static readonly HashSet<string> Fillers = ["※", "*", "**", "栏次", "行次", "甲", "乙", "丙", "丁", "序号", "X", "×"];

    /// <summary>True when a row holds nothing but markers and at least one of them is typical.</summary>
    public static bool Is(GridView view, int row)
    {
        int expected = 0;
        int fillers = 0;
        int numbers = 0;
        foreach (int index in view.PrintedIn(row))
        {
            string text = PrintedText.Fold(view.Text(index));
            if (Fillers.Contains(text))
                fillers++;
            else if (Number(text) is { } number && (numbers == 0 ? number <= 9 : number == expected))
            {
                numbers++;
                expected = number + 1;
            }
            else
                return false;
        }
        return numbers >= 3 || (fillers >= 1 && fillers + numbers >= 2);
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
