using System.Text.RegularExpressions;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>
/// Names of all the money of a body or of a fund. Below one of these 基本支出 is that of the table's total; below 初中教育支出 it is that of
/// one account.
/// </summary>
internal static partial class Wholes
{
    public static bool Are(ReadOnlySpan<string> names)
    {
        foreach (string name in names)
            if (!Whole().IsMatch(Names.Loose(name)))
                return false;
        return true;
    }

    [GeneratedRegex(
        "三公经费|^(?:(?:20|19)\\d\\d年度?|全部|全口径|本级|本部门|本单位|部门|单位|本年度?|上年度?|当年|年初|年末|实际|安排的?|使用|财政|一般公共|政府性基金|国有资本经营|预算|决算|拨款|资金|收入|支出|收支|"
        + "基本支出|项目支出|结转|结余|和|及|、|公务用车购置|运行维护费|运行费|费|总计|合计|总额|总|数)*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
