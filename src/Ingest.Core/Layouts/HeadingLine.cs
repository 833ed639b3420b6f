using System.Text.RegularExpressions;
using Ingest.Contract.Amounts;

namespace Ingest.Core.Layouts;

/// <summary>What single lines above a table say: the unit, the body, the label.</summary>
internal static partial class HeadingLine
{
    /// <summary>Titles in contents end with 。 here and there; a longer line that does is a sentence.</summary>
    private const int LongestTitle = 24;

    /// <summary>The unit of money, or null.</summary>
    public static AmountUnit? UnitIn(string? compact)
    {
        if (compact is null || !compact.Contains('元', StringComparison.Ordinal))
            return null;
        Match match = Unit().Match(compact);
        return match.Success ? AmountUnits.FromPrinted(match.Groups["unit"].Value) : null;
    }

    /// <summary>The body after 编制部门：, 编制单位： and the like, or null.</summary>
    public static string? DepartmentIn(string? compact)
    {
        if (compact is null || compact.AsSpan().IndexOfAny('：', ':') < 0)
            return null;
        Match match = Department().Match(compact);
        return match.Success ? match.Groups["name"].Value : null;
    }

    /// <summary>The label when the line is nothing else: 表 3, 附表3, 表三：, （公开03表）, 预算01-1表, 三.</summary>
    public static string? LabelAlone(string? compact)
    {
        if (compact is null || compact.Length > 12)
            return null;
        Match match = Label().Match(compact);
        return match.Success ? match.Groups["label"].Value : null;
    }

    /// <summary>8, - 8 -, 第8页共12页, 8/12.</summary>
    public static bool IsPageNumber(string compact) => PageNumber().IsMatch(compact);

    /// <summary>True for prose, which may name a statement without being its title.</summary>
    public static bool IsSentence(string text)
    {
        string line = text.TrimEnd();
        return (line.EndsWith('。') && line.Length > LongestTitle)
            || line.Contains('，', StringComparison.Ordinal)
            || line.StartsWith('注')
            || line.StartsWith("说明", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?:单位|金额|货币)[:：]?(?:人民币)?[（(]?(?<unit>元|千元|万元|十万元|百万元|亿元)[）)]?(?![\u4E00-\u9FFF])|^[（(](?<unit>元|千元|万元|十万元|百万元|亿元)[）)]$", RegexOptions.ExplicitCapture)]
    private static partial Regex Unit();

    /// <summary>It says in which unit the amounts are, also in one that the product does not know: 单位：万元, 单位：百万元, 单位：.</summary>
    public static bool IsUnitLine(string? compact) => UnitIn(compact) is not null || (compact is not null && UnitUnknown().IsMatch(compact));

    /// <summary>部门： with the name further right on the same line: the line says that what stands there is the body.</summary>
    public static bool AsksForDepartment(string? compact) => compact is not null && DepartmentAlone().IsMatch(compact);

    [GeneratedRegex(@"^[-－—–·~]*第?\d{1,4}页?(?:[,，、]?共\d{1,4}页|[/／]\d{1,4})?[-－—–·~]*$")]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^[（(]?(?:金额|货币|计量)?单位[:：]?(?:人民币|RMB|[￥¥])?[十百千万亿]*[元圆]?[整]?(?:[,，、/]?(?:[%％]|人|辆))*[）)]?$")]
    private static partial Regex UnitUnknown();

    [GeneratedRegex(@"^(?:编制|编报|填报|公开|预算|申报|汇总)?(?:部门/单位|部门|单位)(?:名称)?(?:[（(][^）)]{1,6}[）)])?[:：]$")]
    private static partial Regex DepartmentAlone();

    [GeneratedRegex(@"(?:编制|编报|填报|公开|预算|申报|汇总)?(?:部门|单位)(?:名称)?(?:[（(][^）)]{1,6}[）)])?[:：](?<name>(?!(?:人民币|RMB|[￥¥])?[十百千万亿]*(?:[元圆]|美元|港元)|[十百千万亿]+$)[^:：]{2,60}?)(?=(?:金额|货币|计量)?单位[:：]|编制日期|填报日期|日期|20\d\d年|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Department();

    [GeneratedRegex(@"^[（(]?(?<label>" + TableLabel.Number + "表" + TableLabel.Numeral + "|" + TableLabel.Number + @"表\d{1,2}(?:[-－—]\d{1,2})?|" + TableLabel.NumberFirst + "|" + TableLabel.Numeral + @")[）)]?[：:．.、]?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Label();
}
