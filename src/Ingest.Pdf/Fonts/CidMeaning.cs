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
    private readonly OnFirstUse<bool> _cidsAreCharacters;

    // So many letters do not have the outlines of others by chance.
    private const int FewestOutlines = 5;

    public CidMeaning(ObjectSource objects, PdfDictionary cidFont, FontDescriptor descriptor)
    {
        PdfDictionary system = objects.GetDictionary(cidFont, "CIDSystemInfo") ?? PdfDictionary.Empty;
        _collection = CharacterCollection.Find(Text(objects, system, "Registry"), Text(objects, system, "Ordering"));
        _program = new OnFirstUse<FontProgram?>(descriptor.OpenProgram);
        if (objects.GetStream(cidFont, "CIDToGIDMap") is { } glyphs)
            _glyphs = new OnFirstUse<ReadOnlyMemory<byte>>(() => objects.Decode(glyphs));
        _cidsAreCharacters = new OnFirstUse<bool>(() => _glyphs is not null && _program.Value is { } program && program.DrawsAscii(GlyphOf, FewestOutlines));
        IsEmbedded = descriptor.HasProgram;
        IsTrueType = IsEmbedded && objects.GetName(cidFont, "Subtype") != "CIDFontType0";
        _cidsAreGlyphs = _glyphs is null && IsTrueType;
    }

    /// <summary>CIDs lead to glyphs of an embedded program, by its own numbers or by a map of the file's.</summary>
    public bool IsEmbedded { get; }

    /// <summary>The embedded program is one whose glyphs are numbered.</summary>
    public bool IsTrueType { get; }

    /// <summary>The number of the glyph in a TrueType program that a CID leads to.</summary>
    public int NumberOf(int cid) => _glyphs is null ? cid : GlyphOf(cid);

    /// <summary>What the outline that a CID draws looks like, or null.</summary>
    public GlyphShape? ShapeOf(int cid) => _program.Value is { } program ? program.ShapeOf(Drawn(program, cid)) : null;

    /// <summary>What the embedded program says of the glyph that a CID draws, or null.</summary>
    public string? DrawnTextOf(int cid) => _program.Value is { } program ? program.TextOfGlyph(Drawn(program, cid)) : null;

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
            : _program.Value?.TextOfGlyph(GlyphOf(cid)) ?? OwnText(cid);
    }

    private int Drawn(FontProgram program, int cid) => _glyphs is null ? program.GlyphOfCid(cid) : GlyphOf(cid);

    private int GlyphOf(int cid) => BigEndian.UInt16(_glyphs!.Value.Span, 2L * cid);

    /// <summary>A writer that brings a map from CIDs to glyphs is free to take the characters themselves for CIDs, and many do.</summary>
    private string? OwnText(int cid) => GlyphOf(cid) != 0 && _cidsAreCharacters.Value ? new UnicodeTarget("", 0).TextAt((uint)cid) : null;

    private static string Text(ObjectSource objects, PdfDictionary dictionary, string key) =>
        objects.Get(dictionary, key) is PdfString text ? System.Text.Encoding.Latin1.GetString(text.Bytes.Span) : "";
}
