using System.Text;
using Ingest.Pdf.Fonts.Characters;
using Ingest.Pdf.Fonts.Collections;
using Ingest.Pdf.Fonts.Encodings;
using Ingest.Pdf.Limits;

namespace Ingest.Pdf.Fonts.Programs;

/// <summary>
/// A Compact Font Format file (Adobe Technical Note 5176): its charset and encoding, never its outlines.
/// </summary>
internal sealed class CffProgram : FontProgram
{
    // A glyph in the charset, and in the dictionary that leads back.
    private const long BytesPerGlyph = 36;

    private readonly ReadingBudget _budget;
    private readonly ReadOnlyMemory<byte> _file;
    private readonly CffTopDictionary _top;
    private readonly CffIndex _strings;
    private readonly int _glyphCount;
    private readonly OnFirstUse<int[]> _charset;
    private readonly OnFirstUse<Dictionary<int, int>> _glyphs;
    private readonly OnFirstUse<string?[]> _encoding;
    private readonly CharacterCollection? _collection;

    public CffProgram(ReadOnlyMemory<byte> file, ReadingBudget budget)
    {
        _budget = budget;
        _file = file;
        var names = new CffIndex(file, BigEndian.Byte(file.Span, 2));
        var tops = new CffIndex(file, names.End);
        _strings = new CffIndex(file, tops.End);
        _top = new CffTopDictionary(tops[0]);
        _glyphCount = _top.CharStringsOffset > 0 ? new CffIndex(file, _top.CharStringsOffset).Count : 0;
        _charset = new OnFirstUse<int[]>(ReadCharset);
        _glyphs = new OnFirstUse<Dictionary<int, int>>(ReverseCharset);
        _encoding = new OnFirstUse<string?[]>(ReadEncoding);
        if (_top.IsCidKeyed)
            _collection = CharacterCollection.Find(StringOf(_top.Registry) ?? "", StringOf(_top.Ordering) ?? "");
    }

    /// <summary>The charset gives CIDs instead of names.</summary>
    public bool IsCidKeyed => _top.IsCidKeyed;

    public int GlyphOfCid(int cid) => _glyphs.Value.GetValueOrDefault(cid);

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
