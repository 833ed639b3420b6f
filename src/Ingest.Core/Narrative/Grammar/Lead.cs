using System.Text.RegularExpressions;

namespace Ingest.Core.Narrative.Grammar;

/// <summary>The words between the last clause boundary and a number.</summary>
/// <param name="Kind">What they say the number is.</param>
/// <param name="Subject">What is left of them when the verb and the comparison are taken away; "" when nothing is.</param>
/// <param name="Basis">What a share is of and a change is against: 本年支出合计, 上年预算, 年初预算; null where unsaid.</param>
/// <param name="Vague">约, 近: the number is no exact figure.</param>
internal sealed partial record Lead(LeadKind Kind, string Subject, string? Basis, bool Vague)
{
    /// <summary>What a bracket calls the figure in it: the subject only where nothing before the bracket names one.</summary>
    public string InBracket { get; private init; } = "";

    /// <summary>Of <see cref="LeadKind.Reached"/>: 1 for 增加到, −1 for 减少到, null for 调整到.</summary>
    public int? Towards { get; private init; }

    public static Lead Of(string words, bool percent)
    {
        int bracket = OpenBracket(words);
        if (bracket < 0)
            return OfClause(words.TrimStart('）'), percent);
        string inner = words[(bracket + 1)..];
        if (Comparisons.OpensWithYear(inner) && !percent)
            return InBrackets(words[..bracket], inner);
        // 较2023年（90万元）增加: the bracket holds the figure that the words before it name.
        if (inner.Length == 0 && !percent && Comparisons.Prior(words[..bracket]) is { } prior)
            return new Lead(LeadKind.Prior, prior.Subject, prior.Basis, false);
        return Bracket.OpensClause(inner) ? OfClause(inner, percent) : RemarkOf(inner);
    }

    /// <summary>What stands in a bracket and is compared with nothing.</summary>
    public static Lead RemarkOf(string words) => new(LeadKind.Remark, words, null, true);

    /// <summary>与2016年度相比（2016年度部门支出预算为: the subject is told before the brackets, or else in them.</summary>
    private static Lead InBrackets(string outer, string inner)
    {
        (string subject, string? basis) = Comparisons.Of(outer.TrimEnd('，'));
        string named = Plainly().Replace(YearFirst().Replace(inner, ""), "");
        return new Lead(LeadKind.Prior, subject, basis ?? YearFirst().Match(inner).Value, Approximately().IsMatch(inner)) { InBracket = named };
    }

    /// <summary>Where a bracket opens that the words do not close; −1 when none does.</summary>
    private static int OpenBracket(string words)
    {
        int depth = 0;
        for (int i = words.Length - 1; i >= 0; i--)
            if (words[i] == '）')
                depth++;
            else if (words[i] == '（' && depth-- == 0)
                return i;
        return -1;
    }

    private static Lead OfClause(string words, bool percent)
    {
        bool vague = Approximately().IsMatch(words);
        string text = Approximately().Replace(words, "");
        if (Distribution().IsMatch(text))
            return new Lead(LeadKind.Distributed, text, null, vague);
        if (percent && OfWhole(text, vague) is { } part)
            return part;
        // 支持商贸稳增长30万元 names what the money is for.
        if (!percent && Aim().IsMatch(text))
            return new Lead(LeadKind.Plain, text, null, vague);
        // 预决算差异率-2.50%: of the plan told before it, by so much and in the direction of its sign.
        if (percent && Deviation().IsMatch(text))
            return new Lead(LeadKind.Rise, "", "预算数", vague);
        if (UpTo().Match(text) is { Success: true } upTo)
            return Compared(LeadKind.Reached, text[..upTo.Index], vague) with
            {
                Towards = upTo.Value[0] switch { '减' or '下' or '降' or '压' => -1, '调' => null, _ => 1 },
            };
        if (Up().Match(text) is { Success: true } up)
            return Compared(LeadKind.Rise, text[..up.Index], vague);
        if (Down().Match(text) is { Success: true } down)
            return Compared(LeadKind.Fall, text[..down.Index], vague);
        if (!percent && Than().Match(text) is { Success: true } than)
            return Compared("大高多超".Contains(than.Groups["word"].Value[0], StringComparison.Ordinal) ? LeadKind.Rise : LeadKind.Fall, text, vague);
        if (!percent && Comparisons.Prior(text) is { } prior)
            return new Lead(LeadKind.Prior, prior.Subject, prior.Basis, vague);
        return new Lead(LeadKind.Plain, Plainly().Replace(text, ""), null, vague);
    }

