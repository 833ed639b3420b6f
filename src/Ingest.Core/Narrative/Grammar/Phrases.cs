using System.Text.RegularExpressions;

namespace Ingest.Core.Narrative.Grammar;

/// <summary>The fixed phrases that a sentence is taken apart by.</summary>
internal static partial class Phrases
{
    /// <summary>From here to the next semicolon a reason or a purpose is given. "主要用于以下方面：" opens a list instead.</summary>
    [GeneratedRegex("主要原因|原因是|原因为|原因：|主要是|主要系|主要因|用于(?!以下|如下|下列)|主要为")]
    public static partial Regex Aside();

    /// <summary>用于教育支出900万元: what the money is used for is told as a list of amounts.</summary>
    [GeneratedRegex("\\G用于：?[^，。；：、\\d]{2,60}(?:支出|（[类款项]）)[\\d,]+(?:\\.\\d+)?[亿万]?元")]
    public static partial Regex ListedUse();

    /// <summary>"基本支出3000万元，主要用于机构运转，其中工资福利支出2500万元，占基本支出的83.3%": behind the purpose, the parts of what it is the purpose of.</summary>
    [GeneratedRegex("\\G其中：?[^，。；：\\d]{2,20}[\\d,]+(?:\\.\\d+)?[亿万]?元，占(?<whole>[^，。；：\\d]{2,20}?)的?\\d")]
    public static partial Regex PartsOfItem();

    /// <summary>主要用于：缴纳在职人员住房公积金, up to the end of the clause's sentence.</summary>
    [GeneratedRegex("用于[：，]?(?!以下|如下|下列)(?<purpose>[^。；：]{2,})")]
    public static partial Regex Purpose();

    /// <summary>其中, 支出包括：, 按支出功能分类：.</summary>
    [GeneratedRegex("其中|^[，；。）]{0,2}(?:主要)?包括：?|以下(?:几个)?方面：|(?:支出|收入|预算)(?:主要)?(?:包括|构成)：?|(?:支出|收入)中[：，]|分项(?:情况)?(?:是|为|如下)：|(?:评价|自评|绩效)(?:结果|等级|评级|结论)(?:为|(?=“))(?!“?[优秀良好中差合格]{1,3}”?[，；。、])|按(?:照|支出|收入|经费|资金)*(?:功能|性质|经济|用途|来源|类别|结构|类型|项目类别)[^，。；：\\d]{0,6}[，：]")]
    public static partial Regex PartsFollow();

    /// <summary>与上年预算持平, 比2024年预算持平, 无变化.</summary>
    [GeneratedRegex("(?:基本|总体|大致)?(?:保持)?(?:持平|一致|相同|相等|不变|无变化|没有变化|无增减变化|无增减)|零增长")]
    public static partial Regex Unchanged();

    /// <summary>应与《…》一致 tells the writer what to fill in.</summary>
    [GeneratedRegex("应当?与?|填列|对应|《|规定|要求")]
    public static partial Regex Instruction();

    /// <summary>决算数大于预算数, 本年数小于上年预算数的主要原因: which is larger, and not by how much.</summary>
    [GeneratedRegex("(?<left>(?:支出|收入)?决算数?|执行数|本年数|今年数|当年数|本年预算数)(?:略|明显|远)?(?<word>大于|小于|高于|低于|多于|少于|等于)(?<basis>(?:上年|去年|(?:19|20)\\d\\d年度?|年初|全年|调整后?)?的?(?:支出|收入)?(?:预算|决算|执行)?数)(?=[，。；：]|的?主要?原因|$)")]
    public static partial Regex Larger();

    /// <summary>比上年有所增加，主要原因是: likewise.</summary>
    [GeneratedRegex("(?:比|较|与)(?<basis>(?:上年|去年|(?:19|20)\\d\\d年度?|年初预算|预算)[^，。；：\\d]{0,10}?)(?:相比，?)?(?:有所|略有|均有所)?(?<word>增加|减少|下降|上升|增长|降低)(?=[，。；]|的?主要原因|$)")]
    public static partial Regex Moved();

    [GeneratedRegex("预算数?(?:为|是|安排)?[\\d,.]+[万亿千百]*元(?:（[^（）]{0,120}）)?[，；、]?[^。；]{0,12}决算")]
    public static partial Regex Outturn();

    [GeneratedRegex("^(?<basis>上年度?|上一年度?|去年)(?!结转|结余)(?:的|同期)?(?<thing>[^，。；：\\d]{0,24}?)(?:为|是|共|合计|总计)*$")]
    public static partial Regex OfLastYear();

    [GeneratedRegex("\\G(?:相比|比较|对比)")]
    public static partial Regex ComparedBehind();

    /// <summary>"与上年4600万元相比，收入合计增加300万元": the thing is named behind the figure that it is compared with.</summary>
    [GeneratedRegex("\\G(?:相比|比较|对比)，(?<thing>[^，。；：\\d]{2,30}?)(?:各|均|共|净)?(?:增加|减少|增长|下降|上升|降低)")]
    public static partial Regex ComparedThing();

    /// <summary>与2024年度财政拨款支出年初预算, before its figure.</summary>
    [GeneratedRegex("^(?:与|同|和|较|比)(?<plan>[^，。；：]*(?:年初|全年|调整后?的?)预算数?)(?:的|为)?$")]
    public static partial Regex PlanCompared();

    /// <summary>"完成年初预算1000万元的95%", "占政府采购支出总额300万元的80%": the figure behind these words is what the rate behind it is of.</summary>
    [GeneratedRegex("^(?<subject>.*?)(?:完成了?(?<plan>(?:年初|全年|调整后?的?|当年|本年)?(?:部门)?(?:支出)?预算数?)|占(?<whole>[^占，。；：]{2,30}?))(?:的|为)?$")]
    public static partial Regex RateOf();

    [GeneratedRegex("\\G的(?:比例|比重)?(?:为|是)?\\d[\\d,.]*%")]
    public static partial Regex RateBehind();

    /// <summary>其中：基本支出 … behind reasons goes on with the parts of what the reasons are given for.</summary>
    [GeneratedRegex("其中：(?:1[.、]|（一）|（1）)?(?:基本支出|项目支出|人员经费|工资福利支出|一般公共预算|财政拨款|政府性基金|因公出国|公务|货物|政府采购)")]
    public static partial Regex PartsBehindReasons();

    /// <summary>"1.因公出国（境）费用。2025年预算数 …": a sentence that names the thing of the next ones.</summary>
    [GeneratedRegex("^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\\d{1,2}[.、]|（\\d{1,2}）)(?<thing>[^，。；：\\d]{2,24}(?:费|费用|经费|支出|收入|拨款))(?:情况)?[。：]$")]
    public static partial Regex NamesItem();

    /// <summary>主要用于以下方面（按大类）：.</summary>
    [GeneratedRegex("(?:以下(?:几个)?方面(?:（[^（）]{1,8}）)?|支出项目(?:（[^（）]{1,12}）)?(?:包括|有)|(?:支出|收入)(?:主要)?包括)：$")]
    public static partial Regex AnnouncesParts();

    /// <summary>700件左右.</summary>
    [GeneratedRegex("\\G(?:左右|上下|多(?![于余])|余(?!额)|以上|以内)")]
    public static partial Regex Roughly();

    /// <summary>A sentence that goes on with the reasons of the one before.</summary>
    [GeneratedRegex("^(?:同时|其次|再次|另一方面|[二三四五六]是|[二三四五六]、?是因)")]
    public static partial Regex MoreReasons();

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
