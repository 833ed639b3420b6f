using System.Text;
using Ingest.Pdf.Fonts.Characters;
using Ingest.Pdf.Fonts.Collections;
using Ingest.Pdf.Fonts.Encodings;
using Ingest.Pdf.Limits;

namespace Ingest.Pdf.Fonts.Programs;

/// <summary>
/// A Compact Font Format file (Adobe Technical Note 5176): its charset and encoding, and how its outlines go.
/// </summary>
internal sealed class CffProgram : FontProgram
{
    // A glyph in the charset, and in the dictionary that leads back.
    private const long BytesPerGlyph = 36;

    private readonly ReadingBudget _budget;
    private readonly ReadOnlyMemory<byte> _file;
    private readonly CffDictionary _top;
    private readonly CffIndex _strings;
    private readonly CffIndex _charStrings;
    private readonly int _glyphCount;
    private readonly double _perEm;
    private readonly OnFirstUse<int[]> _charset;
    private readonly OnFirstUse<Dictionary<int, int>> _glyphs;
    private readonly OnFirstUse<string?[]> _encoding;
    private readonly CharacterCollection? _collection;

    /// <param name="file">All of it.</param>
    /// <param name="budget">Of the document.</param>
    /// <param name="perEm">Units of an em, where the font is part of a file that says so.</param>
    public CffProgram(ReadOnlyMemory<byte> file, ReadingBudget budget, double perEm = 1000)
    {
        _perEm = perEm;
        _budget = budget;
        _file = file;
        var names = new CffIndex(file, BigEndian.Byte(file.Span, 2));
        var tops = new CffIndex(file, names.End);
        _strings = new CffIndex(file, tops.End);
        _top = new CffDictionary(tops[0]);
        _charStrings = _top.CharStringsOffset > 0 ? new CffIndex(file, _top.CharStringsOffset) : default;
        _glyphCount = _charStrings.Count;
        _charset = new OnFirstUse<int[]>(ReadCharset);
        _glyphs = new OnFirstUse<Dictionary<int, int>>(ReverseCharset);
        _encoding = new OnFirstUse<string?[]>(ReadEncoding);
        if (_top.IsCidKeyed)
            _collection = CharacterCollection.Find(StringOf(_top.Registry) ?? "", StringOf(_top.Ordering) ?? "");
    }

    /// <summary>The charset gives CIDs instead of names.</summary>
    public bool IsCidKeyed => _top.IsCidKeyed;

    public override int GlyphOfCid(int cid) => IsCidKeyed ? _glyphs.Value.GetValueOrDefault(cid) : cid;

    public override int GlyphOfName(string name)
    {
        int[] charset = IsCidKeyed ? [] : _charset.Value;
        for (int glyph = 1; glyph < charset.Length; glyph++)
            if (StringOf(charset[glyph]) == name)
                return glyph;
        return 0;
    }

    public override GlyphShape? ShapeOf(int glyph)
    {
        if (glyph <= 0 || glyph >= _glyphCount)
            return null;
        _budget.Look();
        return new Type2Outline(new CffIndex(_file, _strings.End), SubroutinesOf(glyph)).Follow(_charStrings[glyph], _perEm);
    }

    private CffIndex SubroutinesOf(int glyph)
    {
        CffDictionary font = IsCidKeyed ? new CffDictionary(new CffIndex(_file, _top.FontArrayOffset)[FontOf(glyph)]) : _top;
        ReadOnlyMemory<byte> data = BigEndian.Slice(_file, font.PrivateOffset, font.PrivateLength);
        int offset = new CffDictionary(data.Span).SubroutinesOffset;
        return offset == 0 ? default : new CffIndex(_file, (long)font.PrivateOffset + offset);
    }

    // FDSelect: a font number for each glyph, or ranges of glyphs.
    private int FontOf(int glyph)
    {
        ReadOnlySpan<byte> data = _file.Span;
        long at = _top.FontSelectOffset;
        if (BigEndian.Byte(data, at) == 0)
            return BigEndian.Byte(data, at + 1 + glyph);
        int ranges = BigEndian.UInt16(data, at + 1);
        int font = 0;
        for (long range = at + 3; ranges > 0 && BigEndian.UInt16(data, range) <= glyph; range += 3, ranges--)
            font = BigEndian.Byte(data, range + 2);
        return font;
    }

