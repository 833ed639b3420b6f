using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Ingest.Core.Narrative.Grammar;

/// <summary>Turns the words that name a subject into a path from the general to the particular.</summary>
internal static partial class SubjectPath
{
    /// <summary>类, 款 and 项.</summary>
    public const int AccountLevels = 3;

    /// <summary>Without what tells nothing apart: the body, the year, 其中, list markers. Empty when nothing is left.</summary>
    public static ImmutableArray<string> Of(string words, BodyNames bodies)
    {
        string text = Including().Replace(YearOfMeasure().Replace(AccountCode().Replace(WithoutMarker(words), ""), ""), "");
        if (Classified(text) is { IsEmpty: false } classified)
            return [.. classified, .. MeasureBehind(text)];
        string before;
        do
        {
            before = text;
            text = Leading().Replace(OtherBody().Replace(bodies.Strip(text), ""), "");
        }
        while (text.Length < before.Length);
        text = Trailing().Replace(text.Trim('的', '，', '：', '；', '、', '。'), "");
        if (text.Length == 0)
            return [];
        Match measure = Measure().Match(text);
        return measure.Success && !IsMeasure(text)
            ? [measure.Groups["subject"].Value, measure.Groups["measure"].Value]
            : [text];
    }

    /// <summary>一般公共服务支出（类）财政事务（款）行政运行（项）, or “A-B-C”科目 as some write it; else empty.</summary>
    public static ImmutableArray<string> Classified(string text)
    {
        if (Levelled(text) is { IsEmpty: false } levels)
            return [.. levels.Select(level => level.Name)];
        Match quoted = Account().Match(text);
        return quoted.Success ? [.. quoted.Groups[1].Value.Split('-', '—').Select(Bare).Where(name => name.Length > 0)] : [];
    }

    /// <summary>Each name with its level: 类, 款 or 项.</summary>
    public static ImmutableArray<(char Level, string Name)> Levelled(string text)
    {
        Match levels = Levels().Match(text);
        return levels.Success
            ? [.. levels.Groups["level"].Captures.Zip(levels.Groups["name"].Captures, (level, name) => (level.Value[0], Bare(name.Value))).Where(level => level.Item2.Length > 0)]
            : [];
    }

    /// <summary>年初预算 in "…行政运行（项）年初预算为".</summary>
    public static ImmutableArray<string> MeasureBehind(string text)
    {
        string behind = text[Levels().Match(text).Length..].Trim('：', '，');
        return IsMeasure(behind) && MeasureName(behind) is { Length: > 0 } measure ? [measure] : [];
    }

    /// <summary>公务接待费 of the heading （二）公务接待费支出情况说明; empty where a heading names no expense.</summary>
    public static ImmutableArray<string> Headed(string heading, BodyNames bodies) =>
        ExpenseHeading().Match(WithoutMarker(heading)) is { Success: true } expense ? Of(expense.Groups["expense"].Value, bodies) : [];

    /// <summary>"支出", "预算支出合计" behind the name of an account say nothing new.</summary>
    public static bool IsOfItem(string text) => OfItem().IsMatch(text);

    /// <summary>True where the words begin with the name of a body: a statement of its own, no part of one before.</summary>
    public static bool BeginsWithBody(string words, BodyNames bodies) => bodies.Strip(words).Length < words.Length || OtherBody().IsMatch(words);

    public static string WithoutMarker(string text) => Marker().Replace(text, "");

    /// <summary>True when the words name only a measure of the subject before: 年初预算, 支出决算, 价值.</summary>
    public static bool IsMeasure(string text) => MeasureAlone().IsMatch(text);

    /// <summary>The measure as a path element; "" for 预算数, which is the figure itself.</summary>
    public static string MeasureName(string text) => ThisYearsBudget().IsMatch(text) ? "" : text;

    /// <summary>年初预算 and 支出决算 are two measures of one subject.</summary>
    public static ImmutableArray<string> WithoutMeasure(ImmutableArray<string> path) =>
        path.Length > 1 && IsMeasure(path[^1]) ? path[..^1] : path;

