using System.Text;
using Ingest.Pdf.Syntax;

namespace Ingest.Pdf.Fonts.Characters;

/// <summary>
/// What the first code of a ToUnicode range stands for; the codes after it count up the last character.
/// </summary>
/// <param name="Prefix">All but the last character; empty for a single one.</param>
/// <param name="Last">The last character as a code point.</param>
internal readonly record struct UnicodeTarget(string Prefix, int Last)
{
    // Ligatures are a few characters, expansions of CJK compatibility forms up to 18.
    private const int MostUnits = 64;

    // Counting up from it stays outside Unicode, so that a wide range of it says nothing either.
    private static readonly UnicodeTarget _nothing = new("", int.MaxValue);

    /// <summary>Reads UTF-16BE written as hexadecimal digits; fewer than four digits are one number.</summary>
    public static UnicodeTarget FromHex(ReadOnlySpan<byte> digits)
    {
        Span<char> units = stackalloc char[MostUnits];
        int count = 0;
        int unit = 0;
        int taken = 0;
        foreach (byte value in digits)
        {
            int digit = Bytes.HexDigit(value);
            if (digit < 0)
                continue;
            unit = (unit << 4) | digit;
            if (++taken < 4)
                continue;
            if (count < MostUnits)
                units[count++] = (char)unit;
            unit = 0;
            taken = 0;
        }

        if (taken > 0 && count < MostUnits)
            units[count++] = (char)unit;
        return FromUnits(units[..count]);
    }

    public static UnicodeTarget FromUnits(ReadOnlySpan<char> units)
    {
        if (units.IsEmpty)
            return _nothing;
        if (units.Length > 1 && char.IsSurrogatePair(units[^2], units[^1]))
            return new UnicodeTarget(units[..^2].ToString(), char.ConvertToUtf32(units[^2], units[^1]));
        return new UnicodeTarget(units[..^1].ToString(), units[^1]);
    }

    /// <summary>
    /// The text, or null when it says nothing: U+0000, U+FFFD and other codes that are no character.
    /// </summary>
    public string? TextAt(uint offset)
    {
        long last = Last + (long)offset;
        if (last > 0x10FFFF || !Rune.IsValid((int)last) || !Unicode.SaysSomething(Prefix))
            return null;
        string tail = Unicode.TextOf((int)last);
        return !Unicode.SaysSomething(tail) ? null : Prefix.Length > 0 ? Prefix + tail : tail;
    }
}
