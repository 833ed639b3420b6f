using System.Text.Json;
using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Store;

namespace Ingest.App.Survey;

/// <summary>Values of a table in words for people; programs get the names of the output contract.</summary>
internal static class SurveyText
{
    /// <summary>A text or a name of an enumeration as programs read it; null for null.</summary>
    public static string? ForPrograms(object? value) => value switch
    {
        null => null,
        Enum name => JsonNamingPolicy.CamelCase.ConvertName(name.ToString()),
        Named named => Legible.Of(named.Key),
        _ => Legible.Of((string)value),
    };

    /// <summary>Numbers are given back as they are.</summary>
    public static object? Of(object? value, ReportWords words) => value switch
    {
        Severity severity => words.Of(severity),
        DocumentKind kind => words.Of((DocumentKind?)kind),
        DocumentLevel level => words.Of((DocumentLevel?)level),
        RowSide side => words.Of((RowSide?)side),
        VerdictStatus status => VerdictWords.Of(status, words),
        bool flag => flag ? "✓" : "",
        DateTimeOffset instant => words.Time(instant),
        string text => Legible.Of(text),
        Named named => Legible.Of(named.Words),
        _ => value,
    };
}
