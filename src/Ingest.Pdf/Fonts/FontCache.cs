using Ingest.Contract.Text;
using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Fonts;

/// <summary>
/// The fonts of one file, each made once however many pages use it, unless they take too much room together. Never
/// throws for damage.
/// </summary>
internal sealed class FontCache(ObjectSource objects)
{
    // Ten large Chinese fonts with all their letters; beyond, a file has thousands of fonts or means harm.
    private const long MostBytes = 96 << 20;

    // What a font takes before it is used.
    private const long SmallestFont = 4 << 10;

    private readonly Dictionary<(int Number, int Generation), Font> _byReference = [];
    private readonly Dictionary<PdfDictionary, Font> _byIdentity = new(ReferenceEqualityComparer.Instance);
    private Font? _fallback;
    private int _timesForgotten;

    /// <summary>
    /// Lets go of all fonts when they take too much room. Who remembers fonts must forget them when the number has
    /// changed.
    /// </summary>
    /// <returns>How often that was so.</returns>
    public int Tidy()
    {
        if (objects.Budget.FontBytes <= MostBytes)
            return _timesForgotten;
        _byReference.Clear();
        _byIdentity.Clear();
        objects.Budget.ForgetFonts();
        return ++_timesForgotten;
    }

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
        {
            _byIdentity[dictionary] = font = new FontFactory(objects).Make(dictionary);
            objects.Budget.AddFont(SmallestFont);
        }

        return font;
    }
}
