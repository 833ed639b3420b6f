using Ingest.Contract.Grids;

namespace Ingest.Tables.Letters;

/// <summary>
/// Small, raised or lowered figures beside a number are no part of it: 375.00¹ is not 375.001. They are given the characters
/// of raised figures, so that every reader of the line sees what the eye sees.
/// </summary>
internal static class FootnoteMarks
{
    /// <summary>Figures of one number have one size; a mark is smaller by more than this share of it.</summary>
    private const float SmallerThan = 0.87f;

    /// <summary>Or it stands higher or lower by this share of the number's size.</summary>
    private const float Shift = 0.12f;

    /// <summary>Marks farther from the number than this, in ems, are text of their own.</summary>
    private const float Gap = 0.6f;

    /// <summary>Digits of a mark at most; what has more may be the decimals of a price.</summary>
    private const int MostDigits = 2;

    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>Do the digits of a line differ, so that <see cref="Raise(Span{Glyph})"/> may change it?</summary>
    public static bool MayHave(ReadOnlySpan<Glyph> line) => TryFindNumbers(line, out _, out _);

    /// <summary>Turns the marks of a line into raised figures.</summary>
    /// <param name="line">Letters from left to right; marks are replaced.</param>
    /// <returns>What is unsure of it.</returns>
    public static CellDoubts Raise(Span<Glyph> line)
    {
        if (!TryFindNumbers(line, out float size, out float baseline))
            return CellDoubts.None;
        CellDoubts doubts = CellDoubts.None;
        for (int start = 0; start < line.Length;)
        {
            int end = start + 1;
            if (IsApart(line[start], size, baseline))
            {
                while (end < line.Length && (line[end].IsSpace || IsApart(line[end], size, baseline)))
                    end++;
                doubts |= Raise(line, start, end, size, baseline);
            }

            start = end;
        }

        return doubts;
    }

    /// <summary>Size and baseline of the largest digits; false where all digits agree, as nearly everywhere.</summary>
    private static bool TryFindNumbers(ReadOnlySpan<Glyph> line, out float size, out float baseline)
    {
        (size, baseline) = (0, 0);
        float least = float.MaxValue, low = float.MaxValue, high = float.MinValue;
        foreach (ref readonly Glyph glyph in line)
        {
            if (glyph.Class != GlyphClass.Digit)
                continue;
            (low, high, least) = (Math.Min(low, glyph.BaseY), Math.Max(high, glyph.BaseY), Math.Min(least, glyph.Size));
            size = Math.Max(size, glyph.Size);
        }

        if (least >= SmallerThan * size && high - low <= Shift * size)
            return false;
        baseline = CommonBaseline(line, size);
        return true;
    }

    /// <summary>The baseline that most of the large digits share.</summary>
    private static float CommonBaseline(ReadOnlySpan<Glyph> line, float size)
    {
        (float best, int most) = (0, 0);
        foreach (ref readonly Glyph candidate in line)
        {
            if (candidate.Class != GlyphClass.Digit || candidate.Size < SmallerThan * size)
                continue;
            int alike = 0;
            foreach (ref readonly Glyph glyph in line)
                alike += glyph.Class == GlyphClass.Digit && glyph.Size >= SmallerThan * size && Math.Abs(glyph.BaseY - candidate.BaseY) <= Shift * size ? 1 : 0;
            if (alike > most)
                (best, most) = (candidate.BaseY, alike);
            // Lines of a page may hold thousands of letters; those of one string agree.
            if (most * 2 > line.Length)
                break;
        }

        return best;
    }

    private static bool IsApart(in Glyph glyph, float size, float baseline) =>
        glyph.IsNumeric && (glyph.Size < SmallerThan * size || Math.Abs(glyph.BaseY - baseline) > Shift * size);

    private static CellDoubts Raise(Span<Glyph> line, int start, int end, float size, float baseline)
    {
        bool isBeside = (start > 0 && IsBeside(line[start - 1], line[start], size, baseline))
            || (end < line.Length && IsBeside(line[end - 1], line[end], size, baseline));
        if (!isBeside)
            return CellDoubts.None;
        bool isBetween = start > 0 && end < line.Length
            && IsBeside(line[start - 1], line[start], size, baseline) && IsBeside(line[end - 1], line[end], size, baseline);
        int digits = 0;
        bool hasPoint = false;
        foreach (ref readonly Glyph glyph in line[start..end])
        {
            digits += glyph.Class == GlyphClass.Digit ? 1 : 0;
            hasPoint |= glyph.Text is "." or "．" or "," or "，" or "-" or "−" or "－" or "%";
        }

        if (digits is 0 or > MostDigits || hasPoint || isBetween)
            return CellDoubts.MixedSizes;
        foreach (ref Glyph glyph in line[start..end])
        {
            if (glyph.Class == GlyphClass.Digit)
                glyph = glyph with { Text = Raised[Value(glyph.Text[0])].ToString(), Class = GlyphClass.Other };
            else if (!glyph.IsSpace)
                glyph = glyph with { Text = glyph.Text is "(" or "（" ? "⁽" : glyph.Text is ")" or "）" ? "⁾" : glyph.Text, Class = GlyphClass.Other };
        }

        return CellDoubts.None;
    }

    /// <summary>Is one of two neighbours a figure of the number itself, and the other close to it?</summary>
    private static bool IsBeside(in Glyph left, in Glyph right, float size, float baseline)
    {
        bool number = (left.IsNumeric && !IsApart(left, size, baseline)) || (right.IsNumeric && !IsApart(right, size, baseline));
        return number && right.Box.Left - left.Box.Right <= Gap * size;
    }

    private static int Value(char digit) => digit >= '０' ? digit - '０' : digit - '0';
}
