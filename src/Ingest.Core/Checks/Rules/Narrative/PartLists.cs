using System.Text.RegularExpressions;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Narrative.Grammar;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>
/// The lists of parts that a text gives of a whole: "三公经费20万元（其中：一般公共预算20万元，政府性基金0万元），其中：出国5万元，接待15万元"
/// has two.
/// </summary>
internal static partial class PartLists
{
    /// <summary>Figures of a kind below the whole, up to where it is told again or its section ends, list by list.</summary>
    public static IEnumerable<StatedFact[]> Of(NarrativeFacts facts, StatedFact whole)
    {
        var list = new List<StatedFact>();
        foreach (StatedFact part in facts.All.Skip(whole.Order + 1)
            .TakeWhile(told => ReferenceEquals(told.Section, whole.Section) && (!told.TellsAgain(whole) || IsBeside(facts, whole, told)))
            .Where(told => told.Kind == whole.Kind && told is { Figure: not null, Fact.Aside: false } && told.IsMeasuredLike(whole) && told.IsPartOf(whole)))
        {
            if (list.Count > 0 && !IsBesideInner(facts, list[^1], part) && IsOfAnother(facts, list[^1], part))
            {
                yield return [.. list];
                list.Clear();
            }
            // What fills the whole is all of it: behind "基本支出7万元，其中：人员6万元，公用1万元；" the text goes on with other things.
            if (list.Count > 1 && Fills(whole, list) && IsBehindSemicolon(facts, list, part))
                break;
            list.Add(part);
        }
        if (list.Count > 0)
            yield return [.. list];
    }

    /// <summary>"2024年18万元，2023年20万元，减少2万元。其中：…": last year's amount between the whole and its parts.</summary>
    public static bool IsBeside(NarrativeFacts facts, StatedFact whole, StatedFact again) => !facts.IsOfOtherYear(whole) && facts.IsOfOtherYear(again) && ReferenceEquals(whole.Sentence, again.Sentence)
        && !facts.All.Skip(whole.Order + 1).Take(again.Order - whole.Order - 1).Any(told => told.Kind == whole.Kind && !told.Fact.Aside && told.IsPartOf(whole));

    /// <summary>One figure alone is a part of the whole where 其中 stands between them, and no semicolon.</summary>
    public static bool IsDirectly(NarrativeFacts facts, StatedFact whole, StatedFact part)
    {
        string until = Before(facts, part);
        string between = ReferenceEquals(whole.Sentence, part.Sentence) && until.Length > Before(facts, whole).Length ? until[Before(facts, whole).Length..] : until;
        return between.Contains("其中", StringComparison.Ordinal) && !between.Contains('；', StringComparison.Ordinal);
    }

    private static bool Fills(StatedFact whole, List<StatedFact> list) => whole.Kind == FactKind.Amount && list.Exists(part => part.Figure!.Value != 0)
        && (whole.Figure!.Value * whole.Figure.Unit) == list.Sum(part => part.Figure!.Value * part.Figure.Unit);

    /// <summary>A semicolon, or the end of the sentence, stands before the figure and before none of the list.</summary>
    private static bool IsBehindSemicolon(NarrativeFacts facts, List<StatedFact> list, StatedFact next)
    {
        if (!ReferenceEquals(list[0].Sentence, list[^1].Sentence))
            return false;
        (string first, string last) = (Before(facts, list[0]), Before(facts, list[^1]));
        return !last[first.Length..].Contains('；', StringComparison.Ordinal)
            && (!ReferenceEquals(next.Sentence, list[^1].Sentence) || Before(facts, next)[last.Length..].Contains('；', StringComparison.Ordinal));
    }

    /// <summary>Between the two a new list is opened, or the bracket ends that the first stands in.</summary>
    private static bool IsOfAnother(NarrativeFacts facts, StatedFact last, StatedFact next)
    {
        string before = Before(facts, last);
        string until = Before(facts, next);
        if (Depth(before) != Depth(until))
            return true;
        // "总收入9万元，其中本年收入6万元。具体情况如下。1.…；2.…": what is numbered is a list of its own.
        if (HeadingOutline.RankOf(Text(next.Sentence)) is > 0 and var rank && !ReferenceEquals(last.Sentence, next.Sentence) && rank != HeadingOutline.RankOf(Text(last.Sentence)))
            return true;
        return ReferenceEquals(last.Sentence, next.Sentence) ? until.Length > before.Length && Opens().IsMatch(until[before.Length..])
            : Opens().IsMatch(until) || Opens().IsMatch(Text(last.Sentence)[before.Length..]);
    }

    /// <summary>"A 200万元，其中 x 120万元、y 80万元；B 50万元": the list opened between A and B is of A alone.</summary>
    private static bool IsBesideInner(NarrativeFacts facts, StatedFact last, StatedFact next)
    {
        StatedFact[] between = [.. facts.All.Skip(last.Order + 1).Take(next.Order - last.Order - 1).Where(told => told.Kind == last.Kind && !told.Fact.Aside)];
        return ReferenceEquals(last.Sentence, next.Sentence) && between.Length > 1 && between.All(told => told.IsPartOf(last))
            && Before(facts, next)[Before(facts, between[^1]).Length..].Contains('；', StringComparison.Ordinal);
    }

    /// <summary>The sentence up to the figure.</summary>
    private static string Before(NarrativeFacts facts, StatedFact told)
    {
        string text = Text(told.Sentence);
        int at = 0;
        foreach (StatedFact other in facts.All.Skip(Math.Max(0, told.Order - Reach)).Take(Math.Min(told.Order, Reach) + 1).Where(other => ReferenceEquals(other.Sentence, told.Sentence)))
        {
            int found = Find(text, PrintedText.Clause(other.Fact.Text), other.Fact.Unit, at);
            if (found >= 0)
                at = found;
            if (other != told && found >= 0)
                at += other.Fact.Value is null ? 0 : other.Fact.Text.Length;
        }
        return text[..at];
    }

    /// <summary>Where a figure stands: with its unit behind it, for the 2 of 2辆 stands in 2023年 as well.</summary>
    private static int Find(string text, string figure, string? unit, int from)
    {
        for (int at = text.IndexOf(figure + unit, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(figure + unit, at + 1, StringComparison.Ordinal))
            if (at == 0 || !char.IsAsciiDigit(text[at - 1]) && text[at - 1] is not ('.' or ','))
                return at;
        return text.IndexOf(figure, from, StringComparison.Ordinal);
    }

    /// <summary>No sentence tells more before a part of a list.</summary>
    private const int Reach = 60;

    private static string Text(NarrativeSentence sentence) => PrintedText.Clause(sentence.Text);

    private static int Depth(string text) => text.Count(letter => letter == '（') - text.Count(letter => letter == '）');

    [GeneratedRegex("其中|(?:情况|明细|构成|分布|内容)如下|按(?:照|支出|收入|经费|资金)*(?:功能|性质|经济|用途|来源|类别|结构|类型)[^，。；：\\d]{0,6}[，：]")]
    private static partial Regex Opens();
}
