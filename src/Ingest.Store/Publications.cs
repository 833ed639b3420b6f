using Ingest.Contract.Documents;

namespace Ingest.Store;

/// <summary>What decides which publications replace which: all of one body, year and kind.</summary>
internal sealed record Publication(string Sha256, DocumentLevel? Level, DateOnly? PublishedOn);

/// <summary>The place of a document among the publications of its body, level, year and kind.</summary>
/// <param name="Supersedes">The publication before it, or null.</param>
/// <param name="IsReplaced">True when a later one is stored.</param>
/// <param name="IsOrderUnsure">True when another is stored of which the documents do not tell whether it is earlier, later, or of the same level at all.</param>
internal readonly record struct PublicationPlace(string? Supersedes, bool IsReplaced, bool IsOrderUnsure);

/// <summary>
/// Which publication replaces which, by the dates that the documents themselves print. The order in which they came in says
/// nothing. The budget of a unit never replaces that of a department; where a date or a level is not told, nothing is replaced.
/// </summary>
internal static class Publications
{
    /// <param name="series">All stored documents of one body, year and kind.</param>
    /// <returns>The place of each, by its hash; the same whatever the order they are given in.</returns>
    public static IReadOnlyDictionary<string, PublicationPlace> Arrange(IReadOnlyCollection<Publication> series)
    {
        bool mixed = series.Any(one => one.Level is null) && series.Any(one => one.Level is not null);
        var places = new Dictionary<string, PublicationPlace>(StringComparer.Ordinal);
        foreach (IGrouping<DocumentLevel?, Publication> level in series.GroupBy(one => one.Level))
        {
            bool undated = level.Any(one => one.PublishedOn is null) && level.Count() > 1;
            Publication[][] days = [.. level.Where(one => one.PublishedOn is not null).GroupBy(one => one.PublishedOn).OrderBy(day => day.Key).Select(day => day.ToArray())];
            for (int i = 0; i < days.Length; i++)
                foreach (Publication one in days[i])
                    places[one.Sha256] = new PublicationPlace(
                        i == 0 ? null : days[i - 1].Select(before => before.Sha256).Min(StringComparer.Ordinal),
                        IsReplaced: i < days.Length - 1, IsOrderUnsure: mixed || undated || days[i].Length > 1);
            foreach (Publication one in level.Where(one => one.PublishedOn is null))
                places[one.Sha256] = new PublicationPlace(null, IsReplaced: false, IsOrderUnsure: mixed || undated);
        }

        return places;
    }
}
