using System.Text.RegularExpressions;

namespace Ingest.Core.Narrative.Prose;

/// <summary>Lines that belong to a table although they stand outside its grid: label, title, body, unit.</summary>
internal static partial class TableCaption
{
    /// <summary>A title is short and says nothing but what the table is.</summary>
    private const int LongestTitle = 60;

    /// <summary>Text without spaces, widths folded.</summary>
    public static bool Is(string folded) =>
        Label().IsMatch(folded) || Meta().IsMatch(folded) ||
        folded.Length <= LongestTitle && Title().IsMatch(folded) && !Numbered().IsMatch(folded) &&
        folded.IndexOfAny(['，', '。', '；']) < 0;

    [GeneratedRegex(@"^[（]?(?:预算)?(?:公开)?附?表?\d{0,2}[-—]?\d{0,2}表?[）]?[：.]?$|^[（]?附?表[一二三四五六七八九十]+[）]?[：、]?$|^续表.{0,6}$|^（续表?）$")]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?:编制|填报|公开|预算)?(?:部门|单位)(?:名称)?(?:（盖章）|（公章）)?：.{0,60}$|^（?(?:金额)?单位：?(?:人民币)?[百千万亿]?元）?$|^（(?:19|20)\d{2}年度?）$")]
    private static partial Regex Meta();

    /// <summary>An entry of the contents, or a heading of the outline.</summary>
    [GeneratedRegex(@"^第.{1,3}部分|^[（]?[一二三四五六七八九十\d]{1,3}[）、.]")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"(?:总表|情况表|明细表|预算表|决算表|汇总表|目标表|填报表|申报表|支出表|收入表|经费表)(?:（续）)?$")]
    private static partial Regex Title();
}
