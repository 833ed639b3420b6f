using System.Buffers;
using System.Text;

namespace Ingest.App.Words;

/// <summary>
/// Makes text from a document harmless in a spreadsheet. Every writer passes every text through here;
/// amounts are written as numbers and never come here.
/// </summary>
internal static class SafeText
{
    /// <summary>All but these are taken as they are: C0 and C1 controls, surrogates, noncharacters.</summary>
    private static readonly SearchValues<char> _suspicious = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Concat(Enumerable.Range(0xD800, 0x800)).Concat([0xFFFE, 0xFFFF]).Select(value => (char)value)]);

    /// <summary>
    /// Text that a spreadsheet could take for a formula is led by an apostrophe (OWASP, CSV injection);
    /// the full-width signs are what Chinese and Japanese editions accept in their place. Control
    /// characters are dropped, and what XML cannot hold (halves of surrogate pairs, U+FFFE, U+FFFF) is
    /// shown as U+FFFD.
    /// </summary>
    /// <param name="lines">Line ends stay, for a place that shows several lines.</param>
    public static string Of(string? text, bool lines = false)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        bool risky = text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';
        string clean = text.AsSpan().ContainsAny(_suspicious) ? Cleaned(text, lines) : text;
        return risky ? "'" + clean : clean;
    }

    /// <summary>At most so many UTF-16 units of a text that has passed <see cref="Of"/>; no pair of surrogates is cut through.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    private static string Cleaned(string text, bool lines)
    {
        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.Value is '\t' or '\n')
                clean.Append(lines && rune.Value == '\n' ? '\n' : ' ');
            else if (!Rune.IsControl(rune))
                clean.Append(rune.Value is 0xFFFE or 0xFFFF ? Rune.ReplacementChar : rune);
        }

        return clean.ToString();
    }
}
