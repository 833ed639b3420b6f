using System.Text.RegularExpressions;

namespace Ingest.Core.Narrative.Prose;

/// <summary>Recognises headings and their rank by their numbering.</summary>
internal static partial class Heading
{
    /// <summary>Longer numbered paragraphs are items of a list, not headings.</summary>
    private const int Longest = 64;

    /// <summary>1 for 第三部分 and unnumbered titles, 2 for 一、, 3 for （一）, 4 for 1.; 0 for what is no heading.</summary>
    public static int LevelOf(Paragraph paragraph)
    {
        string text = paragraph.Text.Folded;
        if (text.Length is 0 or > Longest || ReadsLikeSentence().IsMatch(text) || text.EndsWith('。') && !Title().IsMatch(text))
            return 0;
        if (Part().IsMatch(text))
            return 1;
        if (Chapter().IsMatch(text))
            return 2;
        if (Section().IsMatch(text))
            return 3;
        if (Item().IsMatch(text))
            return 4;
        return Title().IsMatch(text) ? 1 : 0;
    }

    /// <summary>名词解释 says what words mean, not what this budget holds.</summary>
    public static bool IsGlossary(string heading) => heading.EndsWith("名词解释", StringComparison.Ordinal);

    /// <summary>A heading states nothing: no clauses, no amounts, no label with a text after it.</summary>
    [GeneratedRegex(@"[，；！？]|。.|：.|\d(?:[\d,.]*)(?:亿元|万元|元|%|平方米|辆|台|人)|[（](?:类|款|项)[）]|如下[：。]?$|其中：?$|包括：?$|为：?$|以上|主要用于|^本(?:表|部分|节)")]
    private static partial Regex ReadsLikeSentence();

    [GeneratedRegex(@"^第[一二三四五六七八九十]+部分")]
    private static partial Regex Part();

    [GeneratedRegex(@"^[一二三四五六七八九十]{1,3}、")]
    private static partial Regex Chapter();

    [GeneratedRegex(@"^（[一二三四五六七八九十]{1,3}）")]
    private static partial Regex Section();

    [GeneratedRegex(@"^(?:\d{1,2}[.、](?!\d)|（\d{1,2}）)")]
    private static partial Regex Item();

    [GeneratedRegex(@"(?:情况说明|编制说明|情况|说明|职能|职责|设置|解释|概况|构成|绩效目标)。?$")]
    private static partial Regex Title();
}
