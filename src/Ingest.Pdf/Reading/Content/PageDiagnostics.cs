using System.Collections.Immutable;
using System.Globalization;

namespace Ingest.Pdf.Reading.Content;

/// <summary>What there is to say about a page that was read.</summary>
internal sealed class PageDiagnostics(int page)
{
    // An outlined word has dozens of curved shapes; a logo or a seal has fewer than a line of text.
    private const int OutlinedText = 100;

    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>Runs a step that a limit may end; what it had done until then stays.</summary>
    public void Guard(Action step)
    {
        try
        {
            step();
        }
        catch (ReadingLimitException limit)
        {
            if (_diagnostics.TrueForAll(diagnostic => diagnostic.Code != limit.Code))
                _diagnostics.Add(limit.ToDiagnostic(page));
        }
    }

    /// <param name="canvas">The page as painted.</param>
    /// <param name="imageOnly">It is a scan.</param>
    /// <param name="isIncomplete">A part of its content is not in the file.</param>
    /// <param name="formsTooDeep">Forms were left out.</param>
    public void AddFindings(Canvas canvas, bool imageOnly, bool isIncomplete, bool formsTooDeep)
    {
        if (isIncomplete)
            Add("missing-content", Severity.Error, "The page names content that the file does not hold; what there is of it was read. Get the file again from its source.");
        if (formsTooDeep)
            Add("limit-depth", Severity.Warning, "Forms of the page are nested in themselves or deeper than the limit Depth; the inner ones were not read.");
        if (canvas.IsOverfull)
            Add("limit-drawing", Severity.Warning, string.Create(CultureInfo.InvariantCulture, $"The page is drawn with more than {Canvas.MostLines} lines or {Canvas.MostAreas} filled areas; further ones were left out."));
        if (imageOnly)
            Add("image-only", Severity.Warning, "The page is an image without text; its figures can only be read by text recognition.");
        AddLetterFindings(canvas);
        if (canvas.Letters.Count == 0 && canvas.CurvedShapes >= OutlinedText)
            Add("outlines-only", Severity.Warning, "The page has no text but many drawn shapes; its text was probably turned into outlines and cannot be read.");
    }

    public ImmutableArray<Diagnostic> ToImmutable() => [.. _diagnostics];

    private void AddLetterFindings(Canvas canvas)
    {
        int unmapped = 0;
        Span<int> hiddenDigits = stackalloc int[(int)Hidden.Covered + 1];
        foreach (ref readonly PaintedLetter letter in canvas.Letters.Span)
        {
            unmapped += letter.Hidden == Hidden.No && letter.IsUnmapped ? 1 : 0;
            hiddenDigits[(int)letter.Hidden] += letter.Hidden != Hidden.No && HasDigit(letter.Text) ? 1 : 0;
        }

        if (unmapped > 0)
            Add("unmapped-glyphs", Severity.Warning, string.Create(CultureInfo.InvariantCulture, $"The file does not say which characters {unmapped} glyphs of the page stand for."));
        AddHidden(hiddenDigits);
    }

    private void AddHidden(ReadOnlySpan<int> byReason)
    {
        int all = 0;
        string reasons = "";
        for (int reason = 0; reason < byReason.Length; reason++)
        {
            if (byReason[reason] == 0)
                continue;
            all += byReason[reason];
            reasons += (reasons.Length > 0 ? ", " : "") + string.Create(CultureInfo.InvariantCulture, $"{Describe((Hidden)reason)}: {byReason[reason]}");
        }

        if (all > 0)
            Add("hidden-numbers", Severity.Warning, string.Create(CultureInfo.InvariantCulture, $"{all} digits of the page cannot be seen on it and were not used ({reasons})."));
    }

    private static string Describe(Hidden reason) => reason switch
    {
        Hidden.Invisible => "invisible",
        Hidden.Clipped => "clipped away",
        Hidden.OffPage => "off the page",
        Hidden.SameAsBackground => "in the colour of the background",
        Hidden.Tiny => "tiny",
        Hidden.LayerOff => "on a layer that is off",
        _ => "painted over",
    };

    private static bool HasDigit(string text)
    {
        foreach (char character in text)
        {
            if (char.IsDigit(character))
                return true;
        }

        return false;
    }

    private void Add(string code, Severity severity, string message) => _diagnostics.Add(new Diagnostic(code, severity, message, page));
}
