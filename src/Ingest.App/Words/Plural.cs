using System.Globalization;

namespace Ingest.App.Words;

/// <summary>English counts; Chinese needs none.</summary>
internal static class Plural
{
    /// <summary>"1 error", "2 errors", "0 errors".</summary>
    /// <param name="many">Where it is not the word with an s.</param>
    public static string Of(long count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");
}
