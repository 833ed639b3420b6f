using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;

namespace Ingest.Core.Identification;

/// <summary>The date of publication: a line that is nothing but a date, at the end or on the cover.</summary>
internal static partial class PublicationDate
{
    private const string ChineseDigits = "〇一二三四五六七八九";

    /// <summary>Null when no full date is printed; a month alone is none.</summary>
    public static DateOnly? Find(IReadOnlyList<PageContent> pages)
    {
        for (int i = pages.Count - 1; i >= 0; i--)
            if (i <= 1 || i >= pages.Count - 2)
                for (int j = pages[i].Lines.Length - 1; j >= 0; j--)
                    if (Parse(PrintedText.Compact(pages[i].Lines[j].Text)) is { } date)
                        return date;
        return null;
    }

    public static DateOnly? Parse(string compact)
    {
        Match match = Alone().Match(compact);
        if (!match.Success
            || Number(match.Groups["year"].Value) is not { } year
            || Number(match.Groups["month"].Value) is not (>= 1 and <= 12 and var month)
            || Number(match.Groups["day"].Value) is not (>= 1 and var day)
            || day > DateTime.DaysInMonth(year, month))
            return null;
        return new DateOnly(year, month, day);
    }

    private static int? Number(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            return number;
        string digits = text.Replace('○', '〇').Replace('零', '〇');
        int ten = digits.IndexOf('十');
        if (ten < 0)
            return digits.Aggregate((int?)0, (value, letter) => Digit(letter) is { } digit ? (value * 10) + digit : null);
        int? tens = ten == 0 ? 1 : Digit(digits[0]);
        int? ones = ten == digits.Length - 1 ? 0 : Digit(digits[^1]);
        return digits.Length <= 3 ? (tens * 10) + ones : null;
    }

    private static int? Digit(char letter) => ChineseDigits.IndexOf(letter) is >= 0 and var digit ? digit : null;

    [GeneratedRegex(@"^(?:(?:公开|公布|发布|批复)?(?:时间|日期)[:：])?(?<year>20\d\d|二[〇○零][一二三四五六七八九〇○零]{2})[年\-./](?<month>\d{1,2}|[一二三四五六七八九十]{1,2})[月\-./](?<day>\d{1,2}|[一二三四五六七八九十]{1,3})日?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Alone();
}
