using System.Text;
using System.Text.RegularExpressions;

namespace Ingest.App.Words;

/// <summary>
/// Masks what leads to a person in texts that people and other programs get: mobile and landline numbers and identity
/// numbers in their usual writings, with prefixes, blanks, dashes and full-width digits. Amounts, codes and hashes stay.
/// </summary>
internal static partial class PersonalNumbers
{
    private const string Digit = "[0-9０-９]";

    private const string Gap = @"[ \u00A0\u3000\t\-‐‑–—－]{0,2}";

    /// <summary>Not within a longer number, a decimal fraction or a hash.</summary>
    private const string Begin = "(?<![0-9０-９a-f.．])";

    private const string End = @"(?![0-9０-９a-f]|[.．][0-9０-９])";

    /// <summary>移动电话: 11 digits from 13 to 19, in one or as 3-4-4, with or without +86.</summary>
    private const string Mobile = $"(?:(?:[+＋]|00)?86{Gap})?[1１][3-9３-９]{Digit}{Gap}{Digit}{{4}}{Gap}{Digit}{{4}}";

    /// <summary>固定电话: an area code that begins with 0 (in brackets or not) and seven or eight digits.</summary>
    private const string Landline = $"[(（]?[0０]{Digit}{{2,3}}[)）]?{Gap}[2-9２-９]{Digit}{{2,3}}{Gap}{Digit}{{4}}";

    /// <summary>公民身份号码: GB 11643-1999, 18 characters, and the 15 digits before it; the date within must be one.</summary>
    private const string Identity =
        $"[1-9１-９]{Digit}{{5}}{Gap}(?:(?:1[89]|20){Digit}{{2}}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]){Gap}{Digit}{{3}}[0-9０-９XxＸｘ]|{Digit}{{2}}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]){Digit}{{3}})";

    /// <summary>The same instance when there is nothing to mask.</summary>
    public static string Mask(string text)
    {
        // Nearly every text ends here: the shortest of these numbers has seven digits.
        if (Digits(text) < 7)
            return text;
        return Labelled().Replace(Numbers().Replace(text, match => Masked(match.Value)), match => match.Groups[1].Value + Masked(match.Groups[2].Value));
    }

    /// <summary>True for texts in which there is nothing to mask.</summary>
    public static bool AreNone(string text) => Mask(text) == text;

    /// <summary>The first three and the last two digits stay, to tell two entries apart.</summary>
    private static string Masked(string number)
    {
        int signs = number.Count(IsSign), at = 0;
        var masked = new StringBuilder(number.Length);
        foreach (char letter in number)
            masked.Append(IsSign(letter) ? ++at > 3 && at <= signs - 2 ? '*' : letter : letter);
        return masked.ToString();
    }

    private static int Digits(string text)
    {
        int digits = 0;
        foreach (char letter in text)
            digits += IsDigit(letter) ? 1 : 0;
        return digits;
    }

    /// <summary>A digit, or the X that stands for ten at the end of an identity number.</summary>
    private static bool IsSign(char letter) => IsDigit(letter) || letter is 'X' or 'x' or 'Ｘ' or 'ｘ';

    private static bool IsDigit(char letter) => letter is >= '0' and <= '9' or >= '０' and <= '９';

    /// <summary>Of several mobile numbers in a row a reader may have left out the blanks between.</summary>
    [GeneratedRegex($"{Begin}(?:{Identity}|(?:{Mobile})+|{Landline}){End}", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    /// <summary>A number without an area code is one only where it is called so.</summary>
    [GeneratedRegex($"((?:电话|手机|传真|联系方式|[Tt][Ee][Ll])[^0-9０-９]{{0,6}})([2-9２-９]{Digit}{{2,3}}{Gap}{Digit}{{4}}){End}", RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();
}
