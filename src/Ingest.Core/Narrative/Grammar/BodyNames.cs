using System.Text.RegularExpressions;
using Ingest.Core.Narrative.Prose;

namespace Ingest.Core.Narrative.Grammar;

/// <summary>The names the document gives the body it is about, so that sentences can be read without them.</summary>
internal sealed partial class BodyNames
{
    /// <summary>Shorter finds are words, not names.</summary>
    private const int Shortest = 4;

    private readonly string[] _names;

    public BodyNames(IEnumerable<string> names) =>
        _names = [.. names.Where(name => name.Length >= Shortest).Distinct().OrderByDescending(name => name.Length)];

    /// <param name="known">Names known from elsewhere, such as 编制部门 above the tables.</param>
    /// <param name="paragraphs">Headings of these that name a body are used.</param>
    public static BodyNames Of(IEnumerable<string> known, IEnumerable<Paragraph> paragraphs) =>
        new(known.Concat(paragraphs.SelectMany(paragraph => In(paragraph.Text.Folded))));

    /// <summary>Longest first.</summary>
    public IReadOnlyList<string> All => _names;

    /// <summary>The text without a name it begins with.</summary>
    public string Strip(string text)
    {
        foreach (string name in _names)
            if (text.StartsWith(name, StringComparison.Ordinal))
                return text[name.Length..];
        return text;
    }

    private static IEnumerable<string> In(string heading)
    {
        foreach (Regex form in (Regex[])[AboutYear(), PartOfYear(), Outline(), Imprint()])
            if (form.Match(heading) is { Success: true } match)
                yield return match.Groups[1].Value;
    }

    /// <summary>一、关于某某局2024年收支预算情况的总体说明.</summary>
    [GeneratedRegex(@"^(?:[一二三四五六七八九十]{1,3}、)?关于(.{4,40}?)(?:19|20)\d{2}年")]
    private static partial Regex AboutYear();

    /// <summary>第三部分某某局2024年度部门决算情况说明, 第一部分2024年某某局部门概况.</summary>
    [GeneratedRegex(@"^第[一二三四]部分((?!19|20)[^，。]{4,40}?)(?:19|20)\d{2}年")]
    private static partial Regex PartOfYear();

    [GeneratedRegex(@"^(?:第[一二三四]部分)?(?:(?:19|20)\d{2}年度?)?([^，。；：、\d]{4,40}?)(?:（部门）|（单位）)?(?:部门概况|单位概况|概况|主要职能|机构设置)$")]
    private static partial Regex Outline();

    [GeneratedRegex(@"^(?:编制|预算主管|预算|填报)(?:部门|单位)：(.{4,40})$")]
    private static partial Regex Imprint();
}
