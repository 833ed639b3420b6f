using System.Collections.Immutable;
using System.Text.Json;
using Ingest.Contract.Geometry;

namespace Ingest.Contract.Documents.Json;

/// <summary>Property access that takes a missing property and an explicit null alike.</summary>
internal static class JsonReading
{
    public static string? Text(this JsonElement json, string name) => json.Present(name)?.GetString();

    public static int? Int(this JsonElement json, string name) => json.Present(name)?.GetInt32();

    /// <summary>Keeps the decimals as written.</summary>
    public static decimal? Number(this JsonElement json, string name) => json.Present(name)?.GetDecimal();

    public static bool Flag(this JsonElement json, string name) => json.Present(name)?.GetBoolean() ?? false;

    public static Box? Box(this JsonElement json)
    {
        if (json.Present("box") is not { } box)
            return null;
        if (box.GetArrayLength() != 4)
            throw new JsonException("A box has four numbers: left, bottom, right, top.");
        return new Box(box[0].GetSingle(), box[1].GetSingle(), box[2].GetSingle(), box[3].GetSingle());
    }

    public static ImmutableArray<T> Items<T>(this JsonElement json, string name, Func<JsonElement, T> read) =>
        json.Present(name) is { } items ? [.. items.EnumerateArray().Select(read)] : [];

    public static ImmutableArray<string> Strings(this JsonElement json, string name) =>
        json.Items(name, item => item.GetString() ?? "");

    public static ImmutableArray<int> Ints(this JsonElement json, string name) => json.Items(name, item => item.GetInt32());

    public static RowSide? Side(this JsonElement json) =>
        json.Text("side") is { } side ? JsonNames.Parse<RowSide>(side, JsonNames.Of) : null;

    private static JsonElement? Present(this JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
