using System.Buffers;
using System.Globalization;

namespace Ingest.Pdf.Fonts.Encodings;

/// <summary>
/// Glyph names that are but a number - /a65, /G41, /x30, /65 - and the number is the code at which the glyph stands: then
/// the codes are those of the characters, as they were when the font was made. Names numbered from the first glyph
/// on agree with their codes as well, but not among the printable ones.
/// </summary>
internal static class NumberedNames
{
    private static readonly SearchValues<char> _digits = SearchValues.Create("0123456789ABCDEFabcdef");

    // Printable characters of ASCII; other codes have names that agree by counting.
    private const int FirstPrintable = 0x20;
    private const int LastPrintable = 0x7E;

    // Letters with accents, where nothing is numbered below the printable ones.
    private const int FirstAccented = 0xC0;

    /// <summary>Do the names of a font number its codes?</summary>
    /// <param name="names">By code; null where none is given.</param>
    public static bool AreCodes(ReadOnlySpan<string?> names)
    {
        int numbered = 0;
        int decimals = 0;
        int hexadecimals = 0;
        int printable = 0;
        int accented = 0;
        bool countsFromBelow = false;
        for (int code = 0; code < names.Length; code++)
        {
            if (names[code] is not { } name || !TryDigits(name, out ReadOnlySpan<char> digits))
                continue;
            numbered++;
            decimals += IsCode(digits, NumberStyles.None, code) ? 1 : 0;
            hexadecimals += IsCode(digits, NumberStyles.AllowHexSpecifier, code) ? 1 : 0;
            printable += code is >= FirstPrintable and <= LastPrintable ? 1 : 0;
            accented += code >= FirstAccented ? 1 : 0;
            countsFromBelow |= code < FirstPrintable;
        }

        return numbered > 0 && (decimals == numbered || hexadecimals == numbered) && (printable + (countsFromBelow ? 0 : accented)) * 2 > numbered;
    }

    private static bool TryDigits(string name, out ReadOnlySpan<char> digits)
    {
        int prefix = name.Length > 1 && char.IsAsciiLetter(name[0]) ? 1 : 0;
        digits = name.AsSpan(prefix);
        return digits.Length is >= 1 and <= 3 && digits.IndexOfAnyExcept(_digits) < 0 && digits.IndexOfAnyInRange('0', '9') >= 0;
    }

    private static bool IsCode(ReadOnlySpan<char> digits, NumberStyles style, int code) =>
        int.TryParse(digits, style, CultureInfo.InvariantCulture, out int number) && number == code;
}
