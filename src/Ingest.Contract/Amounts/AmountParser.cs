using System.Buffers;
using System.Globalization;

namespace Ingest.Contract.Amounts;

/// <summary>
/// Reads amounts as Chinese budget forms print them: separators in threes, full-width digits and
/// punctuation, negatives as <c>-</c> <c>−</c> <c>–</c>, in brackets or after △ or ▲. Marks of footnotes around
/// an amount (375.00¹, 12.92①, 6.06注1) are no part of it; otherwise reads all of the text or nothing of it. Signs by
/// which a person says that there is nothing (—, /, 无, …) are as good as a dash.
/// </summary>
public static class AmountParser
{
    /// <summary>The largest number of digits that <see cref="decimal"/> holds whatever they are.</summary>
    private const int MostDigits = 28;

    /// <summary>Longer texts are sentences; they are not looked at digit by digit.</summary>
    private const int MostLetters = 64;

    private static readonly SearchValues<char> _figures = SearchValues.Create("0123456789.,-—△() ");

    private static readonly SearchValues<char> _nothing = SearchValues.Create("/\\…·~-— ");

    private static readonly SearchValues<char> _beforePercent = SearchValues.Create("0123456789.,-() ");

    public static AmountReading Parse(string text)
    {
        ReadOnlySpan<char> trimmed = TrimSpaces(text);
        if (trimmed.IsEmpty)
            return AmountReading.Blank;
        if (trimmed.Length > MostLetters)
            return AmountReading.Unread(AmountFailure.Words);
        Span<char> letters = stackalloc char[trimmed.Length];
        for (int i = 0; i < trimmed.Length; i++)
            letters[i] = Plain(trimmed[i]);
        // An ideograph that looks like a dash, where a sign would stand.
        if (letters.Length > 1 && letters[0] == '一' && letters[1] is >= '0' and <= '9')
            letters[0] = '-';
        ReadOnlySpan<char> plain = letters;
        if (plain.IndexOfAnyExcept('-', '—') < 0 || SaysNothing(plain))
            return AmountReading.Dash;
        plain = plain[FootnoteMark.LengthBefore(plain)..];
        plain = TrimSpaces(plain[..^FootnoteMark.LengthBehind(plain)]);
        AmountFailure failure = WhatElse(plain);
        return failure == AmountFailure.None ? ParseSigned(plain) : AmountReading.Unread(failure);
    }

    // What people write where there is nothing, alone in its cell.
    private static bool SaysNothing(ReadOnlySpan<char> plain) =>
        plain.IndexOfAnyExcept(_nothing) < 0 || plain is "×" or "*" or "无" or "N/A" or "n/a" or "NA" or "空" or "None" or "none" or "NULL" or "null";

    /// <summary>True for a text of dashes alone, spaces around it ignored.</summary>
    public static bool IsDash(string text) => Parse(text).Outcome == AmountOutcome.Dash;

    private static AmountReading ParseSigned(ReadOnlySpan<char> text)
    {
        bool negative = false;
        if (text[0] is '-' or '△')
        {
            negative = true;
            text = TrimSpaces(text[1..]);
        }
        else if (text[0] == '(')
        {
            if (text[^1] != ')')
                return AmountReading.Unread(AmountFailure.Sign);
            negative = true;
            text = TrimSpaces(text[1..^1]);
        }
        if (text.IsEmpty || text.IndexOfAny("-△()—") >= 0)
            return AmountReading.Unread(AmountFailure.Sign);
        AmountReading reading = ParseDigits(text);
        return negative && reading.Value is { } value ? AmountReading.Of(-value) : reading;
    }

    private static AmountReading ParseDigits(ReadOnlySpan<char> text)
    {
        if (text.IndexOf(' ') >= 0)
            return AmountReading.Unread(AmountFailure.SeveralNumbers);
        int point = text.IndexOf('.');
        ReadOnlySpan<char> whole = point < 0 ? text : text[..point];
        ReadOnlySpan<char> part = point < 0 ? [] : text[(point + 1)..];
        if (point >= 0 && (part.IsEmpty || part.IndexOfAny('.', ',') >= 0))
            return AmountReading.Unread(AmountFailure.Grouping);
        if (!WellGrouped(whole))
            return AmountReading.Unread(AmountFailure.Grouping);
        if (whole.Length > 1 && whole[0] == '0')
            return AmountReading.Unread(AmountFailure.LeadingZero);
        if (text.Length > MostDigits)
            return AmountReading.Unread(AmountFailure.TooLong);
        decimal value = decimal.Parse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        return AmountReading.Of(value);
    }

    /// <summary>No separators, or one before each three digits, at least one digit in front; <c>.50</c> has no whole part.</summary>
    private static bool WellGrouped(ReadOnlySpan<char> whole)
    {
        int first = whole.IndexOf(',');
        if (first < 0)
            return true;
        if (first is 0 or > 3 || (whole.Length - first) % 4 != 0)
            return false;
        for (int i = first; i < whole.Length; i++)
            if ((whole[i] == ',') != ((i - first) % 4 == 0))
                return false;
        return true;
    }

    private static AmountFailure WhatElse(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAnyExcept(_figures) < 0)
            return text.IndexOfAnyInRange('0', '9') < 0 ? AmountFailure.Sign : AmountFailure.None;
        return text[^1] == '%' && text[..^1].IndexOfAnyExcept(_beforePercent) < 0 ? AmountFailure.Percent : AmountFailure.Words;
    }

    private static char Plain(char letter) => letter switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(letter - 0xFEE0),
        '\u2212' or '\u2013' or '\u2010' or '\u2011' or '\u2012' or '\u00AD' or '\u2043' or '\u02D7' or '\u00AF' or '\u207B' or '\uFE63' or '\uFF70' => '-',
        '\u2014' or '\u2015' or '\u2500' or '\u30FC' => '—',
        '∕' or '⁄' => '/',
        '⋯' or '┅' => '…',
        '✕' or '✖' or '╳' => '×',
        '〜' or '∼' or '～' => '~',
        '•' or '・' or '∙' => '·',
        '∗' => '*',
        '▲' or '∆' => '△',
        '〔' or '﹙' => '(',
        '〕' or '﹚' => ')',
        _ => IsSpace(letter) ? ' ' : letter,
    };

    private static ReadOnlySpan<char> TrimSpaces(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty && IsSpace(text[0]))
            text = text[1..];
        while (!text.IsEmpty && IsSpace(text[^1]))
            text = text[..^1];
        return text;
    }

    private static bool IsSpace(char letter) => char.IsWhiteSpace(letter) || letter is '\u200B' or '\uFEFF';
}
