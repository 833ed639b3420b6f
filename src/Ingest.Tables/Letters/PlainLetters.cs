using System.Text;

namespace Ingest.Tables.Letters;

/// <summary>
/// The text of a letter as far as it is seen: mathematical digits are digits, and marks that only tell a program about width,
/// joining or direction are nothing.
/// </summary>
internal static class PlainLetters
{
    private const int FirstMathematicalDigit = 0x1D7CE;
    private const int LastMathematicalDigit = 0x1D7FF;

    public static string Of(string text)
    {
        // Nearly every letter is one unit that is none of these.
        if (text.Length == 1)
            return IsUnseen(text[0]) ? "" : text;
        foreach (char unit in text)
        {
            if (IsUnseen(unit) || unit == '\uD835')
                return Rewrite(text);
        }

        return text;
    }

    private static string Rewrite(string text)
    {
        StringBuilder plain = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.Value is >= FirstMathematicalDigit and <= LastMathematicalDigit)
                plain.Append((char)('0' + ((rune.Value - FirstMathematicalDigit) % 10)));
            else if (!rune.IsBmp || !IsUnseen((char)rune.Value))
                plain.Append(rune.ToString());
        }

        return plain.ToString();
    }

    private static bool IsUnseen(char unit) =>
        unit is (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069') or '\u061C' or '\uFEFF' or '\u180E';
}
