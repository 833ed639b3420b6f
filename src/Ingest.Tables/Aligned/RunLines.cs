using System.Globalization;
using Ingest.Contract.Geometry;
using Ingest.Tables.Letters;

namespace Ingest.Tables.Aligned;

/// <summary>Splits rows of letters where a column could end.</summary>
internal static class RunLines
{
    // Gaps in ems that may part two columns. Amounts end where their column ends, so that little more than
    // the cells' padding stands between them and what follows.
    private const float AfterAmount = 0.15f;
    private const float BetweenNumbers = 0.25f;
    private const float BetweenOthers = 0.35f;

    /// <summary>A sign may stand apart from its number, drawn or with a space between; columns are farther apart.</summary>
    private const float BehindSign = 0.4f;

    /// <summary>Heads that fill narrow columns nearly touch; a gap this fine counts where the body has one too.</summary>
    private const float FineGap = 0.04f;

    /// <summary>A gap with a space in it, "201 公共服务" or "合 计", was typed within one cell.</summary>
    private const float TypedSpace = 1.1f;

    /// <summary>Letters; longer runs of digits are not amounts.</summary>
    private const int LongestNumber = 40;

    /// <summary>Words of a Latin text are this far apart at most.</summary>
    private const float BetweenWords = 0.6f;

    private delegate bool GlyphFilter(in Glyph glyph);

    /// <param name="rows">All letters of the page.</param>
    /// <param name="taken">Boxes of the tables found so far; letters in them are passed over.</param>
    /// <param name="cancellation">Checked per row.</param>
    public static List<RunLine> Of(GlyphRows rows, List<Box> taken, CancellationToken cancellation) =>
        Of(rows, (in Glyph glyph) => !IsIn(glyph, taken), cancellation);

    /// <summary>The letters in one box only.</summary>
    public static List<RunLine> Within(GlyphRows rows, Box box, CancellationToken cancellation) =>
        Of(rows, (in Glyph glyph) => box.Contains(glyph.CenterX, glyph.CenterY), cancellation);

    private static List<RunLine> Of(GlyphRows rows, GlyphFilter takesPart, CancellationToken cancellation)
    {
        List<RunLine> lines = [];
        for (int row = 0; row < rows.Count; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (LineOf(rows[row], takesPart) is { } line)
                lines.Add(line);
        }

        return lines;
    }

    private static RunLine? LineOf(ReadOnlySpan<Glyph> row, GlyphFilter takesPart)
    {
        List<TextRun> runs = [];
        float size = 0;
        float baseline = 0;
        int start = -1;
        int last = -1;
        bool spaced = false;
        for (int i = 0; i < row.Length; i++)
        {
            if (!takesPart(row[i]))
                continue;
            if (row[i].IsSpace)
            {
                spaced = true;
                continue;
            }

            if (last >= 0 && MayPart(row[start..(last + 1)], row[i], spaced))
            {
                runs.Add(RunOf(row[start..(last + 1)]));
                start = -1;
            }

            if (row[i].Size > size)
                (size, baseline) = (row[i].Size, row[i].BaseY);
            start = start < 0 ? i : start;
            (last, spaced) = (i, false);
        }

        if (start >= 0)
            runs.Add(RunOf(row[start..(last + 1)]));
        return runs.Count == 0 ? null : new RunLine(runs, baseline, size);
    }

    private static bool IsIn(in Glyph glyph, List<Box> taken)
    {
        foreach (Box box in taken)
        {
            if (box.Contains(glyph.CenterX, glyph.CenterY))
                return true;
        }

        return false;
    }

    private static bool MayPart(ReadOnlySpan<Glyph> before, in Glyph next, bool spaced)
    {
        ref readonly Glyph last = ref before[^1];
        float gap = LineText.GapInEms(last, next);
        if (IsNumeral(next) && last.Class == GlyphClass.Digit && EndsInDecimals(before))
            return true;
        if (gap < AfterAmount || (gap < BehindSign && IsSign(before) && next.Class == GlyphClass.Digit))
            return false;
        if ((last.IsNumeric && EndsInAmount(before)) || (IsDash(before) && next.Class == GlyphClass.Cjk))
            return true;
        if (last.IsNumeric && next.IsNumeric)
            return gap >= BetweenNumbers;
        if (IsYear(before, next))
            return gap >= TypedSpace;
        bool latin = last.Class == GlyphClass.Other || next.Class == GlyphClass.Other;
        return gap >= (spaced ? TypedSpace : latin ? BetweenWords : BetweenOthers);
    }

