using System.Globalization;
using LiteDB;

namespace Ingest.Store.LiteDb;

/// <summary>Values that BSON has no exact form for.</summary>
internal static class BsonForms
{
    /// <summary>BSON dates have no finer parts than milliseconds, and LiteDB gives them back in local time.</summary>
    public static string Stored(this DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static DateTimeOffset Instant(this BsonDocument document, string key) =>
        DateTimeOffset.Parse(document[key].AsString, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    public static string? Text(this BsonDocument document, string key) => document[key] is { IsNull: false } value ? value.AsString : null;

    public static int? Number(this BsonDocument document, string key) => document[key] is { IsNull: false } value ? value.AsInt32 : null;

    /// <exception cref="FormatException">There is no such name: the entry is damaged.</exception>
    public static T Name<T>(this BsonDocument document, string key)
        where T : struct, Enum =>
        Enum.TryParse(document.Text(key), out T name) ? name : throw new FormatException($"'{document.Text(key)}' is no {typeof(T).Name}.");

    public static T? NameOrNull<T>(this BsonDocument document, string key)
        where T : struct, Enum => document[key].IsNull ? null : document.Name<T>(key);

    public static DateOnly? Date(this BsonDocument document, string key) =>
        document.Text(key) is { } date ? DateOnly.ParseExact(date, "O", CultureInfo.InvariantCulture) : null;

    public static BsonValue OrNull(this int? number) => number is { } known ? known : BsonValue.Null;
}
