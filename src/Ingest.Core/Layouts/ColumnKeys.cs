using System.Collections.Frozen;
using System.Text.Json;

namespace Ingest.Core.Layouts;

/// <summary>
/// The keys that columns may have: a closed list, so that one meaning has one key in all layouts and the checks know every key there
/// is. <c>layout.schema.json</c> holds it, where editors find it as well.
/// </summary>
public static class ColumnKeys
{
    private static readonly Lazy<FrozenDictionary<string, string>> _all = new(Load);

    public static IReadOnlySet<string> All { get; } = _all.Value.Keys.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What a key stands for, in Chinese, as forms print it.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    public static string MeaningOf(string key) => _all.Value[key];

    /// <summary>The key that a misspelt one may have meant, or null.</summary>
    internal static string? Nearest(string key) => All
        .Where(known => Wording.OneLetterApart(known, key) || known.Equals(key, StringComparison.OrdinalIgnoreCase))
        .Order(StringComparer.Ordinal).FirstOrDefault();

    private static FrozenDictionary<string, string> Load()
    {
        using Stream schema = LayoutCatalog.OpenSchema();
        using JsonDocument json = JsonDocument.Parse(schema);
        return json.RootElement.GetProperty("$defs").GetProperty("key").GetProperty("oneOf").EnumerateArray()
            .ToFrozenDictionary(key => key.GetProperty("const").GetString()!, key => key.GetProperty("description").GetString()!, StringComparer.Ordinal);
    }
}
