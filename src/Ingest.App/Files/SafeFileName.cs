using System.Globalization;
using System.Text;

namespace Ingest.App.Files;

/// <summary>Makes a name that every file system takes, from text that a stranger chose.</summary>
internal static class SafeFileName
{
    /// <summary>File systems allow 255 bytes; the rest is room for suffixes.</summary>
    public const int MaxBytes = 160;

    private const string Forbidden = "<>:\"/\\|?*";

    /// <summary>
    /// Without controls, direction marks, separators, outer dots and spaces; not a device name of Windows;
    /// at most <see cref="MaxBytes"/> bytes of UTF-8, the extension kept. Never empty.
    /// </summary>
    public static string Of(string text)
    {
        var clean = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
            clean.Append(IsForbidden(rune) ? "_" : IsInvisible(rune) ? "" : rune.ToString());
        string name = clean.ToString().Trim(' ', '.', '\u3000');
        if (name.Length == 0)
            name = "_";
        if (IsDevice(name))
            name = "_" + name;
        string extension = Path.GetExtension(name) is { Length: <= 8 } short_ ? short_ : "";
        string stem = name[..^extension.Length];
        return Cut(stem, MaxBytes - Encoding.UTF8.GetByteCount(extension)).TrimEnd(' ', '.') + extension;
    }

    private static bool IsForbidden(Rune rune) => rune == Rune.ReplacementChar || (rune.IsAscii && Forbidden.Contains((char)rune.Value, StringComparison.Ordinal));

    /// <summary>Format characters reorder or hide text; private and unassigned ones mean nothing.</summary>
    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;

    private static bool IsDevice(string name)
    {
        string stem = name.Split('.')[0].TrimEnd(' ').ToUpperInvariant();
        return stem is "CON" or "PRN" or "AUX" or "NUL" || (stem.Length == 4 && (stem.StartsWith("COM", StringComparison.Ordinal) || stem.StartsWith("LPT", StringComparison.Ordinal)) && char.IsAsciiDigit(stem[3]));
    }

    private static string Cut(string text, int bytes)
    {
        int length = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if ((bytes -= rune.Utf8SequenceLength) < 0)
                return text[..length];
            length += rune.Utf16SequenceLength;
        }

        return text;
    }
}
