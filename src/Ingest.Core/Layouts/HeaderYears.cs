using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Ingest.Core.Layouts;

/// <summary>
/// Years in headers, for comparing: beside 2022年预算数, 2023年预算数 is 本年预算数 and the other 上年预算数; a
/// year that stands alone says nothing about its column.
/// </summary>
internal static partial class HeaderYears
{
    public static ImmutableArray<HeaderColumn> Name(ImmutableArray<HeaderColumn> columns)
    {
        int[] years = [.. columns.SelectMany(column => column.Folded).SelectMany(text => Year().Matches(text)).Select(YearOf).Distinct().Order()];
        return years.Length == 0
            ? columns
            : [.. columns.Select(column => column with { Folded = [.. column.Folded.Select(text => Rename(text, years))] })];
    }

    /// <summary>The text without years; the text itself when it is nothing else.</summary>
    public static string Without(string text) => Rename(text, []);

    private static string Rename(string text, int[] years)
    {
        string renamed = Year().Replace(text, match => years.Length != 2 ? "" : YearOf(match) == years[1] ? "本年" : "上年");
        return renamed.Length == 0 ? text : renamed;
    }

    private static int YearOf(Match match) => int.Parse(match.ValueSpan[..4], NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"20\d\d年(?:度)?")]
    private static partial Regex Year();
}
