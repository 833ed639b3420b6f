using Ingest.Pdf.Fonts.CMaps;
using Ingest.Pdf.Fonts.Characters;
using Ingest.Pdf.Limits;
using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Fonts;

/// <summary>A Type 0 font: codes of one to four bytes, read by a CMap, over a CID font.</summary>
internal sealed class CompositeFont : Font
{
    // A glyph, and its text where it is no single letter.
    private const long BytesPerGlyph = 100;

    private readonly ReadingBudget _budget;
    private readonly CMap _encoding;
    private readonly ToUnicode _toUnicode;
    private readonly CidWidths _widths;
    private readonly OnFirstUse<CidMeaning> _meaning;
    private readonly GlyphEvidence _evidence;

    // Codes of up to two bytes by their upper and lower bits: a Chinese text uses a few of nearly every upper
    // byte. Longer codes are rare.
    private const int LowerBits = 6;

    private readonly FontGlyph?[]?[] _blocks = new FontGlyph?[0x10000 >> LowerBits][];
    private readonly Dictionary<int, FontGlyph> _longCodes = [];
    private readonly bool _hasSingleByteSpace;

    public CompositeFont(ObjectSource objects, PdfDictionary font, PdfDictionary cidFont, CMap encoding)
    {
        var descriptor = new FontDescriptor(objects, cidFont);
        _budget = objects.Budget;
        _encoding = encoding;
        _toUnicode = new ToUnicode(objects, font);
        _widths = new CidWidths(objects, cidFont);
        _meaning = new OnFirstUse<CidMeaning>(() => new CidMeaning(objects, cidFont, descriptor));
        _evidence = new GlyphEvidence(() => _meaning.Value.IsTrueType ? descriptor.OpenStart(GlyphEvidence.StartBytes) : null, _meaning, _toUnicode);
        _hasSingleByteSpace = encoding.ReadCode(" "u8, out int space) == 1 && space == ' ';
        Ascent = descriptor.Ascent;
        Descent = descriptor.Descent;
    }

    public override bool IsVertical => _encoding.IsVertical;

    public override float Ascent { get; }

    public override float Descent { get; }

    public override int ReadCode(ReadOnlySpan<byte> text, out int code) => _encoding.ReadCode(text, out code);

    public override FontGlyph GetGlyph(int code)
    {
        if (code is >= 0 and <= 0xFFFF)
        {
            FontGlyph?[] block = _blocks[code >> LowerBits] ??= new FontGlyph?[1 << LowerBits];
            return block[code & ((1 << LowerBits) - 1)] ??= MakeGlyph(code);
        }

        if (!_longCodes.TryGetValue(code, out FontGlyph? glyph))
            _longCodes[code] = glyph = MakeGlyph(code);
        return glyph;
    }

    private FontGlyph MakeGlyph(int code)
    {
        _budget.AddFont(BytesPerGlyph);
        bool hasCid = _encoding.TryGetCid(code, out int cid);
        string text = (_toUnicode.IsIdentity ? _encoding.TextOf(code) : null)
            ?? _toUnicode.TextOf(code)
            ?? _encoding.TextOf(code)
            ?? (hasCid ? _meaning.Value.TextOf(cid) : null)
            ?? _toUnicode.WeakTextOf(code)
            ?? Unicode.Unknown;
        if (hasCid && _meaning.Value.IsEmbedded)
            text = _evidence.Judge(cid, text);
        float width = _widths.WidthOf(cid);
        bool isSpace = code == ' ' && _hasSingleByteSpace;
        if (!IsVertical)
            return new FontGlyph(text, Advance: width, OriginX: 0, OriginY: 0, width, isSpace);
        VerticalMetrics vertical = _widths.VerticalOf(cid);
        return new FontGlyph(text, vertical.Advance, vertical.OriginX, vertical.OriginY, width, isSpace);
    }
}
