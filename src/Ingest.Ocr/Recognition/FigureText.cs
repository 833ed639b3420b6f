using System.Text;
using System.Text.RegularExpressions;
using Ingest.Ocr.Models;

namespace Ingest.Ocr.Recognition;

/// <summary>What of a line is figures, whatever width and form its characters were recognised in.</summary>
internal static partial class FigureText
{
    /// <summary>Digits, points, commas, signs and brackets in their plain form; null for any other character.</summary>
    public static char? Plain(string character) => character switch
    {
        [>= '0' and <= '9'] => character[0],
        [>= '０' and <= '９'] => (char)(character[0] - '０' + '0'),
        // A point of small print has a shadow above it.
        "." or "．" or "·" or "。" or "•" or ":" or "：" => '.',
        "," or "，" or "、" or "‚" or "'" => ',',
        "-" or "－" or "—" or "–" or "−" or "一" or "ー" or "_" or "~" => '-',
        "(" or "（" => '(',
        ")" or "）" => ')',
        "%" or "％" => '%',
        _ => null,
    };

    /// <summary>A letter that looks like a digit, as one.</summary>
    public static char? Lookalike(string character) => character switch
    {
        "O" or "o" or "〇" or "○" or "D" or "Q" => '0',
        "l" or "I" or "|" or "i" or "丨" or "!" => '1',
        "Z" or "z" => '2',
        "S" or "s" => '5',
        "b" => '6',
        "B" => '8',
        "g" or "q" => '9',
        ";" or "；" => '.',
        _ => null,
    };

    public static bool HasDigit(LineReading line) => line.Characters.Any(character => Plain(character.Text) is >= '0' and <= '9');

    /// <summary>The line as an amount: only figures, with at least one digit, look-alikes taken for digits; null where it says something else.</summary>
    public static string? Amount(IEnumerable<string> characters)
    {
        var text = new StringBuilder();
        int digits = 0, lookalikes = 0;
        foreach (string character in characters)
        {
            if (character is " " or "")
                continue;
            if (Plain(character) is { } plain)
                text.Append(plain);
            else if (Lookalike(character) is { } digit)
            {
                text.Append(digit);
                lookalikes++;
            }
            else
                return null;
            digits += text[^1] is >= '0' and <= '9' ? 1 : 0;
        }

        // A stroke alone is the 1 of a row that numbers the columns.
        bool isOne = digits == 1 && text.Length == 1 && text[0] == '1';
        return digits > lookalikes || isOne ? Separated(text.ToString()) : null;
    }

    /// <summary>
    /// Points and commas of small print are taken for one another. Where they part the digits in threes but for the last two, or
    /// part off the last two alone, it is plain which is which; everywhere else they stay as they were read.
    /// </summary>
    private static string Separated(string amount)
    {
        // A point after the last decimal is dirt.
        if (amount.Length > 1 && amount[^1] is '.' or ',' && amount.AsSpan(0, amount.Length - 1).ContainsAny('.', ','))
            amount = amount[..^1];
        if (!Parted().IsMatch(amount))
            return amount;
        int point = amount.LastIndexOfAny(['.', ',']);
        return amount[..point].Replace('.', ',') + '.' + amount[(point + 1)..];
    }

    [GeneratedRegex(@"^[-(]?\d{1,3}([.,]\d{3})+[.,]\d{1,2}\)?$|^[-(]?\d+[.,]\d{1,2}\)?$")]
    private static partial Regex Parted();

    /// <summary>Letters and digits of a text, without what stands between them.</summary>
    public static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    /// <summary>All digits, points and signs among digits of a text, words left out: what two readings of a sentence must agree on.</summary>
    public static string Figures(IEnumerable<string> characters)
    {
        var figures = new StringBuilder();
        foreach (string character in characters)
        {
            char? plain = Plain(character);
            if (plain is >= '0' and <= '9' or '%' || (plain is '.' && figures.Length > 0 && figures[^1] != ' '))
                figures.Append(plain);
            else if (plain is not ',' && figures.Length > 0 && figures[^1] != ' ')
                figures.Append(' ');
        }

        return figures.ToString().TrimEnd(' ', '.');
    }
}
