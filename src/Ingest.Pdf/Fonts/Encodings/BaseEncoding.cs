using System.Collections.Immutable;
using System.Globalization;
using Ingest.Pdf.Fonts.Characters;

namespace Ingest.Pdf.Fonts.Encodings;

/// <summary>
/// The encodings that simple fonts use by name (ISO 32000-1, annex D): 256 texts each, null where a code has none.
/// </summary>
internal static class BaseEncoding
{
    private static readonly Lazy<Dictionary<string, ImmutableArray<string?>>> _tables = new(ReadTables);
    private static readonly Lazy<ImmutableArray<string?>> _winAnsiTable = new(MakeWinAnsi);
    private static readonly Lazy<ImmutableArray<string?>> _macRomanTable = new(() => FromCodePage(10000));

    public static ImmutableArray<string?> WinAnsi => _winAnsiTable.Value;

    public static ImmutableArray<string?> MacRoman => _macRomanTable.Value;

    public static ImmutableArray<string?> Standard => _tables.Value["Standard"];

    /// <summary>The Expert encoding of the Compact Font Format, which is not MacExpert.</summary>
    public static ImmutableArray<string?> Expert => _tables.Value["Expert"];

    public static ImmutableArray<string?> Symbol => _tables.Value["Symbol"];

    public static ImmutableArray<string?> ZapfDingbats => _tables.Value["ZapfDingbats"];

    /// <summary>The encoding of this name, or null when there is none.</summary>
    public static ImmutableArray<string?>? Find(string? name) => name switch
    {
        "StandardEncoding" => Standard,
        "WinAnsiEncoding" => _winAnsiTable.Value,
        "MacRomanEncoding" => _macRomanTable.Value,
        "MacExpertEncoding" => _tables.Value["MacExpert"],
        _ => null,
    };

    private static Dictionary<string, ImmutableArray<string?>> ReadTables()
    {
        var tables = new Dictionary<string, string?[]>();
        foreach (string line in DataFile.Lines("encodings.txt"))
        {
            string[] fields = line.Split(' ', 3);
            if (!tables.TryGetValue(fields[0], out string?[]? table))
                tables[fields[0]] = table = new string?[256];
            int code = int.Parse(fields[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            foreach (char character in fields[2])
                table[code++] = character == '\uFFFD' ? null : Unicode.TextOf(character);
        }

        return tables.ToDictionary(table => table.Key, table => ImmutableArray.Create(table.Value));
    }

    // Annex D.2, notes 3 and 6: codes without a character are bullets, A0 and AD look like space and hyphen.
    private static ImmutableArray<string?> MakeWinAnsi()
    {
        string?[] table = [.. FromCodePage(1252)];
        foreach (int code in (ReadOnlySpan<int>)[0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D])
            table[code] = "\u2022";
        table[0xAD] = "-";
        return ImmutableArray.Create(table);
    }

    private static ImmutableArray<string?> FromCodePage(int codePage)
    {
        CodeMeaning meaning = CodeMeaning.Of(codePage.ToString(CultureInfo.InvariantCulture));
        var table = new string?[256];
        for (int code = 0x20; code < table.Length; code++)
            table[code] = meaning.TextOf(code);
        return ImmutableArray.Create(table);
    }
}
