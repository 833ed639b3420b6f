using Ingest.Pdf.Fonts.Characters;
using Ingest.Pdf.Fonts.Collections;
using Ingest.Pdf.Fonts.Programs;
using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Fonts;

/// <summary>
/// What the CIDs of a font mean when neither ToUnicode nor the encoding says: by their collection, or by
/// what the embedded font program knows of the glyph that they show.
/// </summary>
internal sealed class CidMeaning
{
    private readonly CharacterCollection? _collection;
    private readonly OnFirstUse<FontProgram?> _program;
    private readonly OnFirstUse<ReadOnlyMemory<byte>>? _glyphs;
    private readonly bool _cidsAreGlyphs;

    public CidMeaning(ObjectSource objects, PdfDictionary cidFont, FontDescriptor descriptor)
    {
        PdfDictionary system = objects.GetDictionary(cidFont, "CIDSystemInfo") ?? PdfDictionary.Empty;
        _collection = CharacterCollection.Find(Text(objects, system, "Registry"), Text(objects, system, "Ordering"));
        _program = new OnFirstUse<FontProgram?>(descriptor.OpenProgram);
        if (objects.GetStream(cidFont, "CIDToGIDMap") is { } glyphs)
            _glyphs = new OnFirstUse<ReadOnlyMemory<byte>>(() => objects.Decode(glyphs));
        _cidsAreGlyphs = _glyphs is null && descriptor.HasProgram && objects.GetName(cidFont, "Subtype") != "CIDFontType0";
    }

    /// <summary>The embedded program, or null.</summary>
    public FontProgram? Program => _program.Value;

    /// <summary>The glyph of a TrueType program that shows a CID; false where CIDs are not glyph numbers or there is no such program.</summary>
    public bool TryGetGlyph(int cid, out int glyph)
    {
        glyph = cid;
        return _cidsAreGlyphs;
    }

    /// <summary>The text, or null.</summary>
    public string? TextOf(int cid)
    {
        // Some producers name a collection although their CIDs are glyph numbers. A viewer shows the
        // glyph, so what the font says of it counts more.
        if (_cidsAreGlyphs)
            return _program.Value?.TextOfCid(cid) ?? _collection?.TextOf(cid);
        if (_collection?.TextOf(cid) is { } text)
            return text;
        return _glyphs is null
            ? _program.Value?.TextOfCid(cid)
            : _program.Value?.TextOfGlyph(BigEndian.UInt16(_glyphs.Value.Span, 2L * cid));
    }

    private static string Text(ObjectSource objects, PdfDictionary dictionary, string key) =>
        objects.Get(dictionary, key) is PdfString text ? System.Text.Encoding.Latin1.GetString(text.Bytes.Span) : "";
}
