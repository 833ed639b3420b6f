using System.Collections.Immutable;
using Ingest.Pdf.Fonts.Characters;
using Ingest.Pdf.Fonts.Encodings;
using Ingest.Pdf.Fonts.Programs;
using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Fonts;

/// <summary>
/// What the codes of a simple font mean without ToUnicode (ISO 32000-1, 9.6.6): <c>Differences</c>, over the
/// named encoding, over the font program's own.
/// </summary>
internal sealed class SimpleEncoding
{
    private readonly string?[] _differences = new string?[256];
    private readonly bool[] _differs = new bool[256];
    private readonly ImmutableArray<string?>? _base;
    private readonly OnFirstUse<FontProgram?> _program;
    private readonly bool[] _isNumbered = new bool[256];
    private readonly string?[] _names = new string?[256];
    private readonly bool _areNamesCodes;
    private readonly bool _isDingbats;
    private readonly bool _isLatin;
    private readonly bool _isBaseStated;

    // Names of the characters of numbers, by which programs know their glyphs.
    private static readonly string[] _digitNames = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    public SimpleEncoding(ObjectSource objects, PdfDictionary font, FontDescriptor descriptor)
    {
        _program = new OnFirstUse<FontProgram?>(descriptor.OpenProgram);
        string baseFont = objects.GetName(font, "BaseFont") ?? "";
        _isDingbats = baseFont.Contains("Dingbats", StringComparison.OrdinalIgnoreCase);
        _isLatin = descriptor.IsNonsymbolic;
        PdfObject encoding = objects.Get(font, "Encoding");
        string? name = (encoding as PdfName)?.Value;
        if (encoding is PdfDictionary dictionary)
        {
            name = objects.GetName(dictionary, "BaseEncoding");
            ReadDifferences(objects, objects.GetArray(dictionary, "Differences"));
        }

        bool isType3 = objects.GetName(font, "Subtype") == "Type3";
        // Other fonts number their glyphs by such names.
        _areNamesCodes = isType3 && NumberedNames.AreCodes(_names);
        _isBaseStated = BaseEncoding.Find(name) is not null;
        _base = BaseEncoding.Find(name)
            ?? (isType3 || descriptor.HasProgram ? null : ImpliedBy(baseFont));
    }

    /// <summary>The text, or null.</summary>
    public string? TextOf(int code)
    {
        if (_differs[code])
            return _differences[code] ?? (_areNamesCodes ? BaseEncoding.WinAnsi[code] : null);
        if (_base is { } named)
            return named[code];
        return _program.Value?.TextOfCode(code)
            ?? (_isDingbats ? BaseEncoding.ZapfDingbats[code] : _isLatin ? BaseEncoding.Standard[code] : null);
    }

    /// <summary>
    /// True where the glyph's name is but a number that reads like the name of a Dingbat: writers that make
    /// ToUnicode of such names say Dingbats where there is text.
    /// </summary>
    public bool IsNumbered(int code) => _isNumbered[code];

    /// <summary>What the embedded program draws for a code, as far as that tells characters apart; or null.</summary>
    public GlyphShape? ShapeOf(int code) => _program.Value?.ShapeOfCode(code, _names[code] ?? (_isBaseStated ? NumberName(_base!.Value[code]) : null));

    /// <summary>What the file calls the glyph of a code, by name or by the encoding it gives; null where only the font program would tell.</summary>
    public string? StatedTextOf(int code) => _differs[code] ? TextOf(code) : _isBaseStated ? _base!.Value[code] : null;

    /// <summary>What the name given to a code says, or null where none is given.</summary>
    public string? NamedTextOf(int code) => _differs[code] ? TextOf(code) : null;

    private static string? NumberName(string? text) => text switch
    {
        [>= '0' and <= '9'] => _digitNames[text[0] - '0'],
        "-" => "hyphen",
        "." => "period",
        "," => "comma",
        _ => null,
    };

    private void ReadDifferences(ObjectSource objects, PdfArray? differences)
    {
        int code = 0;
        foreach (PdfObject item in differences?.Items ?? [])
        {
            switch (objects.Resolve(item))
            {
                case PdfNumber { Value: >= 0 and <= 255 } number:
                    code = (int)number.Value;
                    break;
                case PdfName name when code < _differences.Length:
                    _differs[code] = true;
                    _names[code] = name.Value;
                    _isNumbered[code] = !_isDingbats && GlyphNames.IsDingbat(name.Value);
                    _differences[code++] = GlyphNames.TextOf(name.Value, _isDingbats);
                    break;
            }
        }
    }

    // A font that is not embedded is one that the viewer has: by name one of the two with signs for
    // characters, or else a Latin one.
    private ImmutableArray<string?> ImpliedBy(string baseFont)
    {
        if (_isDingbats)
            return BaseEncoding.ZapfDingbats;
        if (baseFont.Contains("Symbol", StringComparison.OrdinalIgnoreCase))
            return BaseEncoding.Symbol;
        return BaseEncoding.Standard;
    }
}
