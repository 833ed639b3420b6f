using System.Globalization;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Store;
using Ingest.Store.Review;

namespace Ingest.Review.Findings;

/// <summary>A question over findings as addresses carry it; whatever is none is left out.</summary>
public static class QueryText
{
    /// <summary>Longer words are cut.</summary>
    private const int Longest = 100;

    private const int LongestRule = 24;

    /// <summary>What may be asked for instead of a verdict: that there is none, or none that decides.</summary>
    public const string Undecided = "undecided";

    /// <param name="value">The value of a key of the query; null when there is none.</param>
    public static FindingQuery Parse(Func<string, string?> value)
    {
        int? year = int.TryParse(value("year"), NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : null;
        return new FindingQuery
        {
            Severity = Name<Severity>(value("severity")),
            Rule = value("rule") is { Length: > 0 and <= LongestRule } rule ? rule : null,
            Department = Words(value("body")),
            Level = Name<DocumentLevel>(value("level")),
            Text = Words(value("text")),
            FirstYear = year,
            LastYear = year,
            Verdict = Name<VerdictStatus>(value("verdict")),
            UndecidedOnly = value("verdict") == Undecided,
            InDoubtOnly = value("doubt") == "1",
            Document = value("document") is { Length: 64 } sha256 && sha256.All(char.IsAsciiHexDigitLower) ? sha256 : null,
            Order = Name<FindingOrder>(value("order")) ?? FindingOrder.Gravity,
        };
    }

    /// <summary><c>?severity=error&amp;year=2024</c>, or "" for the question that asks for all.</summary>
    /// <param name="more">Further keys and values.</param>
    public static string Of(FindingQuery query, params ReadOnlySpan<(string Key, string Value)> more)
    {
        List<(string Key, string? Value)> parts =
        [
            ("severity", Text(query.Severity)), ("rule", query.Rule), ("body", query.Department), ("level", Text(query.Level)), ("text", query.Text),
            ("year", query.FirstYear?.ToString(CultureInfo.InvariantCulture)), ("verdict", query.UndecidedOnly ? Undecided : Text(query.Verdict)), ("doubt", query.InDoubtOnly ? "1" : null), ("document", query.Document),
            ("order", query.Order == FindingOrder.Gravity ? null : Text<FindingOrder>(query.Order)),
        ];
        foreach ((string key, string text) in more)
            parts.Add((key, text));
        string joined = string.Join('&', parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value!)}"));
        return joined.Length == 0 ? "" : "?" + joined;
    }

    private static string? Words(string? text) => text?.Trim() is { Length: > 0 } words ? words[..Math.Min(words.Length, Longest)] : null;

    private static string? Text<T>(T? value)
        where T : struct, Enum => value?.ToString().ToLowerInvariant();

    private static T? Name<T>(string? text)
        where T : struct, Enum => text is { Length: > 0 } && char.IsAsciiLetter(text[0]) && Enum.TryParse(text, ignoreCase: true, out T value) && Enum.IsDefined(value) ? value : null;
}
