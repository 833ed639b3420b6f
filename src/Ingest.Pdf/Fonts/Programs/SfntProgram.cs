using Ingest.Pdf.Fonts.Encodings;
using Ingest.Pdf.Fonts.Characters;
using Ingest.Pdf.Limits;

namespace Ingest.Pdf.Fonts.Programs;

/// <summary>
/// A TrueType or OpenType file. Only the tables <c>cmap</c>, <c>post</c> and, where glyphs are CFF,
/// its charset are looked at, and of outlines how many parts they have and how large they are.
/// </summary>
internal sealed class SfntProgram : FontProgram
{
    private const int MostTables = 256;

    private readonly OnFirstUse<CharacterMaps> _maps;
    private readonly OnFirstUse<string?[]> _postNames;
    private readonly OnFirstUse<CffProgram?> _cff;
    private readonly OnFirstUse<GlyphOutlines> _outlines;
    private readonly OnFirstUse<bool> _areCodesCharacters;

    public SfntProgram(ReadOnlyMemory<byte> file, ReadingBudget budget)
    {
        _maps = new OnFirstUse<CharacterMaps>(() => new CharacterMaps(Table(file, "cmap"u8), budget));
        _areCodesCharacters = new OnFirstUse<bool>(AreCodesCharacters);
        _outlines = new OnFirstUse<GlyphOutlines>(() => new GlyphOutlines(Table(file, "head"u8), Table(file, "loca"u8), Table(file, "glyf"u8)));
        _postNames = new OnFirstUse<string?[]>(() => PostScriptNames.Read(Table(file, "post"u8)));
        _cff = new OnFirstUse<CffProgram?>(() => Table(file, "CFF "u8) is { IsEmpty: false } table ? new CffProgram(table, budget, UnitsPerEm(file)) : null);
    }

    /// <summary>What the outline of a glyph looks like; null when that is not known.</summary>
    public override GlyphShape? ShapeOf(int glyph) => _cff.Value is { } cff ? cff.ShapeOf(glyph) : _outlines.Value.ShapeOf(glyph);

    /// <summary>By the name's character where there is one, and by the code itself (ISO 32000-1, 9.6.6.4).</summary>
    public override GlyphShape? ShapeOfCode(int code, string? name)
    {
        if (name is not null && Encodings.GlyphNames.TextOf(name) is [var character] && _maps.Value.GlyphOf(character) is not 0 and var named)
            return ShapeOf(named);
        return name is null && _maps.Value.TryGetGlyphOfCode(code, out int glyph) ? ShapeOf(glyph) : null;
    }

    /// <summary>The maps of a file of which only the beginning is there; null when it is no such file.</summary>
    public static CharacterMaps? MapsIn(ReadOnlyMemory<byte> start, ReadingBudget budget) =>
        IsSfnt(start.Span) ? new CharacterMaps(Table(start, "cmap"u8), budget) : null;

    /// <summary>It begins as TrueType or OpenType files and their collections do.</summary>
    public static bool IsSfnt(ReadOnlySpan<byte> file) => file
        is [0x00, 0x01, 0x00, 0x00, ..] or [(byte)'t', (byte)'r', (byte)'u', (byte)'e', ..]
        or [(byte)'O', (byte)'T', (byte)'T', (byte)'O', ..] or [(byte)'t', (byte)'t', (byte)'c', (byte)'f', ..];

    /// <summary>
    /// As a viewer finds the glyph of a simple font without an encoding (ISO 32000-1, 9.6.6.4), then from
    /// the glyph back to its character.
    /// </summary>
    public override string? TextOfCode(int code) =>
        _maps.Value.TryGetGlyphOfCode(code, out int glyph)
            ? TextOfGlyph(glyph) ?? (_areCodesCharacters.Value ? (_maps.Value.IsMacintosh ? BaseEncoding.MacRoman : BaseEncoding.WinAnsi)[code & 0xFF] : null)
            : null;

    /// <summary>Symbol fonts made of ordinary ones keep the codes of their characters; subsets are often numbered anew.</summary>
    private bool AreCodesCharacters() => DrawsAscii(code => _maps.Value.TryGetGlyphOfCode(code, out int glyph) ? glyph : 0, fewest: 1);

    public override string? TextOfCid(int cid) =>
        TextOfGlyph(GlyphOfCid(cid));

    public override int GlyphOfCid(int cid) => _cff.Value is { IsCidKeyed: true } cff ? cff.GlyphOfCid(cid) : cid;

    public override string? TextOfGlyph(int glyph)
    {
        if (glyph <= 0)
            return null;
        if (_maps.Value.TextOfGlyph(glyph) is { } text)
            return text;
        string?[] names = _postNames.Value;
        return glyph < names.Length && names[glyph] is { } name ? Encodings.GlyphNames.TextOf(name) : _cff.Value?.TextOfGlyph(glyph);
    }

    private static double UnitsPerEm(ReadOnlyMemory<byte> file) =>
        BigEndian.UInt16(Table(file, "head"u8).Span, 18) is > 0 and var units ? units : 1000;

    private static ReadOnlyMemory<byte> Table(ReadOnlyMemory<byte> file, ReadOnlySpan<byte> tag)
    {
        ReadOnlySpan<byte> data = file.Span;
        // A collection: the first of its fonts.
        long start = data.StartsWith("ttcf"u8) ? BigEndian.UInt32(data, 12) : 0;
        int count = Math.Min(BigEndian.UInt16(data, start + 4), MostTables);
        for (int i = 0; i < count; i++)
        {
            long entry = start + 12 + (16L * i);
            if (entry + 16 > data.Length)
                break;
            if (data.Slice((int)entry, 4).SequenceEqual(tag))
                return BigEndian.Slice(file, BigEndian.UInt32(data, entry + 8), BigEndian.UInt32(data, entry + 12));
        }

        return default;
    }
}
