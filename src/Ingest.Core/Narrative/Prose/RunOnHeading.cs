using System.Text.RegularExpressions;

namespace Ingest.Core.Narrative.Prose;

/// <summary>
/// Parts a heading from the text it was joined with: writers leave the full stop out, so that the line of the heading goes
/// on in the text below it, or the text above goes on in the heading.
/// </summary>
internal static partial class RunOnHeading
{
    public static IEnumerable<Paragraph> Part(Paragraph paragraph)
    {
        if (Heading.LevelOf(paragraph) > 0)
            return [paragraph];
        List<int> cuts = [];
        if (Leading().Match(paragraph.Text.Folded) is { Success: true } leading)
            cuts.Add(leading.Length);
        if (Trailing().Match(paragraph.Text.Folded) is { Success: true } trailing && trailing.Index > cuts.LastOrDefault())
            cuts.Add(trailing.Index);
        return cuts.Count == 0 ? [paragraph] : Cut(paragraph, cuts);
    }

    private static IEnumerable<Paragraph> Cut(Paragraph paragraph, List<int> cuts)
    {
        int from = 0;
        foreach (int cut in cuts.Append(paragraph.Text.Length))
        {
            yield return paragraph with { Text = paragraph.Text.Slice(from, cut - from) };
            from = cut;
        }
    }

    /// <summary>十、一般公共预算机关运行经费支出预算表情况说明2017年本部门….</summary>
    [GeneratedRegex(@"^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)[^，。；：]{4,48}?(?:情况(?:的)?(?:总体)?|表的)说明(?=[^。，；：]{2})")]
    private static partial Regex Leading();

    /// <summary>…预算为464.64万元三、政府采购预算情况.</summary>
    [GeneratedRegex(@"(?<=\d(?:亿元|万元|元|%|辆|个|人)|。|；)[一二三四五六七八九十]{1,3}、[^，。；：\d]{2,28}(?:情况说明|情况|说明)$")]
    private static partial Regex Trailing();
}
