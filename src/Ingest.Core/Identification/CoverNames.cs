using System.Text.RegularExpressions;
using Ingest.Contract.Documents;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;

namespace Ingest.Core.Identification;

/// <summary>
/// Reads the large lines of a cover together: the name of the body may be broken over lines, have the year behind it or be parted
/// from 部门预算 by a line with the year alone.
/// </summary>
internal static partial class CoverNames
{
    /// <summary>A name and the words of the title are no more lines.</summary>
    private const int MostLines = 4;

    public static IEnumerable<Mention> Read(PageContent page)
    {
        string[] lines = [.. page.Lines.Select(line => PrintedText.Compact(line.Text))];
        for (int last = 0; last < lines.Length; last++)
        {
            if (!EndsTitle().IsMatch(lines[last]))
                continue;
            // From the fewest lines to the most: the first that name a body and a year are the title; what stands above is another.
            for (int first = last; first >= 0 && first > last - MostLines && IsPart(lines[first]); first--)
                if (Parse(string.Concat(lines[first..(last + 1)]), first > 0 && IsBrokenName(page.Lines, lines, first) ? lines[first - 1] : "", page.Page.Number) is { } mention)
                {
                    yield return mention;
                    break;
                }
        }
    }

    private static Mention? Parse(string title, string above, int page)
    {
        Match match = Title().Match(above + title);
        if (!match.Success || !BodyName.IsPlausible(match.Groups["name"].Value))
            match = Title().Match(title);
        if (!match.Success || !BodyName.IsPlausible(match.Groups["name"].Value) || match.Groups["year"] is not { Success: true } year)
            return null;
        return new Mention(
            MentionSource.Cover, match.Groups["name"].Value, int.Parse(year.ValueSpan, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture),
            match.Groups["kind"].Value == "决算" ? DocumentKind.FinalAccounts : DocumentKind.Budget, page);
    }

    /// <summary>
    /// The line above is printed alike and is no name by itself, or has the place that this one lacks: it begins the name that this
    /// line ends.
    /// </summary>
    private static bool IsBrokenName(IReadOnlyList<TextLine> page, string[] lines, int line) =>
        IsPart(lines[line - 1]) && (!BodyName.IsPlausible(lines[line - 1]) || (Place().IsMatch(lines[line - 1]) && !Place().IsMatch(lines[line]))) && !lines[line - 1].Any(char.IsDigit) && lines[line - 1].Length > 2
        && Math.Abs(page[line - 1].Size - page[line].Size) < 0.1f * page[line].Size;

    private static bool IsPart(string line) => line.Length is > 0 and <= 40 && !line.AsSpan().ContainsAny("，。：:；") && !line.StartsWith('第') && line != "目录";

    [GeneratedRegex("省|市|县|区|州|旗|盟|^中共")]
    private static partial Regex Place();

    [GeneratedRegex("(?:部门|单位)?(?:预算|决算)(?:信息)?(?:公开)?(?:报告|说明|文本|草案|书)?$")]
    private static partial Regex EndsTitle();

    [GeneratedRegex(@"^(?:(?<year>20\d\d)年度?(?<name>\D{3,50}?)|(?<name>\D{3,50}?)(?<year>20\d\d)年度?)(?:区级|市级|县级|省级|自治区级)?(?:部门|预算单位|单位)?(?:（草案）)?(?<kind>预算|决算)(?:信息)?(?:公开)?(?:报告|说明|文本|草案|书)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Title();
}
