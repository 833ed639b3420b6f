using System.Globalization;
using System.Text;
using Ingest.Pdf.Fonts.Characters;

namespace Ingest.Pdf.Fonts.Encodings;

/// <summary>
/// What a glyph's name says it stands for: the Adobe Glyph List, as far as fonts for Latin, Greek and
/// Cyrillic text use it, and the rules for names beyond it. Names that only number glyphs say nothing.
/// </summary>
internal static class GlyphNames
{
    // Longer names do not occur; what a hostile file calls its glyphs is not worth the time.
    private const int LongestName = 128;

    private static readonly Lazy<Dictionary<string, int>> _listed = new(ReadList);

    // Names of the Expert set: other shapes of the same character.
    private static readonly string[] _shapes = ["oldstyle", "small", "superior", "inferior"];

    /// <summary>
    /// True for a1, a2 …, which are names of Zapf Dingbats and mean nothing in another font: Ghostscript numbers
    /// the glyphs of bitmap fonts so.
    /// </summary>
    public static bool IsDingbat(string name) => name.Length > 1 && name[0] == 'a' && !name.AsSpan(1).ContainsAnyExceptInRange('0', '9');

    /// <summary>The text, or null.</summary>
    /// <param name="name">Without the slash.</param>
    /// <param name="inDingbats">The font is one of Zapf Dingbats.</param>
    public static string? TextOf(string name, bool inDingbats = false)
    {
        if (name.Length is 0 or > LongestName)
            return null;
        int suffix = name.IndexOf('.', StringComparison.Ordinal);
        if (suffix == 0)
            return null;
        string stem = suffix < 0 ? name : name[..suffix];
        return stem.Contains('_', StringComparison.Ordinal)
            ? TextOfComponents(stem, inDingbats)
            : TextOfComponent(stem, inDingbats);
    }

    private static string? TextOfComponents(string stem, bool inDingbats)
    {
        var text = new StringBuilder();
        foreach (string component in stem.Split('_'))
        {
            if (TextOfComponent(component, inDingbats) is not { } part)
                return null;
            text.Append(part);
        }

        return text.ToString();
    }

    private static string? TextOfComponent(string name, bool inDingbats)
    {
        if (!inDingbats && IsDingbat(name))
            return null;
        if (_listed.Value.TryGetValue(name, out int codePoint))
            return Unicode.TextOf(codePoint);
        return TextOfNumber(name) ?? TextOfShape(name);
    }

    // uni followed by UTF-16 units, u by one code point. The digits are to be capitals; after uni small ones
    // cannot be taken for anything else.
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

            return Characters.UnicodeTarget.FromUnits(units).TextAt(0);
        }

        return name.Length is >= 5 and <= 7 && name[0] == 'u' && !name.AsSpan(1).ContainsAnyInRange('a', 'f')
            && TryParseHex(name.AsSpan(1), out int codePoint) && Rune.IsValid(codePoint)
            ? Unicode.TextOf(codePoint)
            : null;
    }

    private static string? TextOfShape(string name)
    {
        foreach (string shape in _shapes)
        {
            if (name.EndsWith(shape, StringComparison.Ordinal) && _listed.Value.TryGetValue(name[..^shape.Length], out int codePoint))
                return Unicode.TextOf(codePoint);
        }

        return null;
    }

    private static bool TryParseHex(ReadOnlySpan<char> digits, out int value) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);

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
