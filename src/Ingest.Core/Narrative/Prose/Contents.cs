using System.Text.RegularExpressions;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;

namespace Ingest.Core.Narrative.Prose;

/// <summary>
/// Parts the table of contents from the body. The contents begin below 目录 and end where their first
/// entry is printed again, or where something is printed that no list of headings has: a sentence.
/// </summary>
internal static partial class Contents
{
    /// <returns>The entries as printed without leaders and page numbers, and the body.</returns>
    public static (IReadOnlyList<Paragraph> Entries, IReadOnlyList<Paragraph> Body) Part(IReadOnlyList<Paragraph> paragraphs)
    {
        int title = Index(paragraphs, 0, paragraph => ContentsTitle().IsMatch(paragraph.Text.Folded));
        if (title < 0)
        {
            bool[] led = [.. paragraphs.Select(paragraph => Leader().IsMatch(paragraph.Text.Folded))];
            return ([.. paragraphs.Where((_, i) => led[i])], [.. paragraphs.Where((_, i) => !led[i])]);
        }
        int end = End(paragraphs, title + 1);
        return ([.. paragraphs.Skip(title + 1).Take(end - title - 1)], [.. paragraphs.Take(title), .. paragraphs.Skip(end)]);
    }

    /// <summary>A page of the 目录: headed so, or following one and without any sentence; neither holds a table.</summary>
    public static bool IsPage(PageContent page, bool afterContents) => page.Grids.IsEmpty
        && (page.Lines.Any(line => ContentsTitle().IsMatch(PrintedText.Clause(PrintedText.Compact(line.Text))))
            || (afterContents && !page.Lines.Any(line => line.Text.AsSpan().IndexOfAny("。，；") >= 0)));

    /// <summary>An entry as printed without its dotted leader and page number.</summary>
    public static string Title(RunningText entry) => Leader().Replace(entry.Printed[..(entry.Length - PageNumber(entry))], "");

    /// <summary>True for "第一部分 概况……3".</summary>
    public static bool HasLeader(string text) => Leader().IsMatch(PrintedText.Compact(text));

    /// <summary>True for a printed line with the page number of its entry behind a leader or a gap.</summary>
    public static bool EndsEntry(string line) => HasLeader(line) || NumberBehindGap().IsMatch(line);

    /// <summary>How many digits stand behind a gap at the end.</summary>
    private static int PageNumber(RunningText entry)
    {
        int digits = 0;
        while (digits < entry.Length && char.IsAsciiDigit(entry.Folded[entry.Length - 1 - digits]))
            digits++;
        int at = entry.Length - digits;
        return digits is > 0 and <= 3 && at > 0 && (entry.SpaceBefore(at) || entry.BeginsLine(at)) ? digits : 0;
    }

    private static int End(IReadOnlyList<Paragraph> paragraphs, int first)
    {
        int sentence = Index(paragraphs, first, paragraph => Sentence().IsMatch(paragraph.Text.Folded));
        if (sentence < 0)
            sentence = paragraphs.Count;
        HashSet<string> seen = [];
        for (int i = first; i < sentence; i++)
            if (!seen.Add(PrintedText.Clause(Title(paragraphs[i].Text))))
                return i;
        // The headings directly above the first sentence stand on its page and belong to it.
        int end = sentence;
        while (end > first && sentence < paragraphs.Count &&
            paragraphs[end - 1].Text.Page == paragraphs[sentence].Text.Page &&
            paragraphs[first].Text.Page != paragraphs[sentence].Text.Page)
            end--;
        return end;
    }

    private static int Index(IReadOnlyList<Paragraph> paragraphs, int from, Predicate<Paragraph> wanted)
    {
        for (int i = from; i < paragraphs.Count; i++)
            if (wanted(paragraphs[i]))
                return i;
        return -1;
    }

    [GeneratedRegex("^[（]?目录[）]?$")]
    private static partial Regex ContentsTitle();

    [GeneratedRegex(@"(?:[.…·•]{2,}|—{3,}|_{3,})[-—（(]*\d{0,3}[-—）)]*$")]
    private static partial Regex Leader();

    [GeneratedRegex(@"\s\d{1,3}\s*$")]
    private static partial Regex NumberBehindGap();

    [GeneratedRegex("[。；]|，.*，")]
    private static partial Regex Sentence();
}
