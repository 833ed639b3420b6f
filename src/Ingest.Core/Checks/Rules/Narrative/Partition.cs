using System.Text.RegularExpressions;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>Names that part things so that each is in one of them: grades, levels, kinds of projects.</summary>
internal static partial class Partition
{
    private static readonly Regex[] _exclusive = [Grade(), Level(), Kind(), Term(), Size(), Weight(), Establishment(), Staff(), StaffTogether(), Fund(), Reception(), Vehicle(), Room(), Tier()];

    /// <summary>No thing is counted under two of the names.</summary>
    public static bool IsExclusive(IReadOnlyList<string> names) => Array.Exists(_exclusive, form => names.All(name => form.IsMatch(name)));

    /// <summary>Every thing is counted under one of the names.</summary>
    public static bool IsComplete(IReadOnlyList<string> names) => names.Count > 1 && (
        All(names, Grade()) && (names.Count > 2 || names.Any(name => Lowest().IsMatch(name)))
        || All(names, Level()) && Has(names, "一级") && Has(names, "二级")
        || All(names, Kind()) && names.Count == KindsOfProjects
        || All(names, Size()) && names.Count == 2 && Has(names, "以上") && Has(names, "以下")
        || All(names, Weight()) && names.Count == 2 && names[0].StartsWith("重点", StringComparison.Ordinal) && !names[1].StartsWith("重点", StringComparison.Ordinal)
        || All(names, Purpose()) && Has(names, "基本支出") && Has(names, "项目支出")
        || All(names, Basic()) && names.Count == 2
        || All(names, Staff()) && Has(names, "在职") && Has(names, "离休") && Has(names, "退休")
        || All(names, StaffTogether()) && names.Count == 2
        || All(names, Fund()) && names.Count == Funds
        || All(names, Reception()) && names.Count == 2 && Has(names, "国内")
        || All(names, OfIncome()) && (Has(names, "本年收入") || Has(names, "本年财政拨款收入")) && names.Count > 1
        || All(names, OfExpenditure()) && (Has(names, "本年支出") || Has(names, "本年财政拨款支出")) && names.Count > 1
        || (All(names, Vehicle()) || All(names, Room())) && names[^1].StartsWith("其他", StringComparison.Ordinal));

    /// <summary>"财政拨款收支总预算100万元，其中：本年财政拨款收入90万元，上年结转10万元": money of this year and what is left of others.</summary>
    public static bool IsYearAndCarriedOver(string whole, IReadOnlyList<string> names) => whole.StartsWith("财政拨款", StringComparison.Ordinal) && names.Count == 2
        && names.Any(name => name is "财政拨款" or "财政拨款收入") && names.Any(name => CarriedOver().IsMatch(name));

    /// <summary>人员类, 运转类, 特定目标类.</summary>
    private const int KindsOfProjects = 3;

    /// <summary>一般公共预算, 政府性基金, 国有资本经营预算: all there is of 财政拨款.</summary>
    private const int Funds = 3;

    private static bool All(IReadOnlyList<string> names, Regex form) => names.All(name => form.IsMatch(name));

    private static bool Has(IReadOnlyList<string> names, string word) => names.Any(name => name.Contains(word, StringComparison.Ordinal));

    [GeneratedRegex("^(?:.*(?:为|等级|结果|评级|评定))?(?:优秀?|良好?|中等?|合格|基本合格|一般|较差|差|不合格)的?(?:等级|等次)?(?:的?项目)?$")]
    private static partial Regex Grade();

    [GeneratedRegex("(?:差|不合格)的?(?:等级|等次)?(?:的?项目)?$")]
    private static partial Regex Lowest();

    [GeneratedRegex("^(?:一|二|三)级(?:预算)?项目$")]
    private static partial Regex Level();

    [GeneratedRegex("^(?:人员类|运转类|公用经费|特定目标类|其他运转类)(?:预算)?项目$")]
    private static partial Regex Kind();

    [GeneratedRegex("^(?:延续性?|新增|经常性|一次性|新建|续建)(?:预算)?项目$")]
    private static partial Regex Term();

    [GeneratedRegex(@"^\d+万元?（?(?:含|不含)?）?(?:以上|以下)（?(?:含|不含)?）?的?项目$")]
    private static partial Regex Size();

    [GeneratedRegex("^(?:重点|非重点|一般|其他)(?:性|绩效|评价)*项目$")]
    private static partial Regex Weight();

    [GeneratedRegex("^(?:市|县|区|省)?(?:本级|对下|上级)(?:支出|转移支付|专项)*项目(?:支出)?$")]
    private static partial Regex Tier();

    [GeneratedRegex("^(?:基本支出|项目支出|(?:事业单位)?经营支出|上缴上级支出|对附属单位补助支出|单位预留机动经费|(?:年终|年末)?结转(?:和)?结余|结转下年(?:资金|支出)?)(?:预算)?$")]
    private static partial Regex Purpose();

    [GeneratedRegex("^(?:人员经费|(?:日常)?公用经费)(?:支出)?$")]
    private static partial Regex Basic();

    [GeneratedRegex("^(?:本年(?:财政拨款)?收入(?:预算|决算)?|(?:上年|年初)(?:财政拨款)?结转(?:和)?(?:结余)?(?:资金|收入)?|使用非财政拨款结余(?:（.*）)?)$")]
    private static partial Regex OfIncome();

    [GeneratedRegex("^(?:上年|年初)(?:财政拨款)?结转(?:和)?(?:结余)?(?:资金|收入)?$")]
    private static partial Regex CarriedOver();

    [GeneratedRegex("^(?:本年(?:财政拨款)?支出(?:预算|决算)?|(?:年终|年末|结转下年)(?:财政拨款)?(?:结转)?(?:和)?(?:结余)?(?:资金|支出)?|结余分配)$")]
    private static partial Regex OfExpenditure();

    [GeneratedRegex("^(?:在职|离休|退休|退职)(?:人员|职工|干部)?$")]
    private static partial Regex Staff();

    [GeneratedRegex("^(?:一般公共预算|政府性基金(?:预算)?|国有资本经营预算)(?:财政)?(?:拨款)?(?:收入|支出|资金)?$")]
    private static partial Regex Fund();

    [GeneratedRegex("^(?:国内|国境外|国（境）外|外宾|外事)(?:公务)?接待(?:费|支出|费支出)?$")]
    private static partial Regex Reception();

    [GeneratedRegex("^(?:在职|离退休)(?:人员|职工|干部)?$")]
    private static partial Regex StaffTogether();

    [GeneratedRegex("^(?:行政|参公|参照公务员法管理|全额(?:拨款)?(?:事业)?|差额(?:拨款)?(?:事业)?|自收自支(?:事业)?|事业|工勤|政法专项|机关工勤)编制(?:人员)?(?:人数)?$")]
    private static partial Regex Establishment();

    [GeneratedRegex("(?:用车|车辆|汽车|轿车|越野车|客车|货车|商务车|摩托车|其他|其他车型)$")]
    private static partial Regex Vehicle();

    [GeneratedRegex("(?:用房|房屋|其他)(?:面积)?(?:（.*）)?$")]
    private static partial Regex Room();
}
