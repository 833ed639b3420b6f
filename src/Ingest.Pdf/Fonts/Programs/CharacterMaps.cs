using Ingest.Pdf.Fonts.Characters;
using Ingest.Pdf.Limits;

namespace Ingest.Pdf.Fonts.Programs;

/// <summary>
/// The <c>cmap</c> table of a TrueType font, read both ways: from the codes of a simple font to glyphs,
/// and from glyphs back to the characters they show.
/// </summary>
internal sealed class CharacterMaps
{
    private const int MostSubtables = 64;

    // More than Unicode has assigned; a font that wants more repeats itself.
    private const int MostPairs = 400_000;

    private const int Unicode0 = 0;
    private const int Macintosh = 1;
    private const int Microsoft = 3;

    // A character and its glyph in a dictionary.
    private const long BytesPerPair = 32;

    private readonly ReadingBudget _budget;
    private readonly ReadOnlyMemory<byte> _table;
    private readonly OnFirstUse<List<Subtable>> _subtables;
    private readonly OnFirstUse<Dictionary<int, int>> _codePoints;
    private readonly OnFirstUse<Dictionary<int, int>> _symbolGlyphs;

    public CharacterMaps(ReadOnlyMemory<byte> table, ReadingBudget budget)
    {
        _budget = budget;
        _table = table;
        _subtables = new OnFirstUse<List<Subtable>>(ReadSubtables);
        _codePoints = new OnFirstUse<Dictionary<int, int>>(ReadBackwards);
        _symbolGlyphs = new OnFirstUse<Dictionary<int, int>>(ReadSymbols);
    }

    public string? TextOfGlyph(int glyph) =>
        _codePoints.Value.TryGetValue(glyph, out int codePoint) ? Unicode.TextOf(codePoint) : null;

    public bool TryGetGlyphOfCode(int code, out int glyph) => _symbolGlyphs.Value.TryGetValue(code, out glyph) && glyph != 0;

    /// <summary>Codes of a simple font are those of the Macintosh, for there is no Microsoft symbol map.</summary>
    public bool IsMacintosh => !_subtables.Value.Exists(table => table is { Platform: Microsoft, Encoding: 0 });

    /// <summary>The glyph of a character by the first Unicode map that has it; 0 when none has.</summary>
    public int GlyphOf(int codePoint)
    {
        foreach (Subtable subtable in _subtables.Value)
        {
            if (IsUnicode(subtable) && CharacterMapFormat.GlyphOf(subtable.Data, codePoint) is not 0 and var glyph)
                return glyph;
        }

        return 0;
    }

    private static bool IsUnicode(Subtable table) => table is { Platform: Unicode0 } or { Platform: Microsoft, Encoding: 1 or 10 };

    private Dictionary<int, int> ReadBackwards()
    {
        var codePoints = new Dictionary<int, int>();
        foreach ((int codePoint, int glyph) in Pairs(IsUnicode))
        {
            if (IsText(codePoint) && (!codePoints.TryGetValue(glyph, out int other) || IsPlainer(codePoint, other)))
                codePoints[glyph] = codePoint;
        }

        _budget.AddFont(codePoints.Count * BytesPerPair);
        return codePoints;
    }

    /// <summary>Glyphs by single-byte code: the Microsoft symbol map first, the Macintosh one after it.</summary>
    private Dictionary<int, int> ReadSymbols()
    {
        var glyphs = new Dictionary<int, int>();
        foreach (int wanted in (ReadOnlySpan<int>)[Microsoft, Macintosh])
        {
            // Symbol codes are written as they are or in one of the private rows F000, F100 and F200.
            foreach ((int code, int glyph) in Pairs(table => table.Platform == wanted && table.Encoding == 0))
            {
                if (code is < 0x100 or (>= 0xF000 and < 0xF300))
                    glyphs.TryAdd(code & 0xFF, glyph);
            }
        }

        return glyphs;
    }

    // Private use says no more than the glyph's number.
    private static bool IsText(int codePoint) =>
        codePoint is not ((>= 0xE000 and <= 0xF8FF) or >= 0xF0000) && Unicode.SaysSomething(Unicode.TextOf(codePoint));

    /// <summary>
    /// One glyph often shows several characters (一 and the Kangxi radical ⼀, space and no-break space):
    /// the ordinary one is meant.
    /// </summary>
    private static bool IsPlainer(int codePoint, int other) =>
        (IsRadicalOrVariant(codePoint), codePoint).CompareTo((IsRadicalOrVariant(other), other)) < 0;

    private static bool IsRadicalOrVariant(int codePoint) =>
        codePoint is (>= 0x2E80 and <= 0x2FDF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x2F800 and <= 0x2FA1F);

    private IEnumerable<(int Character, int Glyph)> Pairs(Func<Subtable, bool> wanted) =>
        _subtables.Value.Where(wanted)
            .SelectMany(subtable => CharacterMapFormat.Read(subtable.Data))
            .Take(MostPairs)
            .Where(pair => pair.Glyph != 0);

    private List<Subtable> ReadSubtables()
    {
        ReadOnlySpan<byte> table = _table.Span;
        var subtables = new List<Subtable>();
        int count = Math.Min(BigEndian.UInt16(table, 2), MostSubtables);
        for (int i = 0; i < count; i++)
        {
            long entry = 4 + (8L * i);
            ReadOnlyMemory<byte> data = BigEndian.Slice(_table, BigEndian.UInt32(table, entry + 4), int.MaxValue);
            subtables.Add(new Subtable(BigEndian.UInt16(table, entry), BigEndian.UInt16(table, entry + 2), data));
        }

        return subtables;
    }

    private readonly record struct Subtable(int Platform, int Encoding, ReadOnlyMemory<byte> Data);
}
