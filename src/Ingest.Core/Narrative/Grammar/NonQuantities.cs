using System.Collections;
using System.Text.RegularExpressions;
using Ingest.Core.Narrative.Prose;

namespace Ingest.Core.Narrative.Grammar;

/// <summary>
/// Digits that measure nothing: years and dates, titles and numbers of documents, list markers, telephone
/// numbers, codes, names, and thresholds such as 50万元以上, which say of what kind a thing is.
/// </summary>
internal static partial class NonQuantities
{
    /// <summary>A flag for every character of the folded text.</summary>
    public static BitArray In(RunningText text)
    {
        BitArray mask = new(text.Length);
        foreach (Regex form in _forms)
            foreach (ValueMatch match in form.EnumerateMatches(text.Folded))
                Set(mask, match.Index, match.Length);
        if (Marker(text) is > 0 and var length)
            Set(mask, 0, length);
        return mask;
    }

    /// <summary>Length of the list marker a sentence begins with: 1. or （1） or ①; 0 when there is none.</summary>
    private static int Marker(RunningText text)
    {
        Match match = ListMarker().Match(text.Folded);
        if (!match.Success)
            return 0;
        bool digitFollows = match.Length < text.Length && char.IsAsciiDigit(text.Folded[match.Length]);
        return digitFollows && !text.SpaceBefore(match.Length) && !YearFollows(text.Folded, match.Length) ? 0 : match.Length;
    }

    private static bool YearFollows(string folded, int at) => Year().Match(folded, at) is { Success: true } year && year.Index == at;

    private static void Set(BitArray mask, int start, int length)
    {
        for (int i = start; i < start + length; i++)
            mask[i] = true;
    }

    private static readonly Regex[] _forms =
    [
        Title(), DocumentNumber(), YearRange(), Year(), MonthDay(), Date(), Ordinal(), NumberedThing(), Phone(), Code(), Mixed(),
        Quoted(), InnerMarker(), Ratio(), Threshold(), Bound(), Sum(),
    ];

    [GeneratedRegex("《[^》]*》|〈[^〉]*〉")]
    private static partial Regex Title();

    [GeneratedRegex(@"〔[^〕]{0,12}〕第?\d*号?|（(?:19|20)\d{2}）第?\d+号|\[\d{4}\]第?\d*号?|第?\d+(?:-\d+)?号")]
    private static partial Regex DocumentNumber();

    [GeneratedRegex(@"(?:19|20)\d{2}年?(?:[-—–~至到、和](?:19|20)\d{2})+年?")]
    private static partial Regex YearRange();

    [GeneratedRegex(@"(?:19|20)\d{2}(?:年度?|财年)[初末底中]?(?:\d{1,2}月(?:份|底|初|末)?(?:\d{1,2}[日号])?)?")]
    private static partial Regex Year();

    [GeneratedRegex(@"\d{1,2}月(?:份|底|初|末)?(?:\d{1,2}[日号])?|\d{1,2}[-—~至]\d{1,2}月")]
    private static partial Regex MonthDay();

    [GeneratedRegex(@"(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2}")]
    private static partial Regex Date();

    [GeneratedRegex(@"第\d+")]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"(?:附?表|附件|附图|图|序号)\d+(?:[-—]\d+)*|(?<![\d.,])\d{1,2}表")]
    private static partial Regex NumberedThing();

    [GeneratedRegex(@"(?<!\d)0\d{2,3}-\d{7,8}(?!\d)|(?<![\d.])1[3-9]\d{9}(?![\d.])|(?:电话|传真|邮编|热线|手机)(?:号码)?[：为]?[\d-]+|\d{3,5}(?:热线|平台|电话)")]
    private static partial Regex Phone();

    /// <summary>Telephone-like labels, 行政运行（2010301）, and 2010301行政运行 or 201-一般公共服务支出 at the beginning.</summary>
    [GeneratedRegex(@"(?:编码|代码|科目号|编号|账号|证号)[：为]?\d+|（[2-5]\d{2}(?:\d{2}){0,2}）|^(?:\d{1,2}[.、]|（\d{1,2}）|（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、)?(?:[2-5]\d{2}(?:\d{2}){1,2}-?|[2-5]\d{2}-)(?=\p{IsCJKUnifiedIdeographs}{2})(?!年|万|亿|元)")]
    private static partial Regex Code();

    [GeneratedRegex(@"[A-Za-z][A-Za-z+.-]*\d+(?:\.\d+)*|(?<![\d.,])\d+(?:\.\d+)*[A-Za-z]+")]
    private static partial Regex Mixed();

    /// <summary>Names such as “1+6+N” and “双100”; a quotation with an amount in it is left alone.</summary>
    [GeneratedRegex("“[^“”元%]{0,14}”")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?:[；：，。、]|其中|包括)(?:（\d{1,2}）|\d{1,2}[.、](?!\d))")]
    private static partial Regex InnerMarker();

    [GeneratedRegex(@"(?<![\d.,])\d{1,3}[：×*]\d{1,3}(?![\d.])")]
    private static partial Regex Ratio();

    /// <summary>50万元以上, 100万元（含）以上, 5年以内.</summary>
    [GeneratedRegex(@"\d[\d,.]*(?:万|亿|千|百)?(?:元|%|平方米|人|名|台|套|个|家|年|日|天|吨|件|岁)?(?:/.)?(?:（[^（）]{0,8}）)?及?(?:以上|以下|以内|之内|以外|之间)")]
    private static partial Regex Threshold();

    /// <summary>不低于30%: a demand, no statement.</summary>
    [GeneratedRegex(@"(?:不低于|不少于|不高于|不超过|不得超过|不得低于|大于等于|小于等于|≥|≤|>=|<=|>|<)\d[\d,.]*")]
    private static partial Regex Bound();

    [GeneratedRegex(@"\d+(?:\+\d+)+")]
    private static partial Regex Sum();

    [GeneratedRegex(@"^(?:\d{1,2}[.、]|（\d{1,2}）|\d{1,2}）|[①-⑳])")]
    private static partial Regex ListMarker();
}
