using System.Globalization;
using System.Text;

namespace Ingest.Contract.Text;

/// <summary>
/// The forms in which printed Chinese text is kept and compared: all there are, since two places that fold differently take the same
/// words for different ones. Only <see cref="Compact"/> is ever stored or shown.
/// <list type="table">
/// <item><term><see cref="Compact"/></term><description>kept: spaces dropped, radicals folded; marks and widths as printed</description></item>
/// <item><term><see cref="Fold"/></term><description>titles and heads: letters, digits and the signs that tell columns apart (% + = ※ *), half-width</description></item>
/// <item><term><see cref="Name(string?)"/></term><description>names of accounts, bodies and projects: spaces and all punctuation dropped, half-width</description></item>
/// <item><term><see cref="Label"/></term><description>labels of forms: spaces dropped; brackets and colons half-width, other marks as printed</description></item>
/// <item><term><see cref="Clause"/></term><description>sentences: nothing dropped, so that positions stay; letters half-width, clause marks full-width</description></item>
/// </list>
/// Unicode's own normalisation does nothing without ICU, which the program does not need.
/// </summary>
public static class PrintedText
{
    /// <summary>As printed without spaces and line breaks, radicals folded: what names and titles are stored as.</summary>
    public static string Compact(string printed)
    {
        string text = CjkRadicals.Fold(printed);
        return Filter(text, static letter => IsSpace(letter) ? null : letter);
    }

    /// <summary><c>财政拨款（补助） 小计</c> and <c>财政拨款(补助)小计</c> fold to the same; <c>增减%</c> and <c>增减</c> do not.</summary>
    public static string Fold(string text) => Filter(
        CjkRadicals.Fold(text), static letter => HalfWidth(letter) is var half && (char.IsLetterOrDigit(half) || half is '%' or '+' or '=' or '※' or '*') ? half : null);

    /// <summary><c>因公出国（境）费</c> → <c>因公出国境费</c>; "" for null.</summary>
    public static string Name(string? text) => text is null ? "" : Name(CjkRadicals.Fold(text), 0);

    /// <summary>The same of the part from <paramref name="start"/> on.</summary>
    /// <param name="text">Radicals folded.</param>
    public static string Name(string text, int start) => Filter(start == 0 ? text : text[start..], static letter => IsInName(letter) ? HalfWidth(letter) : null);

    /// <summary><c>项目资金（ 万元 ）：</c> → <c>项目资金(万元):</c>.</summary>
    public static string Label(string text) =>
        Filter(text, static letter => char.IsWhiteSpace(letter) ? null : letter switch { '（' => '(', '）' => ')', '：' => ':', _ => letter });

    /// <summary>
    /// Digits, letters and signs become half-width, brackets and clause punctuation full-width, character for character: a folded
    /// text is as long as the printed one, and positions are the same.
    /// </summary>
    public static string Clause(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (int i = 0; i < source.Length; i++)
            span[i] = InClause(source, i);
    });

    public static bool IsSpace(char letter) =>
        char.IsWhiteSpace(letter) || letter is '\u200B' or '\u200C' or '\u200D' or '\uFEFF' or '\u00AD';

    /// <summary>The ASCII character that a full-width one stands for; others as they are.</summary>
    public static char HalfWidth(char letter) => letter is >= '！' and <= '～' ? (char)(letter - '！' + '!') : letter;

    private static bool IsInName(char letter) => !char.IsWhiteSpace(letter) && char.GetUnicodeCategory(letter)
        is not (UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation
        or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation
        or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
        or UnicodeCategory.OtherPunctuation);

    private static char InClause(string text, int at) => text[at] switch
    {
        ',' or '，' => IsSeparator(text, at) ? ',' : '，',
        '(' => '（',
        ')' => '）',
        ':' or '︰' or '∶' => '：',
        ';' => '；',
        '!' => '！',
        '?' => '？',
        '"' or '＂' or '″' or '〝' => '“',
        '〞' or '〟' => '”',
        '﹪' or '％' => '%',
        '．' => '.',
        '。' when BetweenDigits(text, at) => '.',
        '［' => '[',
        '］' => ']',
        '﹝' or '〔' or '【' or '„' => '〔',
        '﹞' or '〕' or '】' or '‟' => '〕',
        '－' or '−' or '﹣' => '-',
        '～' or '∼' => '~',
        '﹑' => '、',
        '＋' => '+',
        '／' => '/',
        '＝' => '=',
        '＜' => '<',
        '＞' => '>',
        >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' => HalfWidth(text[at]),
        var other => other,
    };

    private static bool BetweenDigits(string text, int at) =>
        at > 0 && at + 1 < text.Length && IsDigit(text[at - 1]) && IsDigit(text[at + 1]);

    /// <summary>
    /// A comma between digits groups thousands when exactly three digits follow. The full-width comma also
    /// separates clauses, so it needs decimals behind the group: "5，100" could be two numbers.
    /// </summary>
    private static bool IsSeparator(string text, int at)
    {
        if (!BetweenDigits(text, at))
            return false;
        int digits = 0;
        while (at + 1 + digits < text.Length && IsDigit(text[at + 1 + digits]))
            digits++;
        if (digits != 3)
            return false;
        int after = at + 4;
        if (text[at] == ',')
            return true;
        return after + 1 < text.Length && (text[after] is '.' or '．' or '，' or ',') && IsDigit(text[after + 1]);
    }

    private static bool IsDigit(char c) => char.IsAsciiDigit(HalfWidth(c));

    /// <summary>The same instance where nothing changes: most texts are as they should be.</summary>
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
}
