using System.Collections.Immutable;
using System.Text.Json;

namespace Ingest.Core.Layouts;

/// <summary>A JSON value with its place in the file, so that every complaint can name it.</summary>
internal readonly struct JsonNodeReader(string file, string path, JsonElement element)
{
    public LayoutFormatException Wrong(string problem, Exception? inner = null) => new(file, path, problem, inner);

    /// <summary>Fails on a property that the format does not know: a misspelt one would be ignored in silence.</summary>
    public void Expect(params ReadOnlySpan<string> known)
    {
        ExpectObject();
        foreach (JsonProperty property in element.EnumerateObject())
            if (!known.Contains(property.Name))
                throw Wrong($"unknown property \"{property.Name}\"; known are {string.Join(", ", known.ToArray())}");
    }

    public void ExpectObject()
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw Wrong($"expected an object, found {Describe(element)}");
    }

    public JsonNodeReader? Find(string name) =>
        element.TryGetProperty(name, out JsonElement value) ? new JsonNodeReader(file, $"{path}.{name}", value) : null;

    public JsonNodeReader Get(string name) => Find(name) ?? throw Wrong($"property \"{name}\" is missing");

    public string String() =>
        element.ValueKind == JsonValueKind.String && element.GetString() is { Length: > 0 } text
            ? text
            : throw Wrong($"expected a text, found {Describe(element)}");

    public bool Boolean() => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong($"expected true or false, found {Describe(element)}"),
    };

    public int PositiveInteger() =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out int number) && number > 0
            ? number
            : throw Wrong($"expected a positive whole number, found {Describe(element)}");

    /// <summary>The elements of an array; a single value stands for an array of one.</summary>
    public IEnumerable<JsonNodeReader> Items()
    {
        if (element.ValueKind != JsonValueKind.Array)
            return [this];
        (string name, string at) = (file, path);
        return element.EnumerateArray().Select((item, index) => new JsonNodeReader(name, $"{at}[{index}]", item));
    }

    public ImmutableArray<string> Strings() => [.. Items().Select(item => item.String())];

    private static string Describe(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        _ => element.GetRawText(),
    };
}
