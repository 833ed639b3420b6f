namespace Ingest.Core.Narrative.Prose;

/// <summary>
/// Brings the widths of letters and punctuation to one form so that a grammar needs to know only one,
/// character for character: a folded text is as long as the printed one, and positions are the same.
/// </summary>
internal static class TextFold
{
    /// <summary>Digits, letters and signs become half-width, brackets and clause punctuation full-width.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (int i = 0; i < source.Length; i++)
            span[i] = Fold(source, i);
    });

    private static char Fold(string text, int at) => text[at] switch
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
        >= '０' and <= '９' and var digit => (char)(digit - '０' + '0'),
        >= 'Ａ' and <= 'Ｚ' and var letter => (char)(letter - 'Ａ' + 'A'),
        >= 'ａ' and <= 'ｚ' and var letter => (char)(letter - 'ａ' + 'a'),
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

    private static bool IsDigit(char c) => c is >= '0' and <= '9' or >= '０' and <= '９';
}
