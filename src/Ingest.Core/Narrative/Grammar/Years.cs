using System.Globalization;

namespace Ingest.Core.Narrative.Grammar;

/// <summary>Years that words name.</summary>
internal static class Years
{
    public static IEnumerable<int> In(string words) =>
        Phrases.Year().Matches(words).Select(year => int.Parse(year.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture));
}
