using System.Text.RegularExpressions;
using Ingest.Contract.Text;

namespace Ingest.Core.Layouts;

/// <summary>One wording of a statement's title, and how a printed title compares with it.</summary>
public sealed partial class TitlePattern
{
    /// <summary>
    /// Words that name a statement. What stands before a known title may be the name of a body, never one
    /// of these: 财政拨款收支总表 is not 收支总表 of a body called 财政拨款.
    /// </summary>
    private static readonly string[] _meaningful =
    [
        "财政拨款", "一般公共", "政府性基金", "国有资本经营", "基本支出", "项目支出", "收入", "支出", "收支", "三公",
        "结转", "结余", "绩效", "采购", "转移支付", "债务", "专户", "资产", "购买服务",
    ];

    /// <summary>What stands between the name of a body and the title.</summary>
    private static readonly string[] _generic = ["预算单位", "部门", "单位", "年度", "年"];

    private readonly PrintedTitle _title;

    public TitlePattern(string source)
    {
        Source = source;
        _title = new PrintedTitle(PrintedText.Fold(source));
    }

    /// <summary>As written in the layout file.</summary>
    public string Source { get; }

    /// <summary>The title without a generic 部门 or 单位 before it, folded.</summary>
    internal string Core => _title.Core;

    /// <summary>
    /// 1 word for word, 0.98 when 部门 / 单位 differ, less with the name of a body before it, a remark
    /// behind it, one letter wrong or other words that say nothing, 0 when it is another title.
    /// </summary>
    internal double Match(PrintedTitle printed)
    {
        if (printed.Folded == _title.Folded)
            return 1;
        if (printed.Core == Core)
            return 0.98;
        if (printed.Core.EndsWith(Core, StringComparison.Ordinal) && NamesBody(printed.Core.AsSpan(0, printed.Core.Length - Core.Length)))
            return 0.95;
        if (printed.Core.StartsWith(Core, StringComparison.Ordinal) && Remark().IsMatch(printed.Core[Core.Length..]))
            return 0.9;
        if (printed.Meaning.EndsWith(_title.Meaning, StringComparison.Ordinal) && NamesBody(printed.Meaning.AsSpan(0, printed.Meaning.Length - _title.Meaning.Length)))
            return 0.88;
        // A title without its last letter is the header of a column: 一般公共预算支出.
        return Core.Length >= 8 && printed.Core.EndsWith(Core[^1]) && TextSimilarity.OneLetterApart(printed.Core, Core) ? 0.85 : 0;
    }

    /// <summary>It speaks of funds, accounts or kinds of expenditure, as no name of a body does.</summary>
    internal static bool NamesAccounts(ReadOnlySpan<char> text)
    {
        foreach (string word in _meaningful)
            if (text.Contains(word, StringComparison.Ordinal))
                return true;
        return false;
    }

    /// <summary>
    /// True for nothing, for 部门 and the like, and for what ends as names of bodies do: 重点 before 项目支出表 or 上级补助 before
    /// 支出表 make another table of it.
    /// </summary>
    private static bool NamesBody(ReadOnlySpan<char> rest)
    {
        if (NamesAccounts(rest))
            return false;
        string name = rest.ToString();
        if (Government().IsMatch(name))
            return false;
        foreach (string generic in _generic)
            if (name.EndsWith(generic, StringComparison.Ordinal))
                name = name[..^generic.Length];
        return name.Length == 0 || BodyEnding().IsMatch(name);
    }

    /// <summary>By what a table is arranged, printed behind its title without brackets.</summary>
    [GeneratedRegex("^按?(?:支出)?(?:部门预算)?(?:功能|经济)?(?:分类)?(?:科目)?(?:明细|汇总|情况)?$")]
    private static partial Regex Remark();

    /// <summary>全市, 省本级: the tables of a government's budget, which hold the figures of all its departments.</summary>
    [GeneratedRegex("^(?:全[省市县区州国旗盟]|全自治[区州]|地方|(?:[省市县区州旗盟]|自治[区州])(?:本级|级))$")]
    private static partial Regex Government();

    [GeneratedRegex("(?:局|委|部|院|厅|办|室|处|所|站|校|园|会|社|中心|馆|台|团|队|政府|公司|学|街道|镇|乡|组|署|行|库|宫|场|联|协|狱|基地|机关|人大|开发区|新区|示范区|园区|管理区|本级|区级|市级|省级|县级|某某?)$")]
    private static partial Regex BodyEnding();
}

/// <summary>A title made ready for comparing.</summary>
internal readonly record struct PrintedTitle
{
    private static readonly string[] _bodies = ["预算单位", "部门", "单位", "本级"];

    /// <summary>Words that one province prints in a title and another does not; longer ones before their parts.</summary>
    private static readonly string[] _idle = ["总体", "情况", "财务", "公开", "当年", "本年", "预算", "总"];

    /// <summary>Behind a fund's name, 财政拨款 and 拨款 say nothing more.</summary>
    private static readonly string[] _funds = ["一般公共", "政府性基金", "国有资本经营"];

    /// <param name="folded">Without label, year and bracketed remarks.</param>
    public PrintedTitle(string folded)
    {
        Folded = folded;
        Core = WithoutBody(folded);
        Meaning = WithoutIdleWords(Core);
    }

    public string Folded { get; }

    /// <summary>Without a generic 部门 or 单位 before it.</summary>
    public string Core { get; }

    /// <summary>The core in the words that every province prints: 一般公共支出表 for 一般公共预算财政拨款支出情况表.</summary>
    public string Meaning { get; }

    private static string WithoutIdleWords(string core)
    {
        string kept = core;
        foreach (string word in _idle)
            kept = kept.Replace(word, "", StringComparison.Ordinal);
        foreach (string fund in _funds)
            kept = kept.Replace(fund + "财政拨款", fund, StringComparison.Ordinal).Replace(fund + "拨款", fund, StringComparison.Ordinal);
        return kept;
    }

    private static string WithoutBody(string title)
    {
        foreach (string body in _bodies)
            if (title.Length > body.Length + 2 && title.StartsWith(body, StringComparison.Ordinal))
                return title[body.Length..];
        return title;
    }
}
