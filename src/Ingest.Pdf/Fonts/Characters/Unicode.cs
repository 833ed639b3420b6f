using System.Text;

namespace Ingest.Pdf.Fonts.Characters;

/// <summary>Text of code points, and which of them are text at all.</summary>
internal static class Unicode
{
    /// <summary>What a letter reads as when the file does not say.</summary>
    public const string Unknown = "\uFFFD";

    /// <summary>A digit, point, comma or hyphen: one character of an amount.</summary>
    public static bool IsOfNumber(string text) => text is [(>= '0' and <= '9') or '.' or ',' or '-'];

    private static readonly string?[] _short = new string?[0x10000];

    /// <summary>The code point as a string; the same instance for the same one. U+FFFD for what is none.</summary>
    public static string TextOf(int codePoint)
    {
        if (!Rune.IsValid(codePoint))
            return Unknown;
        if (codePoint >= _short.Length)
            return char.ConvertFromUtf32(codePoint);
        return _short[codePoint] ??= ((char)codePoint).ToString();
    }

    /// <summary>
    /// False for nothing, U+0000 and other control codes, U+FFFD, unpaired surrogates and
    /// noncharacters: entries of damaged or careless files, which say no more than a missing entry.
    /// </summary>
    public static bool SaysSomething(string text)
    {
        foreach (Rune rune in text.EnumerateRunes())
        {
            int value = rune.Value;
            bool isControl = value is < 0x20 and not ('\t' or '\n' or '\r') or (>= 0x7F and <= 0x9F);
            if (isControl || value == 0xFFFD || (value & 0xFFFE) == 0xFFFE)
                return false;
        }

        return true;
    }
}
