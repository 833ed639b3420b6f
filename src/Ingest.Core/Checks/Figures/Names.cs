using Ingest.Contract.Text;

namespace Ingest.Core.Checks.Figures;

/// <summary>Compares printed names the way a reader does: widths, spaces, radicals for letters, numbering and marks do not matter.</summary>
public static class Names
{
    private const int LeastLettersOfBody = 5;

    private const string ChineseDigits = "一二三四五六七八九十";

    /// <summary>See <see cref="PrintedText.Name(string?)"/>.</summary>
    public static string Loose(string? name) => PrintedText.Name(name);

    /// <summary>As <see cref="Loose(string?)"/>, without the item number (<c>一、</c> <c>1.</c> <c>（一）</c>) and without <c>其中：</c>.</summary>
    public static string Bare(string? name)
    {
        string text = CjkRadicals.Fold(name ?? "");
        int start = NumberLength(text);
        if (text.AsSpan(start).StartsWith("其中"))
            start += 2;
        while (start < text.Length && text[start] is ':' or '：')
            start++;
        return PrintedText.Name(text, start + NumberLength(text.AsSpan(start)));
    }

    /// <summary>
    /// One body by two names: the one within the other (…本级), or short for it, its letters in the same order and the same
    /// end (新疆数字化发展局 for 新疆维吾尔自治区数字化发展局).
    /// </summary>
    public static bool IsSameBody(string? left, string? right)
    {
        (string longer, string shorter) = (Loose(left), Loose(right));
        if (shorter.Length > longer.Length)
            (longer, shorter) = (shorter, longer);
        if (longer.Contains(shorter, StringComparison.Ordinal))
            return true;
        int found = 0;
        foreach (char letter in longer)
            found += found < shorter.Length && shorter[found] == letter ? 1 : 0;
        return found == shorter.Length && found >= LeastLettersOfBody && shorter[^2..] == longer[^2..];
    }

    /// <summary>1 for <c>一、</c>, 2 for <c>1、</c> and <c>（一）</c>, 3 for a line without a number.</summary>
    public static int Level(string name)
    {
        if (NumberLength(name) == 0)
            return 3;
        return ChineseDigits.Contains(name[0], StringComparison.Ordinal) ? 1 : 2;
    }

    /// <summary>Length of the item number that a line begins with; 0 when there is none.</summary>
    private static int NumberLength(ReadOnlySpan<char> text)
    {
        int at = 0;
        bool bracket = text.Length > 0 && text[0] is '(' or '（';
        if (bracket)
            at++;
        int digits = at;
        while (at < text.Length && (char.IsAsciiDigit(PrintedText.HalfWidth(text[at])) || ChineseDigits.Contains(text[at], StringComparison.Ordinal)))
            at++;
        if (at == digits || at >= text.Length)
            return 0;
        bool closed = bracket ? text[at] is ')' or '）' : text[at] is '、' or '.' or '．' or '，';
        return closed ? at + 1 : 0;
    }
}