    /// <summary>A Chinese numeral right behind an amount begins the name in the next column: 5,254.01一、教育支出.</summary>
    private static bool IsNumeral(in Glyph glyph) => glyph.Text.Length == 1 && "一二三四五六七八九十".Contains(glyph.Text[0]);

    /// <summary>Does the text end in a point and two digits?</summary>
    private static bool EndsInDecimals(ReadOnlySpan<Glyph> text) =>
        text.Length > 3 && text[^1].Class == GlyphClass.Digit && text[^2].Class == GlyphClass.Digit && text[^3].Text is "." or "．" && text[^4].Class == GlyphClass.Digit;

    /// <summary>Does the text end in digits with a decimal point or thousands separator before them?</summary>
    private static bool EndsInAmount(ReadOnlySpan<Glyph> text)
    {
        int digits = 0;
        for (int i = text.Length - 1; i >= 0 && text[i].Class == GlyphClass.Digit; i--)
            digits++;
        return digits >= 1 && digits < text.Length && text[text.Length - 1 - digits].Text is "." or "," or "．" or "，"
            && text.Length - 1 - digits > 0 && text[text.Length - 2 - digits].Class == GlyphClass.Digit;
    }

    /// <summary>
    /// Word processors set digits apart from the Chinese behind them: "2021 年预算" is one head; "2080506 年金缴费支出" is a code and
    /// a line of a name.
    /// </summary>
    private static bool IsYear(ReadOnlySpan<Glyph> before, in Glyph next)
    {
        if (next.Text != "年" || before[^1].Class != GlyphClass.Digit)
            return false;
        int digits = 0;
        while (digits < before.Length && before[before.Length - 1 - digits].Class == GlyphClass.Digit)
            digits++;
        return digits <= DigitsOfYear;
    }

    private const int DigitsOfYear = 4;

    /// <summary>A dash by itself stands where an amount would: "—二、教育支出" is nothing and the next name.</summary>
    private static bool IsDash(ReadOnlySpan<Glyph> text)
    {
        foreach (ref readonly Glyph glyph in text)
        {
            if (glyph.Text is not ("—" or "–" or "－" or "-"))
                return false;
        }

        return text.Length is 1 or 2;
    }

    private static bool IsSign(ReadOnlySpan<Glyph> text) => text.Length == 1 && text[0].Text is "-" or "−" or "–" or "－" or "△" or "▲";

    private static TextRun RunOf(ReadOnlySpan<Glyph> glyphs)
    {
        Box box = glyphs[0].Box;
        bool colon = false;
        bool number = glyphs[0].IsNumeric && glyphs.Length <= LongestNumber;
        Span<Glyph> dense = number ? new Glyph[glyphs.Length] : [];
        int letters = 0;
        List<float>? gaps = null;
        for (int i = 0; i < glyphs.Length; i++)
        {
            ref readonly Glyph glyph = ref glyphs[i];
            if (glyph.IsSpace)
                continue;
            if (i > 0 && !glyphs[i - 1].IsSpace && !IsYear(glyphs[..i], glyph) && LineText.GapInEms(glyphs[i - 1], glyph) > FineGap)
                (gaps ??= []).Add((glyphs[i - 1].Box.Right + glyph.Box.Left) / 2);
            box = box.Union(glyph.Box);
            colon |= glyph.Text is "：" or ":";
            if (number)
                dense[letters++] = glyph;
        }

        bool dash = IsDash(glyphs);
        number = number && NumberShape.IsNumber(dense[..letters]);
        return new TextRun(box, number || dash, dash || (number && HasPoint(dense[..letters])), number ? CountOf(dense[..letters]) : 0, colon, AmountEnd(glyphs), gaps?.ToArray())
        {
            IsListed = IsListed(glyphs), IsTotal = IsTotal(glyphs), Lead = Lead(glyphs), AmountStart = AmountStart(glyphs),
        };
    }

    /// <summary>收入总计, 本年支出合计, but not 某某局小计, which may be the second line of a long name.</summary>
    private static bool IsTotal(ReadOnlySpan<Glyph> text) =>
        text.Length is >= 4 and <= 8 && text[^1].Text is "计" && text[^2].Text is "总" or "合" or "小"
        && (text[^4].Text, text[^3].Text) is ("收", "入") or ("支", "出") or ("拨", "款") or ("资", "金");

