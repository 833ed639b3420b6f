using System.Collections.Immutable;
using System.Text.Json;
using Ingest.Contract.Geometry;

namespace Ingest.Contract.Documents.Json;

/// <summary>The few value shapes that all parts of the contract share.</summary>
internal static class JsonValues
{
    public static void WriteNumberOrNull(this Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    /// <summary>Keeps the printed decimals: 5.60 stays 5.60.</summary>
    public static void WriteNumberOrNull(this Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    /// <summary>[left, bottom, right, top] in points to two decimals.</summary>
    public static void WriteBox(this Utf8JsonWriter json, Box box)
    {
        json.WriteStartArray("box");
        json.WriteNumberValue(Rounded(box.Left));
        json.WriteNumberValue(Rounded(box.Bottom));
        json.WriteNumberValue(Rounded(box.Right));
        json.WriteNumberValue(Rounded(box.Top));
        json.WriteEndArray();
    }

    public static void WriteBoxOrNull(this Utf8JsonWriter json, Box? box)
    {
        if (box is { } known)
            json.WriteBox(known);
        else
            json.WriteNull("box");
    }

    public static void WriteStrings(this Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    public static void WriteInts(this Utf8JsonWriter json, string name, ImmutableArray<int> values)
    {
        json.WriteStartArray(name);
        foreach (int value in values)
            json.WriteNumberValue(value);
        json.WriteEndArray();
    }

    private static double Rounded(float value) =>
        float.IsFinite(value) ? Math.Round((double)value, 2, MidpointRounding.AwayFromZero) + 0.0 : 0;
}