    private static Lead? OfWhole(string text, bool vague)
    {
        if (Completed().Match(text) is { Success: true } completed)
            return new Lead(LeadKind.Completion, completed.Groups["subject"].Value, completed.Groups["basis"] is { Length: > 0 } basis ? basis.Value : "预算", vague);
        if (Portion().Match(text) is { Success: true } portion)
            return new Lead(LeadKind.Share, portion.Groups["subject"].Value, NullIfEmpty(portion.Groups["basis"].Value), vague);
        return null;
    }

    private static Lead Compared(LeadKind kind, string words, bool vague)
    {
        (string subject, string? basis) = Comparisons.Of(words);
        return new Lead(kind, subject, basis, vague);
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    [GeneratedRegex("(?:大约|约为|约|近|左右|上下|将近|逾|超过|超|不足|至少|最多|高达)$")]
    private static partial Regex Approximately();

    [GeneratedRegex("分别(?:为|是|达|增加|减少|增长|下降|安排|占)?[^，。；：]{0,8}$|(?<!收.{0,6}支.{0,6})各$|平均每|人均|每[人年月日次台辆户亩]")]
    private static partial Regex Distribution();

    [GeneratedRegex("^(?<subject>.*?)(?:完成|占|为|达到)(?:了)?(?<basis>(?:年初|全年|调整后?|当年|本年)?(?:部门)?预算(?:数)?)的?$|^(?<subject>.*?)(?<basis>预算)(?:执行|完成)(?:率|比例)(?:为|达到|达|是)?$|^(?<basis>)执行率(?:为|达到|达|是)?$")]
    private static partial Regex Completed();

    [GeneratedRegex("^(?<subject>.*?)(?:所占|占)(?<basis>[^占]*?)(?:的)?(?:比重|比例|比|百分比)?(?:为|达|达到|是|约)?$")]
    private static partial Regex Portion();

    [GeneratedRegex("(?:支持|促进|推动|推进|扶持|稳|保)[^，。；：比较与]{0,10}(?:增长|提升|提高|增加)$")]
    private static partial Regex Aim();

    [GeneratedRegex("(?:增加|增长|提高|上升|减少|下降|降低|压减|调整)(?:到|至|为)(?:(?:19|20)\\d\\d年度?)?的?$|(?:增至|减至|降至|升至)$")]
    private static partial Regex UpTo();

    [GeneratedRegex("(?:净|共|实际|同比|环比)?(?:增加|增长|上升|提高|上涨|增幅|增长率|新增|追加|增支|调增|增)(?:额|数|率|幅度?|比例|比率)?了?(?:为|达|达到|共|共计|合计|是|：)?$")]
    private static partial Regex Up();

    [GeneratedRegex("(?:净|共|实际|同比|环比)?(?:减少|下降|降低|降幅|压减|压缩|下降率|核减|调减|缩减|下浮|节约|减支|减)(?:额|数|率|幅度?|比例|比率)?了?(?:为|达|达到|共|共计|合计|是|：)?$")]
    private static partial Regex Down();

    [GeneratedRegex("^预决算差异率(?:为|是)?$")]
    private static partial Regex Deviation();

    [GeneratedRegex("(?<word>大于|高于|多于|小于|低于|少于)(?:上年|去年|(?:19|20)\\d\\d年|年初|全年|预算|决算|调整)[^，。；：]{0,12}$")]
    private static partial Regex Than();

    [GeneratedRegex("^(?:其中[：，]?)?(?:上年度?|上一年度?|去年|(?:19|20)\\d\\d年度?)")]
    private static partial Regex YearFirst();

    [GeneratedRegex("(?<=..)(?:共计|合计|总额|共有|共|为|是|达到|达|安排|：)+$|^(?:共计|共有|共|计|为|是|达到|达|安排|：)+$")]
    private static partial Regex Plainly();
}