    /// <summary>三、, （二）, 2、, 208教育支出, 其中：.</summary>
    private static bool IsListed(ReadOnlySpan<Glyph> text)
    {
        int digits = 0;
        while (digits < text.Length && text[digits].Class == GlyphClass.Digit)
            digits++;
        int behind = digits;
        while (behind < text.Length && text[behind].IsSpace)
            behind++;
        if (digits is 1 or 2 && behind + 1 < text.Length)
            return text[behind].Text is "、" || (text[behind].Text is "." or "．" && text[behind + 1].Class != GlyphClass.Digit);
        if (digits is 3 or 5 or 7 && behind < text.Length)
            return text[behind].Class == GlyphClass.Cjk && text[behind].Text is not ("年" or "个" or "人" or "元" or "万");
        if (text.Length > 2 && text[0].Text == "其" && text[1].Text == "中")
            return text[2].Text is "：" or ":";
        int at = text[0].Text is "（" or "(" ? 1 : 0;
        int first = at;
        while (at < text.Length && IsNumeral(text[at]))
            at++;
        return at > first && at < text.Length && (first == 1 ? text[at].Text is "）" or ")" : text[at].Text is "、");
    }

    private static float Lead(ReadOnlySpan<Glyph> text)
    {
        int end = text[0].Text is "（" or "(" or "《" or "“" or "〔" ? 1 : 0;
        int first = end;
        while (end < text.Length && text[end].Class is GlyphClass.Digit or GlyphClass.Other)
            end++;
        // Behind the bracket alone stands at least one letter, and before a closing mark, which begins no line, too.
        int last = Math.Min(end == first ? end : end - 1, text.Length - 1);
        if (last + 1 < text.Length && text[last + 1].Text is "）" or ")" or "》" or "”" or "〕" or "、" or "，" or "。" or "：" or "；")
            last++;
        return last == 0 ? 0 : text[last].Box.Right - text[0].Box.Left;
    }

    /// <summary>Behind the second decimal of the amount that a text begins with, if it does not end there.</summary>
    private static float? AmountEnd(ReadOnlySpan<Glyph> glyphs)
    {
        int at = 0;
        while (at < glyphs.Length && (glyphs[at].Class == GlyphClass.Digit || (at > 0 && glyphs[at].Text is "," or "，")))
            at++;
        bool amount = at > 0 && at + 3 < glyphs.Length && glyphs[at].Text is "." or "．"
            && glyphs[at + 1].Class == GlyphClass.Digit && glyphs[at + 2].Class == GlyphClass.Digit && !glyphs[at + 3].IsSpace;
        return amount ? (glyphs[at + 2].Box.Right + glyphs[at + 3].Box.Left) / 2 : null;
    }

    /// <summary>Before the amount with a point or separators that a text ends with, if a Chinese letter or a bracket stands there.</summary>
    private static float? AmountStart(ReadOnlySpan<Glyph> glyphs)
    {
        int at = glyphs.Length;
        while (at > 0 && (glyphs[at - 1].Class == GlyphClass.Digit || glyphs[at - 1].Text is "." or "," or "．" or "，"))
            at--;
        bool amount = at > 0 && at + 3 < glyphs.Length && glyphs[at].Class == GlyphClass.Digit && EndsInAmount(glyphs[at..])
            && (glyphs[at - 1].Class == GlyphClass.Cjk || glyphs[at - 1].Text is ")" or "）") && NumberShape.IsNumber(glyphs[at..]);
        return amount ? (glyphs[at - 1].Box.Right + glyphs[at].Box.Left) / 2 : null;
    }

    private static bool HasPoint(ReadOnlySpan<Glyph> number)
    {
        foreach (ref readonly Glyph glyph in number)
        {
            if (glyph.Text is "." or "," or "．" or "，")
                return true;
        }

        return false;
    }

    /// <summary>What a number of one or two digits counts; 0 for any other.</summary>
    private static int CountOf(ReadOnlySpan<Glyph> number)
    {
        if (number.Length > 2)
            return 0;
        int count = 0;
        foreach (ref readonly Glyph glyph in number)
            count = glyph.Class == GlyphClass.Digit && CharUnicodeInfo.GetDecimalDigitValue(glyph.Text[0]) is >= 0 and int digit ? 10 * count + digit : -100;
        return Math.Max(0, count);
    }
}
