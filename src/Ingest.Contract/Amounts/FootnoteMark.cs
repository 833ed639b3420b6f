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
        for (int next = After(text, 0); next > length; next = After(text, length))
            length = next;
        while (length > 0 && length < text.Length && text[length] == ' ')
            length++;
        return length == text.Length ? 0 : length;
    }

    /// <summary>Where the mark that begins at a place ends; the place itself where none does.</summary>
    private static int After(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length)
            return at;
        if (IsRaised(text[at]) || IsCircled(text[at]) || Signs.Contains(text[at]))
            return at + 1;
        if (text[at] == '注' && at + 1 < text.Length && IsRaised(text[at + 1]))
            return at + 2;
        // (1) before a number is one of a list; [1] and (注) are not.
        int end = at + 1;
        bool isNote = end < text.Length && text[end] == '注';
        end += isNote ? 1 : 0;
        int digits = end;
        while (end < text.Length && IsDigit(text[end]) && end - digits < 2)
            end++;
        bool isMark = end < text.Length && AreBrackets(text[at], text[end]) && (isNote || (end > digits && text[at] != '('));
        return isMark ? end + 1 : at;
    }

    private static bool AreBrackets(char open, char close) => (open, close) is ('(', ')') or ('[', ']') or ('【', '】') or ('〔', '〕') or ('〈', '〉');

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
        if (last is ')' or ']' or '】' or '〕' or '〉' && Opening(text, end) is > 0 and var open)
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
        if (text[at] == '注')
            at--;
        if (at == end - 2)
            return 0;
        bool opens = at > 0 && AreBrackets(text[at], text[end - 1]);
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
