namespace Ingest.Contract.Amounts;

/// <summary>
/// Marks of footnotes around an amount: raised figures, circled ones, asterisks, a figure in brackets, 注1. What could be a part of
/// the number is none.
/// </summary>
internal static class FootnoteMark
{
    private const string Signs = "*※†‡§#";

    // Letters that no digit looks like.
    private const string Letters = "abcdefgh";

    /// <summary>How many characters before the amount are marks.</summary>
    public static int LengthBefore(ReadOnlySpan<char> text)
    {
        int length = 0;
        while (length < text.Length && (IsRaised(text[length]) || IsCircled(text[length]) || Signs.Contains(text[length])))
            length++;
        while (length > 0 && length < text.Length && text[length] == ' ')
            length++;
        return length == text.Length ? 0 : length;
    }

    /// <summary>How many characters behind the amount are marks; none when nothing is left.</summary>
    public static int LengthBehind(ReadOnlySpan<char> text)
    {
        int end = text.Length;
        for (int next = Cut(text[..end]); next < end; next = Cut(text[..end]))
            end = next;
        return end == 0 ? 0 : text.Length - end;
    }

    /// <summary>Where the text ends without its last mark.</summary>
    private static int Cut(ReadOnlySpan<char> text)
    {
        int end = text.Length;
        if (end < 2)
            return end;
        char last = text[^1];
        if (IsRaised(last) || IsCircled(last) || Signs.Contains(last))
            return WithoutSpace(text, end - 1);
        if (Letters.Contains(last) && IsDigit(text[end - 2]))
            return end - 1;
        if (last is ')' or ']' or '】' or '〕' && Opening(text, end) is > 0 and var open)
            return WithoutSpace(text, open);
        int digits = end;
        while (digits > 0 && IsDigit(text[digits - 1]) && end - digits < 2)
            digits--;
        return digits > 1 && text[digits - 1] == '注' && IsDigit(text[digits - 2]) ? digits - 1 : end;
    }

    /// <summary>Where the bracket around one or two digits, or 注1, opens behind a digit; 0 where it is none.</summary>
    private static int Opening(ReadOnlySpan<char> text, int end)
    {
        int at = end - 2;
        while (at > 0 && IsDigit(text[at]) && end - at <= 3)
            at--;
        if (at == end - 2)
            return 0;
        if (text[at] == '注')
            at--;
        bool opens = at > 0 && (text[at], text[end - 1]) is ('(', ')') or ('[', ']') or ('【', '】') or ('〔', '〕');
        int before = at;
        while (before > 0 && text[before - 1] == ' ')
            before--;
        // "12 (3)" may be two numbers; "12.00 (3)" and "12(3)" are one.
        return opens && before > 0 && IsDigit(text[before - 1]) && (before == at || text[..before].IndexOf('.') >= 0) ? at : 0;
    }

    private static int WithoutSpace(ReadOnlySpan<char> text, int end)
    {
        while (end > 0 && text[end - 1] == ' ')
            end--;
        return end;
    }

    private static bool IsDigit(char letter) => letter is >= '0' and <= '9';

    private static bool IsRaised(char letter) =>
        letter is '¹' or '²' or '³' or (>= '\u2070' and <= '\u2079') or (>= '\u2080' and <= '\u2089') or '⁽' or '⁾' or '₍' or '₎' or 'ª' or 'º';

    private static bool IsCircled(char letter) =>
        letter is (>= '①' and <= '⒇') or (>= '⓪' and <= '⓿') or (>= '❶' and <= '➓') or (>= '㈠' and <= '㈩');
}
