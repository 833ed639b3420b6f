using Ingest.Pdf.Fonts.CMaps;
using Ingest.Pdf.Fonts.Characters;
using Ingest.Pdf.Fonts.Encodings;
using Ingest.Pdf.Fonts.Programs;
using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Fonts;

/// <summary>A font of single-byte codes: Type1, MMType1 or TrueType; Type3 through <see cref="Type3Font"/>.</summary>
internal class SimpleFont : Font
{
    private readonly FontGlyph?[] _glyphs = new FontGlyph?[256];
    private readonly ObjectSource _objects;
    private readonly ToUnicode _toUnicode;
    private readonly OnFirstUse<SimpleEncoding> _encoding;
    private readonly PdfArray? _widths;
    private readonly double _firstCode;
    private readonly double _missingWidth;
    private readonly string _baseFont;
    private readonly bool _isSymbolic;
    private bool? _areWidthsNothing;

    public SimpleFont(ObjectSource objects, PdfDictionary font)
    {
        var descriptor = new FontDescriptor(objects, font);
        _objects = objects;
        _toUnicode = new ToUnicode(objects, font);
        _encoding = new OnFirstUse<SimpleEncoding>(() => new SimpleEncoding(objects, font, descriptor));
        _widths = objects.GetArray(font, "Widths");
        _firstCode = objects.GetNumber(font, "FirstChar", 0);
        _missingWidth = descriptor.MissingWidth;
        _baseFont = objects.GetName(font, "BaseFont") ?? "";
        _isSymbolic = descriptor is { HasProgram: true, IsNonsymbolic: false };
        Ascent = descriptor.Ascent;
        Descent = descriptor.Descent;
    }

    public override float Ascent { get; }

    public override float Descent { get; }

    public override int ReadCode(ReadOnlySpan<byte> text, out int code)
    {
        code = text.IsEmpty ? 0 : text[0];
        return text.IsEmpty ? 0 : 1;
    }

    public override FontGlyph GetGlyph(int code) => _glyphs[code & 0xFF] ??= MakeGlyph(code & 0xFF);

    private FontGlyph MakeGlyph(int code)
    {
        string text = Judged(Checked(Said(code), code), code) ?? _encoding.Value.TextOf(code) ?? _toUnicode.WeakTextOf(code) ?? Unicode.Unknown;
        float width = WidthOf(code, text);
        return new FontGlyph(text, Advance: width, OriginX: 0, OriginY: 0, width, IsSpace: code == ' ');
    }

    /// <summary>A glyph with a name of its own is no blank and no private sign, whatever ToUnicode says.</summary>
    private string? Checked(string? said, int code) =>
        said is [var only] && (char.IsWhiteSpace(only) || only is >= '\uE000' and <= '\uF8FF' or >= '\u200B' and <= '\u200F')
            ? _encoding.Value.NamedTextOf(code) ?? said
            : said;

    /// <summary>
    /// What more than one code is said to stand for has to look like it, if it is a blank or a character of numbers: a minus taken
    /// for a blank changes an amount without a trace.
    /// </summary>
    private string? Judged(string? said, int code)
    {
        if (said is not [var only] || !(char.IsWhiteSpace(only) || Unicode.IsOfNumber(said)))
            return said;
        if (_encoding.Value.StatedTextOf(code) is { } stated && stated != said && Unicode.IsOfNumber(stated))
            return Settled(said, stated, code);
        if (only is '-' or '.' or ',' || !_toUnicode.IsRepeated(only))
            return said;
        bool isWrong = _encoding.Value.ShapeOf(code) is { } shape && (char.IsWhiteSpace(only) ? !shape.IsEmpty : shape.CanBe(said) is false);
        return !isWrong ? said : _encoding.Value.ShapeOf(code) is { IsBar: true } ? "-" : Unicode.Unknown;
    }

    /// <summary>ToUnicode and the encoding name two characters of numbers: the outline decides, where it can, and nobody where it cannot.</summary>
    private string Settled(string said, string stated, int code)
    {
        GlyphShape? shape = _encoding.Value.ShapeOf(code);
        bool? isSaid = char.IsWhiteSpace(said[0]) ? shape?.IsEmpty : shape?.CanBe(said);
        return (isSaid, shape?.CanBe(stated)) switch
        {
            (false, true or null) => stated,
            (true or null, false) => said,
            // The encoding of a font of signs binds no viewer.
            _ => _isSymbolic ? said : Unicode.Unknown,
        };
    }

    private string? Said(int code) =>
        _toUnicode.TextOf(code) is { } text && !(IsSign(text) && _encoding.Value.IsNumbered(code)) ? text : null;

    // From arrows to Dingbats: what the names of Dingbats stand for.
    private static bool IsSign(string text) => text is [>= '\u2190' and <= '\u27BF'];

    // Writers that leave the widths out by writing zeros.
    private bool AreWidthsNothing(PdfArray widths)
    {
        foreach (PdfObject item in widths.Items)
        {
            if (_objects.Resolve(item) is not PdfNumber { Value: 0 })
                return false;
        }

        return _missingWidth == 0;
    }

    private float WidthOf(int code, string text)
    {
        if (_widths is null || (_areWidthsNothing ??= AreWidthsNothing(_widths)))
            return StandardWidths.For(_baseFont).WidthOf(text);
        double index = code - _firstCode;
        bool isListed = index >= 0 && index < _widths.Count;
        return Metrics.Width(isListed && _objects.Resolve(_widths[(int)index]) is PdfNumber width ? width.Value : _missingWidth);
    }
}
