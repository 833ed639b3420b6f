using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Ingest.Core.Statements;

/// <summary>Classification codes: 类 three digits, 款 and 项 two more each.</summary>
internal sealed partial class CodeReader
{
    /// <summary>类, 款 and 项 in one.</summary>
    private const int LongestCode = 7;

    private static readonly SearchValues<char> _likeDigits = SearchValues.Create("0123456789OoQlI|〇○ＯＩ");

    private readonly string[] _above = ["", "", ""];

    public static bool IsValid(string code) => code.Length is 3 or 5 or 7 && !code.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>
    /// The code of a row from the cells of its code columns; null when nothing is printed in them. Cells may
    /// hold parts (201, 03, 01), the code so far in each (201, 20103, 2010301), or only what differs from
    /// the row above.
    /// </summary>
    public string? Join(IReadOnlyList<string> cells)
    {
        string[] parts = [.. cells.Select(Digits)];
        if (parts.All(part => part.Length == 0))
            return null;
        string joined = parts.Length == 3 ? JoinLevels(parts) : parts.Aggregate(Extend);
        Remember(joined);
        return joined;
    }

    /// <summary>Parts the code from the name in 201 一般公共服务支出, 201一般…, [201]一般…; the name alone where there is none.</summary>
    public static (string? Code, string Name) Split(string name)
    {
        Match match = CodeBeforeName().Match(name);
        return match.Success ? (Digits(match.Groups["code"].Value), name[match.Length..]) : (null, name);
    }

    private string JoinLevels(string[] parts)
    {
        int last = Array.FindLastIndex(parts, part => part.Length > 0);
        if (parts[last].Length > 3)
            return parts[last];
        // What a row has in common with the one above is left out from the left; a blank behind a printed level belongs to no column of codes.
        for (int level = 0; level < last && parts[level].Length == 0; level++)
            parts[level] = _above[level];
        return parts.Aggregate(Extend);
    }

    private static string Extend(string code, string part) =>
        code.Length > 0 && part.Length > code.Length && part.StartsWith(code, StringComparison.Ordinal) ? part : code + part;

    private void Remember(string code)
    {
        if (!IsValid(code))
            return;
        _above[0] = code[..3];
        _above[1] = code.Length >= 5 ? code[3..5] : "";
        _above[2] = code.Length == 7 ? code[5..7] : "";
    }

    /// <summary>The code that the header of a column of codes ends in: 科目编码 201; null where there is none.</summary>
    public static string? BehindHeader(ImmutableArray<string> header) =>
        header.Select(text => CodeAfterWord().Match(text)).FirstOrDefault(code => code.Success)?.Value;

    /// <summary>A text of letters that look like digits: OO, l1.</summary>
    public static bool IsLikeDigits(string text) => text.Length is > 0 and <= LongestCode && text.AsSpan().IndexOfAnyExcept(_likeDigits) < 0;

    /// <summary>Something as short as a code is printed without a word in it, and no code can be made of it.</summary>
    public static bool IsUnread(string text) =>
        text.Length is > 0 and <= LongestCode && Digits(text).Length == 0 && (IsLikeDigits(text) || text.AsSpan().IndexOfAnyInRange('\u2E80', '\u9FFF') < 0);

    /// <summary>Digits in any width; separators between them dropped. A text with anything else is no code.</summary>
    private static string Digits(string text)
    {
        Span<char> digits = stackalloc char[Math.Min(text.Length, 32)];
        int count = 0;
        foreach (char letter in text)
        {
            if (char.GetUnicodeCategory(letter) == UnicodeCategory.DecimalDigitNumber && count < digits.Length)
                digits[count++] = (char)('0' + (int)char.GetNumericValue(letter));
            else if (letter is not ('.' or '-' or '．' or '－' or '·'))
                return "";
        }
        return digits[..count].ToString();
    }

    [GeneratedRegex(@"(?<=[\u2E80-\u9FFF])[1-9]\d{2}(?:\d{2}){0,2}$")]
    private static partial Regex CodeAfterWord();

    [GeneratedRegex(@"^[\[【(（]?(?<code>[0-9０-９]{3}(?:[0-9０-９]{2}){0,2})[\]】)）]?[-－—、.．:：]?(?=[\u2E80-\u9FFF“（(])", RegexOptions.ExplicitCapture)]
    private static partial Regex CodeBeforeName();
}
