using System.Globalization;
using Ingest.Contract.Text;

namespace Ingest.Review.Findings;

/// <summary>A filter as addresses carry it; whatever is no filter there is left out.</summary>
public static class FilterText
{
    /// <summary>Longer words are cut.</summary>
    private const int Longest = 100;

    private const int LongestRule = 24;

    /// <param name="value">The value of a key of the query; null when there is none.</param>
    public static FindingFilter Parse(Func<string, string?> value)
    {
        return new FindingFilter
        {
            Severity = Name<Severity>(value("severity")),
            Rule = value("rule") is { Length: > 0 and <= LongestRule } rule ? rule : null,
            Body = value("body")?.Trim() is { Length: > 0 } body ? body[..Math.Min(body.Length, Longest)] : null,
            Year = int.TryParse(value("year"), NumberStyles.None, CultureInfo.InvariantCulture, out int year) ? year : null,
            Verdict = Name<VerdictFilter>(value("verdict")) ?? VerdictFilter.Any,
            InDoubt = value("doubt") == "1",
            Sha256 = value("document") is { Length: 64 } sha256 && sha256.All(char.IsAsciiHexDigitLower) ? sha256 : null,
            Order = Name<FindingOrder>(value("order")) ?? FindingOrder.Gravity,
        };
    }

    /// <summary><c>?severity=error&amp;year=2024</c>, or "" for the filter that lets all through.</summary>
    /// <param name="more">Further keys and values, before the question mark is set.</param>
    public static string Of(FindingFilter filter, params ReadOnlySpan<(string Key, string Value)> more)
    {
        List<(string Key, string? Value)> parts =
        [
            ("severity", Text(filter.Severity)), ("rule", filter.Rule), ("body", filter.Body), ("year", filter.Year?.ToString(CultureInfo.InvariantCulture)),
            ("verdict", filter.Verdict == VerdictFilter.Any ? null : Text<VerdictFilter>(filter.Verdict)), ("doubt", filter.InDoubt ? "1" : null), ("document", filter.Sha256),
            ("order", filter.Order == FindingOrder.Gravity ? null : Text<FindingOrder>(filter.Order)),
        ];
        foreach ((string key, string text) in more)
            parts.Add((key, text));
        string joined = string.Join('&', parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value!)}"));
        return joined.Length == 0 ? "" : "?" + joined;
    }

    private static string? Text<T>(T? value)
        where T : struct, Enum => value?.ToString().ToLowerInvariant();

    private static T? Name<T>(string? text)
        where T : struct, Enum => text is { Length: > 0 } && char.IsAsciiLetter(text[0]) && Enum.TryParse(text, ignoreCase: true, out T value) && Enum.IsDefined(value) ? value : null;
}
