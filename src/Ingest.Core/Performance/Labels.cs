using System.Text.RegularExpressions;
using Ingest.Contract.Amounts;

namespace Ingest.Core.Performance;

/// <summary>The words that performance tables print beside and above their values.</summary>
internal static partial class Labels
{
    /// <summary>Longer texts are values.</summary>
    private const int Longest = 24;

    public static bool IsLabel(string folded) => folded.Length is > 0 and <= Longest && Label().IsMatch(folded);

    public static bool IsContact(string folded) => Contact().IsMatch(folded);

    public static bool IsDepartment(string folded) => Department().IsMatch(folded);

    public static bool IsProject(string folded) => Project().IsMatch(folded);

    public static bool IsGoal(string folded) => Goal().IsMatch(folded);

    /// <summary>A label that frames a group of amounts and adds nothing to their names.</summary>
    public static bool IsFrame(string folded) => Frame().IsMatch(folded);

    /// <summary>The label as a path element: without its unit, 其中 and colon.</summary>
    public static string Name(string folded) => Ornament().Replace(Unit().Replace(folded, ""), "").TrimEnd(':', ',');

    /// <summary>万元 in 财政资金(万元).</summary>
    public static AmountUnit? UnitOf(string folded) =>
        Unit().Match(folded) is { Success: true } unit ? AmountUnits.FromPrinted(unit.Groups[1].Value) : null;

    public static bool IsTitle(string folded) => Title().IsMatch(folded);

    [GeneratedRegex(@"^(?:其中[:,]?)?(?:部门|预算|主管|实施|填报|项目)?(?:部门|单位)(?:名称)?(?:\(盖章\)|\(公章\))?:?$|^项目(?:名称|编码|代码|性质|类别|类型|属性|期限|周期|概况|内容|负责人|实施期)(?:及.{0,6})?:?$|^(?:部门|单位|项目)?(?:联系人|负责人|经办人|填报人)(?:及电话|姓名)?:?$|^(?:联系|办公|手机)?(?:电话|号码|手机)(?:号码)?:?$|^(?:年度|总体|项目)?(?:总体|总|绩效|年度|整体|预期)*目标(?:\d)?:?$|^(?:计划)?(?:开始|完成|起始|终止|立项)(?:日期|时间|年度):?$|^立项依据:?$|^(?:其中[:,]?)?(?:当年|上年|本年|中央|省级|自治区|地方|上级|本级|区级|市级|县级|非)*(?:年度|项目|财政|其他|自有|专户|单位|结转|预算)*(?:资金|预算|拨款|安排|结转资金|结余资金|资金总额|预算总额|资金申请总额|总额|金额|收入|数)*(?:来源)?(?:\([^()]*元\))?:?$|^(?:其中[:,]?)?其他(?:\(.*\))?:?$")]
    private static partial Regex Label();

    [GeneratedRegex(@"联系人|负责人|经办人|填报人|电话|手机|联系方式")]
    private static partial Regex Contact();

    [GeneratedRegex(@"^(?:部门|预算|主管|填报)(?:部门|单位|名称)(?:名称)?(?:\(.*\))?:?$|^(?:单位|部门)(?:名称)?(?:\(.*\))?:?$")]
    private static partial Regex Department();

    [GeneratedRegex("^项目名称:?$")]
    private static partial Regex Project();

    [GeneratedRegex("目标(?:\\d)?:?$")]
    private static partial Regex Goal();

    [GeneratedRegex(@"^(?:年度预算|项目资金|资金情况|预算资金|预算情况|年度资金|资金来源)(?:\([^()]*\))?$")]
    private static partial Regex Frame();

    [GeneratedRegex(@"\(((?:百|千|万|亿)?元)\)")]
    private static partial Regex Unit();

    [GeneratedRegex("^其中[:,]?")]
    private static partial Regex Ornament();

    [GeneratedRegex("绩效目标(?:(?:填报|申报|批复)?表|填报|申报)")]
    private static partial Regex Title();
}
