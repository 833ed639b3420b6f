using Ingest.Contract.Text;
using Ingest.Pdf.Fonts.CMaps;
using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Fonts;

/// <summary>Makes the font that a font dictionary describes, or the nearest to it.</summary>
internal sealed class FontFactory(ObjectSource objects)
{
    // CMaps that use each other end here; real ones go one or two deep.
    private const int DeepestUse = 8;

    private const int LongestName = 64;

    public Font Make(PdfDictionary font)
    {
        switch (objects.GetName(font, "Subtype"))
        {
            case "Type0":
            case null when font.TryGet("DescendantFonts", out _):
                return MakeComposite(font, FindDescendant(font));
            case "CIDFontType0" or "CIDFontType2":
                Report(new Phrase($"CID 字体 {NameOf(font)} 缺少外层的 Type0 字体", $"the CID font {NameOf(font)} is used without a Type0 font around it"));
                return new CompositeFont(objects, font, font, IdentityCMap.Horizontal);
            case "Type3":
            case null when font.TryGet("CharProcs", out _):
                return new Type3Font(objects, font);
            default:
                return ChineseSimpleFont.Is(objects, font) ? new ChineseSimpleFont(objects, font) : new SimpleFont(objects, font);
        }
    }

    private CompositeFont MakeComposite(PdfDictionary font, PdfDictionary? descendant)
    {
        if (descendant is null)
            Report(new Phrase($"字体 {NameOf(font)} 缺少下级字体", $"the font {NameOf(font)} has no descendant font"));
        PdfObject encoding = objects.Get(font, "Encoding");
        CMap? cmap = ReadCMap(encoding, DeepestUse);
        if (cmap is null)
        {
            string name = (encoding as PdfName)?.Value ?? "(none)";
            Report(new Phrase($"字体 {NameOf(font)} 的编码 {Printable(name)} 无法识别", $"the font {NameOf(font)} has the unknown encoding {Printable(name)}"));
            cmap = new UnknownCMap(isVertical: name.EndsWith("-V", StringComparison.Ordinal));
        }

        return new CompositeFont(objects, font, descendant ?? PdfDictionary.Empty, cmap);
    }

    private PdfDictionary? FindDescendant(PdfDictionary font) => objects.Get(font, "DescendantFonts") switch
    {
        PdfArray { Count: > 0 } array => objects.Resolve(array[0]) as PdfDictionary,
        PdfDictionary dictionary => dictionary,
        _ => null,
    };

    private CMap? ReadCMap(PdfObject value, int depth)
    {
        switch (value)
        {
            case PdfName name:
                return PredefinedCMaps.Find(name.Value);
            case PdfStream stream when depth > 0:
                CMapContent content = CMapParser.Parse(objects.Decode(stream).Span);
                objects.Budget.AddFont(content.Bytes);
                CMap? used = ReadCMap(objects.Get(stream, "UseCMap"), depth - 1)
                    ?? (content.UsedName is { } usedName ? PredefinedCMaps.Find(usedName) : null);
                bool? isVertical = objects.Get(stream, "WMode") is PdfNumber mode ? mode.Value == 1 : null;
                if (content.IsEmpty && used is null)
                    return objects.GetName(stream, "CMapName") is { } ownName ? PredefinedCMaps.Find(ownName) : null;
                return new EmbeddedCMap(content, used, isVertical);
            default:
                return null;
        }
    }

    private string NameOf(PdfDictionary font) => Printable(objects.GetName(font, "BaseFont") ?? "(unnamed)");

    // Names are bytes, as many as the file likes; Chinese ones are in whatever code page the producer used.
    private static string Printable(string name) =>
        string.Concat(name.Take(LongestName).Select(character => character is > ' ' and < '\x7F' ? character : '?'));

    private void Report(Phrase what) =>
        objects.Report(new Diagnostic("font-damaged", Severity.Warning, new Phrase(
            $"字体损坏：{what.Chinese}。该字体的文字可能不完整。",
            $"A font is damaged: {what.English}. Its text may be incomplete.")));
}
