using System.Text;
using Ingest.Contract.Text;

namespace Ingest.Core.Layouts;

/// <summary>The two forms in which printed Chinese text is kept and compared.</summary>
public static class PrintedText
{
    /// <summary>As printed without spaces and line breaks, radicals folded: what names and titles are stored as.</summary>
    public static string Compact(string printed)
    {
        string text = CjkRadicals.Fold(printed);
        return Filter(text, static letter => IsSpace(letter) ? null : letter);
    }

    /// <summary>
    /// For comparing only: brackets, quotes, punctuation and spaces dropped, full-width letters and digits
    /// made half-width. <c>财政拨款（补助） 小计</c> and <c>财政拨款(补助)小计</c> fold to the same.
    /// </summary>
    public static string Fold(string text) => Filter(CjkRadicals.Fold(text), FoldLetter);

    private static char? FoldLetter(char letter)
    {
        if (letter is >= '\uFF01' and <= '\uFF5E')
            letter = (char)(letter - 0xFEE0);
        bool kept = char.IsLetterOrDigit(letter) || letter is '%' or '+' or '=' or '※' or '*';
        return kept ? letter : null;
    }

    private static string Filter(string text, Func<char, char?> map)
    {
        int same = 0;
        while (same < text.Length && map(text[same]) == text[same])
            same++;
        if (same == text.Length)
            return text;
        var kept = new StringBuilder(text, 0, same, text.Length);
        foreach (char letter in text.AsSpan(same))
            if (map(letter) is { } mapped)
                kept.Append(mapped);
        return kept.ToString();
    }

    public static bool IsSpace(char letter) =>
        char.IsWhiteSpace(letter) || letter is '\u200B' or '\u200C' or '\u200D' or '\uFEFF' or '\u00AD';
}
