using System.Collections.Immutable;
using Ingest.Contract.Amounts;

namespace Ingest.Core.Recognition;

/// <summary>What an unsurely recognised amount may be: what the recogniser thought of, digits that look alike, a point lost or made up.</summary>
internal static class PossibleAmounts
{
    // Two digits that recognisers take for one another, in either order.
    private static readonly string[] _alike = ["17", "38", "56", "08", "68", "89", "06", "09", "27", "14", "35", "39"];

    /// <summary>Amounts with the text of each, the reading itself first.</summary>
    /// <param name="decimals">That most amounts of the table are printed with.</param>
    public static IReadOnlyList<(decimal Value, string Text)> Of(string text, ImmutableArray<string> alternatives, int decimals)
    {
        var possible = new List<(decimal Value, string Text)>();
        foreach (string whole in alternatives.Insert(0, text))
        {
            Add(possible, whole);
            for (int i = 0; i < whole.Length; i++)
                foreach (string pair in _alike)
                    if (pair.IndexOf(whole[i], StringComparison.Ordinal) is >= 0 and var at)
                        Add(possible, whole[..i] + pair[1 - at] + whole[(i + 1)..]);
            string digits = whole.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
            if (decimals > 0 && digits.Length > decimals)
                Add(possible, digits[..^decimals] + "." + digits[^decimals..]);
        }

        return possible;
    }

    private static void Add(List<(decimal Value, string Text)> possible, string text)
    {
        if (AmountParser.Parse(text).Value is { } value && !possible.Exists(other => other.Value == value))
            possible.Add((value, text));
    }
}
