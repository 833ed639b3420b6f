using System.Buffers;
using System.Collections.Immutable;

namespace Ingest.Core.Layouts;

/// <summary>All titles of all layouts.</summary>
internal sealed class TitleIndex
{
    private readonly ImmutableArray<TitlePattern> _patterns;
    private readonly SearchValues<char> _lastLetters;

    public TitleIndex(IEnumerable<Layout> layouts)
    {
        _patterns = [.. layouts.SelectMany(layout => layout.Statements).SelectMany(statement => statement.Titles).DistinctBy(title => title.Core)];
        _lastLetters = SearchValues.Create([.. _patterns.Select(pattern => pattern.Core[^1]).Distinct()]);
    }

    /// <summary>False for most lines, at little cost: no title's last letter is in it.</summary>
    public bool MayHold(string text) => text.AsSpan().IndexOfAny(_lastLetters) >= 0;

    /// <summary>
    /// How well a folded line reads as some statement's title, and how many letters of it say so: of two
    /// lines that end alike, 支出情况表 and 一般公共预算支出情况表, the longer is the title.
    /// </summary>
    public (double Score, int Letters) Best(string folded)
    {
        // The shortest title is 收支总表; longer than this is prose.
        if (folded.Length is < 4 or > 60 || !MayHold(folded))
            return (0, 0);
        var title = new PrintedTitle(folded);
        (double Score, int Letters) best = (0, 0);
        foreach (TitlePattern pattern in _patterns)
            if (pattern.Match(title) is > 0 and var score && (pattern.Core.Length, score).CompareTo((best.Letters, best.Score)) > 0)
                best = (score, pattern.Core.Length);
        return best;
    }
}
