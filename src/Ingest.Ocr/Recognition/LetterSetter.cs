using System.Buffers;
using System.Collections.Immutable;
using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Ocr.Imaging;

namespace Ingest.Ocr.Recognition;

/// <summary>Sets the letters of recognised lines as a font would have: every letter gets its share of the line's width.</summary>
/// <param name="usual">Size of most text of the sheet in pixels, for what has no height of its own: a dash, a point.</param>
internal sealed class LetterSetter(LevelSheet sheet, double usual)
{
    // Of the em: ink of Chinese letters and of digits, what hangs below the baseline, the box of a font.
    private const double ChineseInk = 0.92;

    private const double DigitInk = 0.72;

    private const double Tail = 0.12;

    private const double Ascent = 0.88;

    private const double Descent = 0.12;

    // Shares of an em that differ from font to font; only their proportion matters.
    private const double Narrow = 0.28;

    private const double Half = 0.52;

    private static readonly SearchValues<char> _tailed = SearchValues.Create(",()（），");

    /// <summary>Size of a line's type in pixels, by its ink; null where its ink does not tell.</summary>
    public static double? SizeOf(ReadLine line)
    {
        if (line.Text.Any(IsWide))
            return line.Place.Height / ChineseInk;
        if (!line.Text.Any(char.IsAsciiLetterOrDigit))
            return null;
        return line.Place.Height / (HasTail(line.Text) ? DigitInk + Tail : DigitInk);
    }

    /// <returns>The letters, and the box around them.</returns>
    public (ImmutableArray<Letter> Letters, Box Box) Set(ReadLine line)
    {
        double size = SizeOf(line) ?? usual;
        double baseline = line.Text.Any(IsWide) ? line.Place.Bottom - (0.08 * size)
            : SizeOf(line) is null ? ((line.Place.Top + line.Place.Bottom) / 2.0) + (0.36 * size)
            : line.Place.Bottom - (HasTail(line.Text) ? Tail * size : 0);
        var letters = ImmutableArray.CreateBuilder<Letter>(line.Text.Length);
        foreach ((Area place, string text) in line.Words.IsEmpty ? [(line.Place, line.Text)] : line.Words)
            Set(text, place, baseline, size, letters);
        return (letters.ToImmutable(), letters.Select(letter => letter.Box).DefaultIfEmpty().Aggregate((all, box) => all.Union(box)));
    }

    private void Set(string text, Area place, double baseline, double size, ImmutableArray<Letter>.Builder letters)
    {
        double whole = text.Sum(Width), left = place.Left;
        foreach (char character in text)
        {
            double right = left + (Width(character) / whole * place.Width);
            if (character != ' ')
            {
                Box box = sheet.ToPage(left, baseline - (Ascent * size), right, baseline + (Descent * size));
                (float x, float y) = sheet.ToPage(left, baseline);
                letters.Add(new Letter(character.ToString(), box, x, y, (float)(size / sheet.Density), sheet.Angle, false, Hidden.No));
            }

            left = right;
        }
    }

    private static bool HasTail(string text) => text.AsSpan().ContainsAny(_tailed);

    /// <summary>A Chinese letter or sign, which takes a whole em.</summary>
    public static bool IsWide(char character) => character >= 0x2E80;

    private static double Width(char character) => IsWide(character) ? 1 : character is '.' or ',' or '\'' or ':' or ';' or '|' or 'l' or 'i' or '!' ? Narrow : Half;
}
