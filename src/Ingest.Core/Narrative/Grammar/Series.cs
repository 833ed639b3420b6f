using System.Text.RegularExpressions;
using Ingest.Core.Narrative.Prose;

namespace Ingest.Core.Narrative.Grammar;

/// <summary>
/// "人员经费和公用经费分别为100.00万元和20.00万元，占83.33%和16.67%": figures side by side that belong, one by one, to names side
/// by side. Where there are not as many figures as names nothing is taken for granted.
/// </summary>
internal static partial class Series
{
    /// <summary>Names are parted by these, and by the next only where the ones before do not give as many as there are figures.</summary>
    private static readonly string[] _separators = ["[、；]", "[、；]|以?及(?=[^、，]{2,}$)|[和与](?=[^、，和与]{2,}$)", "[、；]|[和与及]"];

    /// <summary>Leads to a figure of a series whose names are not known: no name before it is its own.</summary>
    private const string Distributed = "分别为";

    /// <summary>For the place of a figure of a series: the words that lead to it, with its own name in front.</summary>
    public static IReadOnlyDictionary<int, string> In(RunningText text, IReadOnlyList<PrintedNumber> figures)
    {
        var clauses = new Dictionary<int, string>();
        string folded = text.Folded;
        string[] names = [];
        for (int i = 0; i < figures.Count;)
        {
            int next = i + 1;
            while (next < figures.Count && Joint().IsMatch(folded[figures[next - 1].End..figures[next].Start]) && figures[next].Dimension == figures[i].Dimension)
                next++;
            int from = i == 0 ? 0 : figures[i - 1].End;
            string words = folded[from..figures[i].Start];
            int count = next - i;
            if (Respectively().Match(words) is { Success: true } respectively && count > 1)
            {
                string before = words[..respectively.Index];
                names = Names(before, count) ?? (OnlyMarks().IsMatch(before) || names.Length == count ? names : NamesOfFigures(folded, figures, i - count, i));
                string lead = (Names(before, count) is null ? before.Trim('，', '；') : "") + words[(respectively.Index + respectively.Length)..];
                Add(clauses, figures, i, count, names, lead);
            }
            else if (count > 1 && count == names.Length && Again().Match(words) is { Success: true } again)
            {
                Add(clauses, figures, i, count, names, again.Groups["lead"].Value);
            }
            i = next;
        }
        return clauses;
    }

    private static void Add(Dictionary<int, string> clauses, IReadOnlyList<PrintedNumber> figures, int first, int count, string[] names, string lead)
    {
        for (int i = 0; i < count; i++)
            clauses[figures[first + i].Start] = names.Length == count ? names[i] + lead : Distributed;
    }

    /// <summary>"重点项目2个、一般项目9个，涉及资金分别为": those of as many counts directly before; else none.</summary>
    private static string[] NamesOfFigures(string folded, IReadOnlyList<PrintedNumber> figures, int from, int to)
    {
        if (from < 0)
            return [];
        var names = new string[to - from];
        for (int i = from; i < to; i++)
        {
            string words = folded[(i == 0 ? 0 : figures[i - 1].End)..figures[i].Start];
            names[i - from] = words[(words.LastIndexOfAny(['，', '。', '：', '；', '、', '和']) + 1)..];
            if (figures[i].Dimension != Dimension.Count || figures[i].Unit != figures[from].Unit || names[i - from].Length < 2)
                return [];
        }
        return names;
    }

    /// <summary>Null where the words do not name so many.</summary>
    private static string[]? Names(string words, int count)
    {
        string list = words[(words.LastIndexOfAny(['，', '。', '：', '；']) + 1)..];
        foreach (string separator in _separators)
        {
            string[] names = [.. Regex.Split(list, separator).Select(name => name.Trim())];
            if (names.Length == count && Array.TrueForAll(names, name => name.Length > 1))
                return names;
        }
        return null;
    }

    [GeneratedRegex("^(?:[、，和与及]|以及|，?和)$")]
    private static partial Regex Joint();

    [GeneratedRegex("分别(?!(?:由|从))")]
    private static partial Regex Respectively();

    [GeneratedRegex("^[，；、]*$")]
    private static partial Regex OnlyMarks();

    /// <summary>"，增长9.09%、8.33%": the names of the series before.</summary>
    [GeneratedRegex("^[，；、]?(?<lead>(?:比|较|与|占|增|减|下|上|降|完成|同比)[^，。；：]{0,30})$")]
    private static partial Regex Again();
}