    /// <summary>支出预算 before a 支出决算 of the same sentence is a measure of its subject, and no other subject.</summary>
    public static ImmutableArray<string> Planned(ImmutableArray<string> path) => !path.IsEmpty && Plan().Match(path[^1]) is { Success: true } plan
        ? [.. path[..^1], plan.Groups["subject"].Value, "预算"] : path;

    /// <summary>True when the words name a thing; false when they end in a verb that waits for one: 下设, 购置.</summary>
    public static bool IsThing(string text) => text.Length > 0 && !WaitingVerb().IsMatch(text);

    /// <summary>Parts are measured like their whole: money with money, cars with cars.</summary>
    public static bool SameMeasure(string? left, string? right) =>
        left == right || left is not null && right is not null && left.EndsWith('元') && right.EndsWith('元');

    /// <summary>收入预算 and 收入预算数 are one name.</summary>
    public static bool IsSameName(string left, string right) => Bared(left) == Bared(right);

    /// <summary>
    /// The one is no part of the other, whatever order they are told in: income and expenditure, 基本支出 and 项目支出, guests from here and
    /// from abroad.
    /// </summary>
    public static bool CannotBePart(string part, string whole) =>
        (IsIncome(part) && IsExpenditure(whole)) || (IsExpenditure(part) && IsIncome(whole)) || (FromAbroad().IsMatch(part) && whole.StartsWith("国内", StringComparison.Ordinal))
        || (part.StartsWith("项目支出", StringComparison.Ordinal) && whole.EndsWith("基本支出", StringComparison.Ordinal))
        || (part.StartsWith("基本支出", StringComparison.Ordinal) && whole.EndsWith("项目支出", StringComparison.Ordinal));

    private static bool IsIncome(string name) => name.Contains("收入", StringComparison.Ordinal) && !name.Contains('支', StringComparison.Ordinal);

    /// <summary>A name of that side alone: of 收入 and not 收支, and the other way round.</summary>
    public static bool IsSide(string name, string side) => side == "收入" ? IsIncome(name) : name.Contains('支', StringComparison.Ordinal) && !name.Contains('收', StringComparison.Ordinal);

    private static bool IsExpenditure(string name) => ExpenditureName().IsMatch(name);

