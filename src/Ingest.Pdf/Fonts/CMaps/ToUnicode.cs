using Ingest.Pdf.Fonts.Characters;
using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Fonts.CMaps;

/// <summary>
/// What a font's <c>ToUnicode</c> entry says of its codes (ISO 32000-1, 9.10.3). Parsed on first use.
/// </summary>
internal sealed class ToUnicode
{
    private readonly ObjectSource _objects;
    private PdfStream? _stream;
    private CMapContent? _content;
    private byte[]? _counts;

    public ToUnicode(ObjectSource objects, PdfDictionary font)
    {
        _objects = objects;
        PdfObject entry = objects.Get(font, "ToUnicode");
        _stream = entry as PdfStream;
        // Some producers name Identity-H here: the codes are Unicode themselves.
        IsIdentity = entry is PdfName { Value: "Identity-H" or "Identity-V" };
    }

    /// <summary>There is no map but a word that codes are Unicode, true only where the codes have no meaning of their own.</summary>
    public bool IsIdentity { get; }

    /// <summary>The text, or null when the entry is absent, broken or has nothing to say of the code.</summary>
    public string? TextOf(int code)
    {
        if (IsIdentity)
            return new UnicodeTarget("", 0).TextAt(unchecked((uint)code));
        return Content() is { } content
            && (content.Unicode.TryFind(unchecked((uint)code), out uint offset, out UnicodeTarget target) || content.OwnNumbers.TryFind(unchecked((uint)code), out offset, out target))
            ? target.TextAt(offset)
            : null;
    }

    /// <summary>What a range over all codes says that gives each its own number, which is what one says who knows nothing; or null.</summary>
    public string? WeakTextOf(int code) =>
        Content() is { } content && content.Identity.TryFind(unchecked((uint)code), out uint offset, out UnicodeTarget target)
            ? target.TextAt(offset)
            : null;

    /// <summary>Does more than one code stand for this character of ASCII?</summary>
    public bool IsRepeated(char character)
    {
        if (Content() is not { } content || character >= 0x80)
            return false;
        _counts ??= content.CountAscii();
        return _counts[character] > 1;
    }

    private CMapContent? Content()
    {
        if (_stream is not null)
        {
            _content = CMapParser.Parse(_objects.Decode(_stream).Span);
            _objects.Budget.AddFont(_content.Unicode.Bytes);
            _stream = null;
        }

        return _content;
    }
}
