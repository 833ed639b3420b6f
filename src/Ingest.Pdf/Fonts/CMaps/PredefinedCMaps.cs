using System.Collections.Concurrent;
using System.Globalization;
using Ingest.Pdf.Fonts.Characters;
using Ingest.Pdf.Fonts.Collections;

namespace Ingest.Pdf.Fonts.CMaps;

/// <summary>The CMaps that files may use by name, made on first use and shared by all files.</summary>
internal static class PredefinedCMaps
{
    private static readonly Lazy<Dictionary<string, string[]>> _definitions = new(ReadDefinitions);

    private static readonly ConcurrentDictionary<string, CMap?> _made = new();

    /// <summary>The CMap of this name, or null when the standard knows none.</summary>
    public static CMap? Find(string name)
    {
        bool isVertical = name is "V" || name.EndsWith("-V", StringComparison.Ordinal);
        string family = name.Length > 2 && name[^2] == '-' && name[^1] is 'H' or 'V' ? name[..^2] : name;
        // JIS X 0208 in seven bits is called by the direction alone.
        if (name is "V")
            family = "H";
        if (family == "Identity")
            return isVertical ? IdentityCMap.Vertical : IdentityCMap.Horizontal;
        return _definitions.Value.TryGetValue(family, out string[]? definition)
            ? _made.GetOrAdd(name, _ => Make(definition, isVertical))
            : null;
    }

    private static Dictionary<string, string[]> ReadDefinitions() =>
        DataFile.Lines("predefined-cmaps.txt")
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToDictionary(fields => fields[0]);

    private static PredefinedCMap? Make(string[] definition, bool isVertical)
    {
        if (CharacterCollection.Find("Adobe", definition[1]) is not { } collection)
            return null;
        var spaces = new CodeSpaces(definition[3].Split(',').Select(ParseCodeSpace));
        var cids = new RangeMap<int>();
        foreach (string entry in definition[4].Split(','))
        {
            string[] parts = entry.Split(':');
            (uint first, uint last, _) = ParseRange(parts[0]);
            cids.Add(first, last, int.Parse(parts[1], CultureInfo.InvariantCulture));
        }

        return new PredefinedCMap(spaces, definition[2] == "cid" ? null : CodeMeaning.Of(definition[2]), collection, cids, isVertical);
    }

    private static CodeSpace ParseCodeSpace(string text)
    {
        (uint first, uint last, int length) = ParseRange(text);
        return new CodeSpace(length, first, last);
    }

    private static (uint First, uint Last, int Length) ParseRange(string text)
    {
        string[] ends = text.Split('-');
        return (ParseHex(ends[0]), ParseHex(ends[1]), ends[0].Length / 2);
    }

    private static uint ParseHex(string digits) => uint.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
