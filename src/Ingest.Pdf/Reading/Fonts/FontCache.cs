using Ingest.Pdf.Reading.Objects;

namespace Ingest.Pdf.Reading.Fonts;

/// <summary>The fonts of one file, each made once however many pages use it. Never throws for damage.</summary>
internal sealed class FontCache(ObjectSource objects)
{
    private readonly Dictionary<(int Number, int Generation), Font> _byReference = [];
    private readonly Dictionary<PdfDictionary, Font> _byIdentity = new(ReferenceEqualityComparer.Instance);
    private Font? _fallback;

    /// <param name="fontObjectOrReference">
    /// A value of the <c>Font</c> resources. What is no font dictionary gives a font that reads codes as a
    /// viewer's own Latin font would, and a diagnostic.
    /// </param>
    public Font Get(PdfObject? fontObjectOrReference)
    {
        if (fontObjectOrReference is not PdfReference reference)
            return Find(objects.Resolve(fontObjectOrReference));
        (int, int) key = (reference.Number, reference.Generation);
        if (!_byReference.TryGetValue(key, out Font? font))
            _byReference[key] = font = Find(objects.Resolve(reference));
        return font;
    }

    private Font Find(PdfObject resolved)
    {
        if (resolved is not PdfDictionary dictionary)
        {
            objects.Report(new Diagnostic(
                "font-missing", Severity.Warning, new Phrase(
                    "部分文字所用的字体未在文件中定义，已按拉丁字符读取。",
                    "Text uses a font that the file does not define; its characters are read as Latin ones.")));
            return _fallback ??= new SimpleFont(objects, PdfDictionary.Empty);
        }

        if (!_byIdentity.TryGetValue(dictionary, out Font? font))
            _byIdentity[dictionary] = font = new FontFactory(objects).Make(dictionary);
        return font;
    }
}
