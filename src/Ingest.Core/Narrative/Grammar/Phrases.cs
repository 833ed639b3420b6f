using System.Text.RegularExpressions;

namespace Ingest.Core.Narrative.Grammar;

/// <summary>The fixed phrases that a sentence is taken apart by.</summary>
internal static partial class Phrases
{
    /// <summary>From here to the next semicolon a reason or a purpose is given. "主要用于以下方面：" opens a list instead.</summary>
    [GeneratedRegex("主要原因|原因是|原因为|原因：|主要是|主要系|主要因|用于(?!以下|如下|下列)|主要为")]
    public static partial Regex Aside();

    /// <summary>主要用于：缴纳在职人员住房公积金, up to the end of the clause's sentence.</summary>
    [GeneratedRegex("用于[：，]?(?!以下|如下|下列)(?<purpose>[^。；：]{2,})")]
    public static partial Regex Purpose();

    [GeneratedRegex("其中|以下(?:几个)?方面：|(?:支出|收入|预算)(?:主要)?(?:包括|构成)：?")]
    public static partial Regex PartsFollow();

    /// <summary>与上年预算持平, 比2024年预算持平, 无变化.</summary>
    [GeneratedRegex("(?:基本|总体)?(?:持平|一致|相同|无变化|没有变化|无增减变化)")]
    public static partial Regex Unchanged();

    [GeneratedRegex("(?:主要包括|包括|分别是|分别为)[：，]?(?=[^，。；：])")]
    public static partial Regex ListOpens();

    /// <summary>X未安排, 未安排X.</summary>
    [GeneratedRegex("(?<thing>[^，。；：]{1,60}?)(?<verb>未安排|没有安排|未作安排|未编制)(?:预算)?(?=[，。；]|$)|(?<verb>未安排|没有安排|未编制)(?<thing>[^，。；：]{2,60}?)(?=[，。；]|$)")]
    public static partial Regex NotPlanned();

    /// <summary>没有使用X安排的支出, 无X收入: only of things budgets are about, for 无 is a common letter.</summary>
    [GeneratedRegex("(?<verb>没有使用|未使用|没有|无)(?<thing>(?!上年)[^，。；：]{0,40}?(?:支出|收入|拨款|预算|经费|结转|结余|事项|预算单位|采购|基金)[^，。；：]{0,40}?)(?<!的)(?=[，。；]|$)|(?<verb>没有|无)(?<thing>上年结转[^，。；：]{0,40}?)(?=[，。；]|$)")]
    public static partial Regex DoesNotHave();

    [GeneratedRegex("(?<thing>[^，。；：]{0,60}?表)(?<verb>为空表|无数据)|(?<thing>本表)(?<verb>为空表|无数据)")]
    public static partial Regex EmptyTable();

    /// <summary>What lists of names are given for: money by kinds, and the parts of a body.</summary>
    [GeneratedRegex("(?:预算|经费|支出|收入|拨款|资金|处室|科室|处|科|机构|单位)$")]
    public static partial Regex Listable();

    [GeneratedRegex("(?:处室|科室|机构|处|科)$")]
    public static partial Regex Offices();

    /// <summary>Name of an office, with another name in brackets behind it or not.</summary>
    [GeneratedRegex("(?:处|室|科|局|办|委|部|中心)(?:（[^（）]+）)?$")]
    public static partial Regex Office();

    [GeneratedRegex("无(?:上年|上一年|以前年度)度?(?:预算|决算)?数|上年度?无(?:预算|此项)")]
    public static partial Regex NoPriorYear();

    /// <summary>Counts that are printed without a unit.</summary>
    [GeneratedRegex("(?:编制|实有|在职|退休|离休|在编|在岗|核定)(?:人员)?(?:人数|总数|数|名额)?$")]
    public static partial Regex Headcount();

    [GeneratedRegex("^(?:\\d{1,2}[.、]|（.{1,2}）|[一二三四五六七八九十]{1,3}、)?项目名称：(?<name>[^，。；]{2,})$")]
    public static partial Regex ProjectName();

    [GeneratedRegex(@"(?:19|20)\d{2}(?=年)")]
    public static partial Regex Year();
}
