using Ingest.Pdf.Fonts;
using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Content;

/// <summary>
/// The named resources of a page or form. What a name leads to is looked up once, since content names
/// the same few fonts and states hundreds of times.
/// </summary>
internal sealed class ResourceScope(ObjectSource source, FontCache fonts, PdfDictionary resources)
{
    // Names that content makes up are not all remembered; no real page uses a hundredth.
    private const int MostRemembered = 4096;

    private readonly Dictionary<string, Font> _fonts = [];
    private readonly Dictionary<string, ExtendedState> _states = [];
    private readonly Dictionary<string, ColorSpace> _colorSpaces = [];
    private int _tidied;

    public Font Font(string name)
    {
        Tidy();
        if (!_fonts.TryGetValue(name, out Font? font))
            Remember(_fonts, name, font = fonts.Get(Written("Font", name)));
        return font;
    }

    public ExtendedState State(string name)
    {
        Tidy();
        if (!_states.TryGetValue(name, out ExtendedState? state))
            Remember(_states, name, state = ExtendedState.Read(source, fonts, source.Resolve(Written("ExtGState", name))));
        return state;
    }

    public ColorSpace ColorSpace(string name)
    {
        if (!_colorSpaces.TryGetValue(name, out ColorSpace? space))
        {
            space = ColorSpaceReader.FromName(name) ?? ColorSpaceReader.Read(source, Written("ColorSpace", name));
            Remember(_colorSpaces, name, space);
        }

        return space;
    }

    public PdfStream? XObject(string name) => source.Resolve(Written("XObject", name)) as PdfStream;

    /// <summary>A property list as written: optional-content groups are known by their reference.</summary>
    public PdfObject? Properties(string name) => Written("Properties", name);

    private void Tidy()
    {
        int tidied = fonts.Tidy();
        if (tidied == _tidied)
            return;
        _tidied = tidied;
        _fonts.Clear();
        _states.Clear();
    }

    private static void Remember<T>(Dictionary<string, T> known, string name, T value)
    {
        if (known.Count < MostRemembered)
            known[name] = value;
    }

    private PdfObject? Written(string category, string name) =>
        source.GetDictionary(resources, category) is { } named && named.TryGet(name, out PdfObject? value) ? value : null;
}
