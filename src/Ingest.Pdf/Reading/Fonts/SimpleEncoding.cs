using System.Collections.Immutable;
using Ingest.Pdf.Reading.Fonts.Encodings;
using Ingest.Pdf.Reading.Fonts.Programs;
using Ingest.Pdf.Reading.Objects;

namespace Ingest.Pdf.Reading.Fonts;

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
    private readonly bool _isLatin;

    public SimpleEncoding(ObjectSource objects, PdfDictionary font, FontDescriptor descriptor)
    {
        _program = new OnFirstUse<FontProgram?>(descriptor.OpenProgram);
        _isLatin = descriptor.IsNonsymbolic;
        PdfObject encoding = objects.Get(font, "Encoding");
        string? name = (encoding as PdfName)?.Value;
        if (encoding is PdfDictionary dictionary)
        {
            name = objects.GetName(dictionary, "BaseEncoding");
            ReadDifferences(objects, objects.GetArray(dictionary, "Differences"));
        }

        bool isType3 = objects.GetName(font, "Subtype") == "Type3";
        _base = BaseEncoding.Find(name)
            ?? (isType3 || descriptor.HasProgram ? null : ImpliedBy(objects.GetName(font, "BaseFont") ?? ""));
    }

    /// <summary>The text, or null.</summary>
    public string? TextOf(int code)
    {
        if (_differs[code])
            return _differences[code];
        if (_base is { } named)
            return named[code];
        return _program.Value?.TextOfCode(code) ?? (_isLatin ? BaseEncoding.Standard[code] : null);
    }

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
                    _differences[code++] = GlyphNames.TextOf(name.Value);
                    break;
            }
        }
    }

    // A font that is not embedded is one that the viewer has: by name one of the two with signs for
    // characters, or else a Latin one.
    private static ImmutableArray<string?>? ImpliedBy(string baseFont)
    {
        if (baseFont.Contains("Dingbats", StringComparison.OrdinalIgnoreCase))
            return BaseEncoding.ZapfDingbats;
        if (baseFont.Contains("Symbol", StringComparison.OrdinalIgnoreCase))
            return BaseEncoding.Symbol;
        return BaseEncoding.Standard;
    }
}
