using System.Collections.Immutable;

namespace Ingest.Core.Layouts;

/// <summary>All titles of all layouts; remembers what it compared, for documents repeat their lines.</summary>
internal sealed class TitleIndex(LayoutCatalog catalog)
{
    private readonly ImmutableArray<TitlePattern> patterns =
        [.. catalog.Layouts.SelectMany(layout => layout.Statements).SelectMany(statement => statement.Titles).DistinctBy(title => title.Source)];

    private readonly Dictionary<string, double> known = [];

    /// <summary>How well a folded line reads as some statement's title.</summary>
    public double Best(string folded)
    {
        // The shortest title is 收支总表; longer than this is prose.
        if (folded.Length is < 4 or > 60)
            return 0;
        if (known.TryGetValue(folded, out double score))
            return score;
        score = patterns.Max(pattern => pattern.Match(folded));
        known.Add(folded, score);
        return score;
    }
}
