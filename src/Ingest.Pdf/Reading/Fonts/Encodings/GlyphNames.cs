using System.Globalization;
using System.Text;

namespace Ingest.Pdf.Reading.Fonts.Encodings;

/// <summary>
/// What a glyph's name says it stands for: the Adobe Glyph List, as far as fonts for Latin, Greek and
/// Cyrillic text use it, and the rules for names beyond it. Names that only number glyphs say nothing.
/// </summary>
internal static class GlyphNames
{
    // Longer names do not occur; what a hostile file calls its glyphs is not worth the time.
    private const int LongestName = 128;

    private static readonly Lazy<Dictionary<string, int>> Listed = new(ReadList);

    // Names of the Expert set: other shapes of the same character.
    private static readonly string[] Shapes = ["oldstyle", "small", "superior", "inferior"];

    /// <summary>The text, or null.</summary>
    public static string? TextOf(string name)
    {
        if (name.Length is 0 or > LongestName)
            return null;
        int suffix = name.IndexOf('.', StringComparison.Ordinal);
        if (suffix == 0)
            return null;
        string stem = suffix < 0 ? name : name[..suffix];
        return stem.Contains('_', StringComparison.Ordinal) ? TextOfComponents(stem) : TextOfComponent(stem);
    }

    private static string? TextOfComponents(string stem)
    {
        var text = new StringBuilder();
        foreach (string component in stem.Split('_'))
        {
            if (TextOfComponent(component) is not { } part)
                return null;
            text.Append(part);
        }

        return text.ToString();
    }

    private static string? TextOfComponent(string name)
    {
        if (Listed.Value.TryGetValue(name, out int codePoint))
            return Unicode.TextOf(codePoint);
        return TextOfNumber(name) ?? TextOfShape(name);
    }

    // uni followed by UTF-16 units, u by one code point, both in capital hexadecimal digits.
    private static string? TextOfNumber(string name)
    {
        if (name.StartsWith("uni", StringComparison.Ordinal) && name.Length >= 7 && name.Length % 4 == 3)
        {
            var units = new char[(name.Length - 3) / 4];
            for (int i = 0; i < units.Length; i++)
            {
                if (!TryParseHex(name.AsSpan(3 + (4 * i), 4), out int unit))
                    return null;
                units[i] = (char)unit;
            }

            return CMaps.UnicodeTarget.FromUnits(units).TextAt(0);
        }

        return name.Length is >= 5 and <= 7 && name[0] == 'u' && TryParseHex(name.AsSpan(1), out int codePoint) && Rune.IsValid(codePoint)
            ? Unicode.TextOf(codePoint)
            : null;
    }

    private static string? TextOfShape(string name)
    {
        foreach (string shape in Shapes)
        {
            if (name.EndsWith(shape, StringComparison.Ordinal) && Listed.Value.TryGetValue(name[..^shape.Length], out int codePoint))
                return Unicode.TextOf(codePoint);
        }

        return null;
    }

    private static bool TryParseHex(ReadOnlySpan<char> digits, out int value)
    {
        value = 0;
        return !digits.ContainsAnyInRange('a', 'f')
            && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }

    private static Dictionary<string, int> ReadList()
    {
        var list = new Dictionary<string, int>(2048);
        foreach (string line in DataFile.Lines("glyph-names.txt"))
        {
            string[] fields = line.Split(' ');
            int codePoint = int.Parse(fields[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            foreach (string name in fields[1..])
                list.TryAdd(name, codePoint++);
        }

        return list;
    }
}