    private static string Bared(string name) => name.Replace("预算", "", StringComparison.Ordinal).Replace("决算", "", StringComparison.Ordinal).TrimEnd('数', '额').Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal);

    /// <summary>All money alike, everything else by its unit.</summary>
    public static string MeasuredIn(string? unit) => unit is null ? "" : unit.EndsWith('元') ? "元" : unit;

    /// <summary>内设机构 in "9个内设机构".</summary>
    [GeneratedRegex("\\G[\\p{IsCJKUnifiedIdeographs}]{2,12}?(?=[，。；、：（和与及\\d]|开展|$)")]
    public static partial Regex NounAfterCount();

    [GeneratedRegex("^国（境）外|^国外|^境外|^外宾")]
    private static partial Regex FromAbroad();

    [GeneratedRegex("^(?!.*收)(?:[^，。；：]*总)?(?:预算)?支出(?:预算|决算)?(?:数|总计|合计)?$|^(?:本年|基本|项目|(?:一般公共预算)?财政拨款|部门|单位)(?:预算)?支出")]
    private static partial Regex ExpenditureName();

    /// <summary>公务用车购置费2025年预算数.</summary>
    [GeneratedRegex("(?<=..)(?:19|20)\\d\\d年度?(?=(?:年初)?(?:预算|决算)数?(?:为|是)?$)")]
    private static partial Regex YearOfMeasure();

    /// <summary>行政运行（2010301）, 2010301行政运行, 20103-政府办公厅.</summary>
    [GeneratedRegex("（[2-5]\\d{2}(?:\\d{2}){0,2}）|^(?:[2-5]\\d{2}(?:\\d{2}){1,2}-?|[2-5]\\d{2}-)(?=\\p{IsCJKUnifiedIdeographs}{2})")]
    private static partial Regex AccountCode();

    /// <summary>收、支总计（含结转和结余）.</summary>
    [GeneratedRegex("(?<=[计额算出入])（含[^（）\\d]{2,20}）$")]
    private static partial Regex Including();

    private static string Bare(string name) => WithoutMarker(name.Trim('“', '”', '，', '：', '。', '、'));

    [GeneratedRegex(@"^(?:其中[：，]?|包括[：，]?|(?:主要)?用于：?|[一二三四五六七八九十]{1,3}、|（(?:[一二三四五六七八九十]{1,3}|\d{1,2})）|\d{1,2}[.、)）])+")]
    private static partial Regex Marker();

    [GeneratedRegex(@"^(?:其中|截至|(?:19|20)\d{2}年(?:度|初|末|底)?(?:\d{1,2}月(?:底|末)?(?:\d{1,2}日)?)?|本年度?(?=[^收支])|当年(?=[^拨])|全年(?!预算)|本部门|本单位|我部门|我单位|我局|我委|我厅|我院|我校|我办|我中心|（部门）|（本级）|（单位）|上述|具体(?:是|为)|相应(?:安排)?(?=支出|收入)|故|该|的|共有|共|[，：、])+")]
    private static partial Regex Leading();

    /// <summary>A body called by a shorter name than the document's: 省检察院2018年度, 省委办公厅本年收入.</summary>
    [GeneratedRegex(@"^(?!截至|[^，。；：\d]{0,40}(?:下属|所属|直属|本级|本部|各|全区|全市|全县))[^，。；：\d（）“”、的]{1,40}?(?:院|局|厅|委|委员会|办|办公室|部|中心|会|处|队|所|站|校|学|馆|府|街道|单位|部门|本级)(?:（[^（）]{1,6}）)?(?=(?:19|20)\d{2}年|本年度?(?:收入|支出|预算))")]
    private static partial Regex OtherBody();

    [GeneratedRegex("^(?:预算)?支出(?:预算)?(?:安排)?(?:数|合计|总计)?$")]
    private static partial Regex OfItem();

    [GeneratedRegex("^(?<expense>[^，。；：、]*?(?:费用?|经费))(?:支出)?(?:预算|决算)?(?:安排)?(?:情况)?(?:说明)?$")]
    private static partial Regex ExpenseHeading();

    [GeneratedRegex("(?<=..)(?:各|均|都|也|亦)+$|^(?:各|均|都|也|亦|并)+$")]
    private static partial Regex Trailing();

    /// <summary>A level's name may hold brackets of its own, such as 政府办公厅（室）.</summary>
    [GeneratedRegex(@"^“?(?:(?<name>[^（）。；，]+(?:（(?![类款项]）)[^（）]*）[^（）。；，]*)*)（(?<level>[类款项])）[：，]?)+")]
    private static partial Regex Levels();

    [GeneratedRegex("^“([^“”]{2,80})”(?:科目)?$")]
    private static partial Regex Account();

    [GeneratedRegex("^(?<subject>.+?)(?:的)?(?<measure>年初预算数?|全年预算数?|调整预算数?|支出决算数?|收入决算数?|决算数?|涉及[^，。；：]{2,12})$")]
    private static partial Regex Measure();

    [GeneratedRegex("^(?<subject>.*(?:费|经费|支出|拨款))预算数?$")]
    private static partial Regex Plan();

    [GeneratedRegex("^(?:(?:19|20)\\d{2}年度?)?(?:年初|全年|当年|本年|调整后?)?(?:财政拨款)?(?:支出|收入)?(?:预算|决算)(?:安排|编列)(?:数|金额|规模|资金)?$|^(?:(?:19|20)\\d{2}年度?)?(?!本年(?:支出|收入)决算)(?:年初|全年|当年|本年|调整后?)?(?:预算|决算|执行|支出决算|收入决算|预算执行|实际支出)(?:数|金额)?$|^(?:数|额|本年数|今年数)$|^(?:总)?(?:价值|账面原值|账面净值|原值|净值|账面价值|金额|面积|采购金额|资金|数量|合计)$|^涉及.{0,12}$")]
    private static partial Regex MeasureAlone();

    [GeneratedRegex("^(?:(?:19|20)\\d{2}年度?)?(?:当年|本年)?预算(?:安排|编列)?(?:数|金额|规模|资金)?$|^合计$")]
    private static partial Regex ThisYearsBudget();

    [GeneratedRegex("(?:设|设有|下属|包括|共有|安排|购置|新增|开展|完成|编制|发现|整改|拥有|占用|使用|现有)(?:了)?$")]
    private static partial Regex WaitingVerb();
}