    public override string? TextOfCode(int code) => code is >= 0 and <= 0xFF ? _encoding.Value[code] : null;

    // Without CIDs of its own, the font is used by glyph number.
    public override string? TextOfCid(int cid) => IsCidKeyed ? _collection?.TextOf(cid) : TextOfGlyph(cid);

    public override string? TextOfGlyph(int glyph)
    {
        int[] charset = _charset.Value;
        if (glyph <= 0 || glyph >= charset.Length)
            return null;
        return IsCidKeyed ? _collection?.TextOf(charset[glyph]) : TextOfName(charset[glyph]);
    }

    private string? TextOfName(int stringId) => StringOf(stringId) is { } name ? GlyphNames.TextOf(name) : null;

    private string? StringOf(int id)
    {
        string[] standard = StandardNames.Cff;
        if (id < 0)
            return null;
        if (id < standard.Length)
            return standard[id];
        ReadOnlySpan<byte> own = _strings[id - standard.Length];
        return own.IsEmpty ? null : Encoding.Latin1.GetString(own);
    }

    /// <summary>String ids, or CIDs, by glyph.</summary>
    private int[] ReadCharset()
    {
        const int IsoAdobe = 0;
        const int ExpertSubset = 2;
        var charset = new int[_glyphCount];
        _budget.AddFont(_glyphCount * BytesPerGlyph);
        int offset = _top.CharsetOffset;
        if (offset == IsoAdobe || _top.IsCidKeyed && offset <= ExpertSubset)
        {
            for (int glyph = 0; glyph < charset.Length; glyph++)
                charset[glyph] = glyph;
        }
        else if (offset > ExpertSubset)
        {
            ReadCharset(charset, offset);
        }

        return charset;
    }

    private void ReadCharset(int[] charset, long at)
    {
        ReadOnlySpan<byte> data = _file.Span;
        int format = BigEndian.Byte(data, at++);
        int glyph = 1;
        while (glyph < charset.Length && at < data.Length)
        {
            int first = BigEndian.UInt16(data, at);
            int more = format switch
            {
                1 => BigEndian.Byte(data, at + 2),
                2 => BigEndian.UInt16(data, at + 2),
                _ => 0,
            };
            at += format switch { 1 => 3, 2 => 4, _ => 2 };
            for (int i = 0; i <= more && glyph < charset.Length; i++)
                charset[glyph++] = first + i;
        }
    }

    private Dictionary<int, int> ReverseCharset()
    {
        int[] charset = _charset.Value;
        var glyphs = new Dictionary<int, int>(charset.Length);
        for (int glyph = 0; glyph < charset.Length; glyph++)
            glyphs.TryAdd(charset[glyph], glyph);
        return glyphs;
    }

    private string?[] ReadEncoding()
    {
        const int Standard = 0;
        const int Expert = 1;
        var encoding = new string?[256];
        if (_top.EncodingOffset == Standard)
            BaseEncoding.Standard.CopyTo(encoding);
        else if (_top.EncodingOffset == Expert)
            BaseEncoding.Expert.CopyTo(encoding);
        else
            ReadEncoding(encoding, _top.EncodingOffset);
        return encoding;
    }

    private void ReadEncoding(string?[] encoding, long at)
    {
        const int HasSupplement = 0x80;
        ReadOnlySpan<byte> data = _file.Span;
        int format = BigEndian.Byte(data, at++);
        bool isRanges = (format & ~HasSupplement) == 1;
        int glyph = 1;
        for (int entries = BigEndian.Byte(data, at++); entries > 0; entries--)
        {
            int code = BigEndian.Byte(data, at++);
            int more = isRanges ? BigEndian.Byte(data, at++) : 0;
            for (int i = 0; i <= more && code + i < encoding.Length; i++)
                encoding[code + i] = TextOfGlyph(glyph++);
        }

        if ((format & HasSupplement) == 0)
            return;
        for (int entries = BigEndian.Byte(data, at++); entries > 0; entries--, at += 3)
            encoding[BigEndian.Byte(data, at)] = TextOfName(BigEndian.UInt16(data, at + 1));
    }
}
