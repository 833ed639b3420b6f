using System.Text.RegularExpressions;

namespace Ingest.Core.Narrative.Grammar;

/// <summary>What a bracket in a sentence holds.</summary>
internal enum BracketKind
{
    /// <summary>A clause of the sentence: 其中 …, 上年为 …, 占 …, or no figure at all.</summary>
    Clause,

    /// <summary>The parts of the amount before it, and nothing else: "基本支出30万元（人员经费25万元，公用经费5万元）".</summary>
    Parts,

    /// <summary>Anything else: its figures are compared with nothing.</summary>
    Remark,
}

/// <summary>Tells brackets apart.</summary>
internal static partial class Bracket
{
    /// <param name="folded">The sentence.</param>
    /// <param name="at">Where the bracket opens.</param>
    public static BracketKind KindOf(string folded, int at)
    {
        int end = Close(folded, at);
        string inner = folded[(at + 1)..end];
        return OnlyParts().IsMatch(inner) ? BracketKind.Parts
            : OpensClause(inner) || !inner.Any(char.IsAsciiDigit) ? BracketKind.Clause
            : BracketKind.Remark;
    }

    /// <summary>The words go on with what stands before the bracket.</summary>
    public static bool OpensClause(string inner) => Clause().IsMatch(inner) || Comparisons.OpensWithYear(inner);

    /// <summary>The bracket that closes it; the end of the text where none does.</summary>
    private static int Close(string folded, int at)
    {
        int depth = 0;
        for (int i = at; i < folded.Length; i++)
            if (folded[i] == '（')
                depth++;
            else if (folded[i] == '）' && --depth == 0)
                return i;
        return folded.Length;
    }

    [GeneratedRegex("^(?:其中|包括|另有|下同|占|比|较|与|同比|增长|下降|增加|减少|降低|上升|完成)")]
    private static partial Regex Clause();

    /// <summary>Names with their amounts, and with how each of these changed.</summary>
    [GeneratedRegex(@"^(?:[^\d（），、；。：]{2,20}：?\d[\d,]{0,14}(?:\.\d{1,6})?(?:亿元|万元|元|辆|人|名|个|台|平方米)(?:[，、；和及](?=.)|$)){2,12}$|^(?:(?!比|较|与|占|增|减|下降)[^\d（），、；。：]{2,20}：?\d[\d,]{0,14}(?:\.\d{1,6})?(?:亿元|万元|元)(?:，(?:比|较|与|同比|占|增|减|下降)[^；（）]{0,60})?(?:；(?=.)|$)){2,6}$")]
    private static partial Regex OnlyParts();
}
