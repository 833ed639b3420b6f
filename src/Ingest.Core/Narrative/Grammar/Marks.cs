using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Core.Narrative.Prose;

namespace Ingest.Core.Narrative.Grammar;

/// <summary>A place in a sentence where it states something.</summary>
internal abstract record Mark(int Start, int End);

internal sealed record FigureMark(PrintedNumber Figure) : Mark(Figure.Start, Figure.End);

/// <summary>持平: no change.</summary>
internal sealed record UnchangedMark(int Start, int End) : Mark(Start, End);

/// <summary>Says that the figure is larger or smaller than another, and not by how much.</summary>
/// <param name="Left">What it says so of: 支出决算数; "" where that stands before it.</param>
/// <param name="Direction">1, 0 or −1.</param>
/// <param name="Basis">What it is compared with.</param>
internal sealed record DirectionMark(int Start, int End, string Left, int Direction, string Basis) : Mark(Start, End);

/// <summary>A list of names.</summary>
/// <param name="Names">With the position where each begins.</param>
internal sealed record NamesMark(int Start, int End, ImmutableArray<(int At, string Name)> Names) : Mark(Start, End);

/// <summary>Says that there is none.</summary>
/// <param name="Subject">Words for what there is none of.</param>
/// <param name="PriorYear">There is no figure of the year before to compare with.</param>
internal sealed record NoneMark(int Start, int End, string Subject, bool PriorYear) : Mark(Start, End)
{
    /// <summary>Last element of the subject of a fact that says 无上年预算数.</summary>
    public const string PriorYearSubject = "上年预算数";
}

/// <summary>What follows 主要用于.</summary>
internal sealed record PurposeMark(int Start, int End) : Mark(Start, End);

/// <summary>Finds what a sentence states, in order and without overlaps.</summary>
internal static partial class Marks
{
    public static IReadOnlyList<Mark> In(RunningText text)
    {
        List<Mark> marks = [.. FigureScanner.Scan(text).Select(figure => new FigureMark(figure))];
        AddFree(marks, Nones(text.Folded));
        AddFree(marks, Directions(text.Folded));
        AddFree(marks, Unchanged(text.Folded));
        AddFree(marks, Lists(text.Folded));
        marks.Sort((left, right) => left.Start.CompareTo(right.Start));
        return marks;
    }

    /// <summary>A number makes more of a place than a phrase around it.</summary>
    private static void AddFree(List<Mark> marks, IEnumerable<Mark> found)
    {
        foreach (Mark mark in found)
            if (!marks.Exists(taken => taken.Start < mark.End && mark.Start < taken.End))
                marks.Add(mark);
    }

    private static IEnumerable<Mark> Unchanged(string folded)
    {
        foreach (Match match in Phrases.Unchanged().Matches(folded))
            yield return new UnchangedMark(match.Index, match.Index + match.Length);
    }

    private static IEnumerable<Mark> Directions(string folded)
    {
        foreach (Regex form in (Regex[])[Phrases.Larger(), Phrases.Moved()])
            foreach (Match match in form.Matches(folded))
                yield return new DirectionMark(match.Index, match.Index + match.Length, match.Groups["left"].Value, Sign(match.Groups["word"].Value), match.Groups["basis"].Value);
    }

    private static int Sign(string word) => word[0] switch
    {
        '大' or '高' or '多' or '增' or '上' => 1,
        '等' => 0,
        _ => -1,
    };

    private static IEnumerable<Mark> Nones(string folded)
    {
        foreach (Match match in Phrases.NoPriorYear().Matches(folded))
            yield return new NoneMark(match.Index, match.Index + match.Length, "", true);
        foreach (Regex form in (Regex[])[Phrases.NotPlanned(), Phrases.DoesNotHave(), Phrases.EmptyTable()])
            foreach (Match match in form.Matches(folded))
            {
                Group thing = match.Groups["thing"];
                int end = match.Index + match.Length;
                yield return new NoneMark(thing.Index < match.Groups["verb"].Index ? thing.Index : match.Groups["verb"].Index, end, thing.Value, false);
            }
    }

    private static IEnumerable<Mark> Lists(string folded)
    {
        foreach (Match match in Phrases.ListOpens().Matches(folded))
        {
            int start = match.Index + match.Length;
            int end = folded.AsSpan(start).IndexOfAny('。', '；');
            end = end < 0 ? folded.Length : start + end;
            ImmutableArray<(int At, string Name)> names = Names(folded[start..end], start);
            if (!names.IsEmpty)
                yield return new NamesMark(match.Index, end, names);
        }
    }

    /// <summary>Empty when the text is more than a list of names.</summary>
    private static ImmutableArray<(int At, string Name)> Names(string list, int at)
    {
        if (NotNames().IsMatch(list))
            return [];
        List<(int At, string Name)> names = [];
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= list.Length; i++)
        {
            if (i < list.Length)
                depth += list[i] == '（' ? 1 : list[i] == '）' ? -1 : 0;
            if (i < list.Length && (list[i] != '、' || depth > 0))
                continue;
            names.Add((at + from, i < list.Length ? list[from..i] : OpenEnd().Replace(list[from..], "")));
            from = i + 1;
        }
        return [.. names.Where(name => name.Name.Length > 0)];
    }

    [GeneratedRegex("[，：]|\\d")]
    private static partial Regex NotNames();

    [GeneratedRegex("等(?:方面|支出|费用|经费|内容|科目|项目)?$")]
    private static partial Regex OpenEnd();
}
