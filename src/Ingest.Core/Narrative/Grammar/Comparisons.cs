using System.Text.RegularExpressions;

namespace Ingest.Core.Narrative.Grammar;

/// <summary>
/// What the words before a change, or before the figure compared with, say of the comparison: what is compared, and with
/// what. "公务接待费比上年预算" is 公务接待费 against 上年预算, "与上年相比，收、支总计各" is 收、支总计 against 上年.
/// </summary>
internal static partial class Comparisons
{
    /// <summary>上年, 2023年度, 上年预算执行数, 年初预算, 预算数 …: what a figure may be compared with.</summary>
    private const string Bases =
        "(?:(?:上年|上一年|上一年度|去年|前年|以前年度|同期|同口径|(?:19|20)\\d\\d年)(?:度)?(?:同期|同口径|实际|当年)?|年初|全年|调整后?的?|追加后?的?)*"
        + "(?:部门|单位|综合|年初|全年|调整后?的?|财政|批复的?)*(?:预算|决算|执行|支出|收入|安排|完成|批复|计划)*(?:数|额|总额|金额|规模|水平|情况)?";

    /// <summary>The words without the comparison; the basis is null where there is none, or where it names none.</summary>
    public static (string Subject, string? Basis) Of(string words)
    {
        if (Than().Match(words) is { Success: true } than)
            return (than.Groups["subject"].Value, NullIfEmpty(than.Groups["basis"].Value));
        if (Compared().Match(words) is { Success: true } compared)
            return (compared.Groups["subject"].Value + compared.Groups["after"].Value, NullIfEmpty(compared.Groups["basis"].Value));
        if (Against().Match(words) is { Success: true } against)
            return (against.Groups["subject"].Value, NullIfEmpty(against.Groups["basis"].Value));
        return (words, null);
    }

    /// <summary>The words directly before a figure that is compared with: "培训费支出比2016年的", "由上年的". Null for others.</summary>
    public static (string Subject, string Basis)? Prior(string words)
    {
        if (PriorFigure().Match(words) is { Success: true } prior && TimeOrPlan().IsMatch(prior.Groups["basis"].Value))
            return (prior.Groups["subject"].Value, prior.Groups["basis"].Value);
        if (LastYearsFigure().Match(words) is { Success: true } last)
            return (last.Groups["subject"].Value, last.Groups["basis"].Value);
        if (NamedAgain().Match(words) is { Success: true } again)
            return (again.Groups["subject"].Value is { Length: > 0 } subject ? subject : again.Groups["thing"].Value, again.Groups["basis"].Value);
        return null;
    }

    /// <summary>The inside of an open bracket: "上年为", "2016年度部门支出预算安排为", "其中", or anything else.</summary>
    public static bool OpensWithYear(string inner) => AnotherYear().IsMatch(inner);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    /// <summary>本年数小于上年预算数, 决算数大于年初预算数: the words name what they compare.</summary>
    [GeneratedRegex("^(?<subject>.*?)(?:，|本年|今年|当年|支出|收入)*(?:决算|预算|执行|实际|本年|今年|当年|年末)?(?:数|额)?(?:略|明显)?(?:大于|小于|高于|低于|多于|少于|超过)(?<basis>" + Bases + ")$")]
    private static partial Regex Than();

    /// <summary>与上年相比收、支预算总计各.</summary>
    [GeneratedRegex("^(?<subject>.*?)(?:与|同|跟|和|比|较|对比)(?<basis>" + Bases + ")(?:相比较?|比较|相较|对比|比)于?，?(?<after>[^，。；：]*)$")]
    private static partial Regex Compared();

    [GeneratedRegex("^(?<subject>.*?)(?:相比于?|相较于?|对比|比|较|与|同)(?<basis>(?:上年|上一年|去年|前年|以前年度|年初|全年|预算|决算|调整|执行|(?:19|20)\\d\\d年)[^，。；：]{0,24}?)?(?:相比)?(?:同比|同期)?(?:有所|略有|均|各|都)?$")]
    private static partial Regex Against();

    [GeneratedRegex("^(?<subject>.*?)(?:相比于?|相较于?|比|较|与|同|由|从)(?<basis>(?:" + Bases + ")|“[^“”]{2,12}”(?:时期|期间)?)(?:的|为|是)*$")]
    private static partial Regex PriorFigure();

    /// <summary>上年预算数为: what is carried over from last year (上年结转) is this year's money.</summary>
    [GeneratedRegex("^(?<subject>.*?)(?<basis>(?:上年度?|上一年度?|去年)(?:部门|单位|实际|同期|年初|财政)*(?:预算|决算|执行|支出|安排)+(?:数|额)?)(?:为|是|的|共)*$")]
    private static partial Regex LastYearsFigure();

    /// <summary>比2024年“三公”经费财政拨款预算: the thing is named again between the year and its figure.</summary>
    [GeneratedRegex("^(?<subject>.*?)(?:相较于?|比|较|与|同)(?<basis>(?:上年度?|上一年度?|去年|(?:19|20)\\d\\d年度?)(?:的)?(?<thing>[^，。；：\\d]{0,30}(?:费|经费|预算|决算|支出|收入)(?:安排)?(?:数|总额|总计|合计)?))(?:的|为)?$")]
    private static partial Regex NamedAgain();

    /// <summary>A basis that names a time or a plan, 预算 alone among them; 由财政安排 names none.</summary>
    [GeneratedRegex("上年|上一年|去年|前年|同期|(?:19|20)\\d\\d年|年初|(?:预算|决算|执行)数|时期|^(?:全年|调整后?的?)?预算$")]
    private static partial Regex TimeOrPlan();

    [GeneratedRegex("^(?:其中[：，]?)?(?:上年度?|上一年度?|去年|(?:19|20)\\d\\d年度?)(?!结转|结余|1?\\d月)")]
    private static partial Regex AnotherYear();
}
