using System.Globalization;
using Ingest.Pdf.Fonts.Characters;
using Ingest.Pdf.Fonts.Programs;

namespace Ingest.Pdf.Fonts;

/// <summary>
/// Holds what a file says of the characters of numbers against the font that draws them: a ToUnicode map that takes a minus
/// for a space, or one digit for another, changes amounts without a trace. Only what is cheap is asked of every font: its own
/// map, where that is among its first bytes. Outlines are looked at when something does not fit.
/// </summary>
/// <param name="start">The map in the first bytes of the embedded program, or null.</param>
/// <param name="meaning">What CIDs draw.</param>
/// <param name="toUnicode">What the file says.</param>
internal sealed class GlyphEvidence(Func<CharacterMaps?> start, OnFirstUse<CidMeaning> meaning, CMaps.ToUnicode toUnicode)
{
    /// <summary>The map of a subset is among these; that of a whole Chinese font may not be.</summary>
    public const int StartBytes = 24 << 10;

    // Characters of numbers, and blanks.
    private const string Numbers = "0123456789-.,−–()%";
    private const string Blanks = " \u00A0\u3000";

    private readonly OnFirstUse<Mapped[]> _byMap = new(() => ReadMap(start()));

    /// <summary>What a glyph should be read as.</summary>
    /// <param name="cid">What draws it.</param>
    /// <param name="said">What the file says.</param>
    public string Judge(int cid, string said)
    {
        bool isUnseen = IsUnseen(said);
        bool isNumber = said.Length == 1 && Numbers.Contains(said[0]);
        if (isUnseen)
            return Seen(cid, said);
        if (!isNumber && !IsLikeDigit(said))
            return said;
        if (ByMap(cid) is { } mapped && mapped != said && !AreAlike(mapped, said))
            return Settle(cid, said, mapped, isNumber);
        return isNumber && toUnicode.IsRepeated(said[0]) ? Unless(cid, said) : said;
    }

    /// <summary>What a blank is that stands where a sign would; itself, when nothing is drawn for it.</summary>
    public string OfBlank(int cid, string said)
    {
        if (ByMap(cid) is { } mapped && !IsUnseen(mapped))
            return mapped;
        return meaning.Value.ShapeOf(cid) is { IsEmpty: false } shape ? shape.IsBar ? "-" : Unicode.Unknown : said;
    }

    private string Seen(int cid, string said)
    {
        if (ByMap(cid) is { } mapped)
            return IsUnseen(mapped) ? said : mapped;
        if (IsPrivate(said))
            return meaning.Value.DrawnTextOf(cid) is { } known && !IsUnseen(known) ? known : said;
        // Two codes for a space: one of them may be something else.
        return !IsWhite(said) || toUnicode.IsRepeated(said[0]) ? OfBlank(cid, said) : said;
    }

    /// <summary>Two sources disagree; the outline decides, where it can.</summary>
    private string Settle(int cid, string said, string mapped, bool isNumber)
    {
        // Letters that look like digits are as good as those.
        if (!isNumber)
            return mapped is [>= '0' and <= '9'] ? mapped : said;
        GlyphShape? shape = meaning.Value.ShapeOf(cid);
        bool? isSaid = shape?.CanBe(said);
        bool? isMapped = shape?.CanBe(mapped);
        return (isSaid, isMapped) switch
        {
            (false, true or null) => mapped,
            (true or null, false) => said,
            _ => Unicode.Unknown,
        };
    }

    /// <summary>Another code has the same digit: each of them has to look like it.</summary>
    private string Unless(int cid, string said)
    {
        GlyphShape? shape = meaning.Value.ShapeOf(cid);
        if (shape is null || shape.Value.CanBe(said) is not false)
            return said;
        return shape.Value.IsBar ? "-" : Unicode.Unknown;
    }

    /// <summary>What the font's own map says that a glyph shows, of the characters of numbers and blanks; null for others.</summary>
    private string? ByMap(int cid)
    {
        Mapped[] byMap = _byMap.Value;
        int glyph = byMap.Length == 0 ? 0 : meaning.Value.NumberOf(cid);
        // A score of them: searched through as quickly as hashed.
        foreach (Mapped mapped in byMap)
            if (mapped.Glyph == glyph)
                return Unicode.TextOf(mapped.Character);
        return null;
    }

    private static Mapped[] ReadMap(CharacterMaps? maps)
    {
        if (maps is null)
            return [];
        Span<Mapped> found = stackalloc Mapped[Numbers.Length + Blanks.Length];
        int count = 0;
        foreach (string characters in (ReadOnlySpan<string>)[Numbers, Blanks])
            foreach (char character in characters)
                if (maps.GlyphOf(character) is not 0 and var glyph)
                    found[count++] = new Mapped(glyph, character);
        return found[..count].ToArray();
    }

    private readonly record struct Mapped(int Glyph, char Character);

    private static bool IsUnseen(string text) => text.Length > 0 && (IsWhite(text) || IsPrivate(text) || IsWidthless(text));

    private static bool IsWhite(string text) => string.IsNullOrWhiteSpace(text);

    private static bool IsPrivate(string text) => text is [>= '\uE000' and <= '\uF8FF'];

    private static bool IsWidthless(string text) => text is [(>= '\u200B' and <= '\u200F') or (>= '\u2060' and <= '\u2064') or '\uFEFF'];

    // Letters that look like digits, and digits of other scripts, in circles or raised.
    private static bool IsLikeDigit(string text) =>
        text is ['O' or 'o' or 'l' or 'I' or '|' or 'S' or 'B' or 'Z' or '〇' or '○']
        || (text is [> '\u007F' and < '\u2E80'] && CharUnicodeInfo.GetNumericValue(text[0]) >= 0);

    private static bool AreAlike(string one, string other) => IsDash(one) && IsDash(other);

    private static bool IsDash(string text) => text is "-" or "−" or "–";
}
