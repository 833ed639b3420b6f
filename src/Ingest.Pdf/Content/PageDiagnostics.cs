using System.Collections.Immutable;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Pdf.Limits;

namespace Ingest.Pdf.Content;

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
            Add("missing-content", Severity.Error, new Phrase(
                "本页引用的部分内容不在文件中，已读取现有部分。请从来源处重新获取文件。",
                "The page names content that the file does not hold; what there is of it was read. Get the file again from its source."));
        if (formsTooDeep)
            Add("limit-depth", Severity.Warning, new Phrase(
                "本页的内嵌图文互相嵌套或嵌套层数超过限额 Depth，内层未读取。",
                "Forms of the page are nested in themselves or deeper than the limit Depth; the inner ones were not read."));
        if (canvas.IsOverfull)
            Add("limit-drawing", Severity.Warning, new Phrase(
                $"本页的线条超过 {Canvas.MostLines} 条或填充区域超过 {Canvas.MostAreas} 个，其余未计入。",
                $"The page is drawn with more than {Canvas.MostLines} lines or {Canvas.MostAreas} filled areas; further ones were left out."));
        if (imageOnly)
            Add("image-only", Severity.Warning, new Phrase(
                "本页是没有文字的图像，其中的数字只有经文字识别才能读取。",
                "The page is an image without text; its figures can only be read by text recognition."));
        AddLetterFindings(canvas);
        if (canvas.Letters.Count == 0 && canvas.CurvedShapes >= OutlinedText)
            Add("outlines-only", Severity.Warning, new Phrase(
                "本页没有文字，但有大量图形；文字很可能已转为轮廓，无法读取。",
                "The page has no text but many drawn shapes; its text was probably turned into outlines and cannot be read."));
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
            Add("unmapped-glyphs", Severity.Warning, new Phrase(
                $"本页有 {unmapped} 个字形，文件未说明其对应的字符。",
                $"The file does not say which characters {unmapped} glyphs of the page stand for."));
        AddHidden(hiddenDigits);
    }

    private void AddHidden(ReadOnlySpan<int> byReason)
    {
        int all = 0;
        List<Phrase> reasons = [];
        for (int reason = 0; reason < byReason.Length; reason++)
        {
            if (byReason[reason] == 0)
                continue;
            all += byReason[reason];
            Phrase described = Describe((Hidden)reason);
            reasons.Add(new Phrase($"{described.Chinese} {byReason[reason]} 个", $"{described.English}: {byReason[reason]}"));
        }

        if (all == 0)
            return;
        var list = Phrase.Join(new Phrase("，", ", "), reasons);
        Add("hidden-numbers", Severity.Warning, new Phrase(
            $"本页有 {all} 个数字在页面上不可见，未予采用（{list.Chinese}）。",
            $"{all} digits of the page cannot be seen on it and were not used ({list.English})."));
    }

    private static Phrase Describe(Hidden reason) => reason switch
    {
        Hidden.Invisible => new("隐形", "invisible"),
        Hidden.Clipped => new("被裁切", "clipped away"),
        Hidden.OffPage => new("在页面之外", "off the page"),
        Hidden.SameAsBackground => new("与底色相同", "in the colour of the background"),
        Hidden.Tiny => new("字号极小", "tiny"),
        Hidden.LayerOff => new("在关闭的图层上", "on a layer that is off"),
        _ => new("被遮盖", "painted over"),
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

    private void Add(string code, Severity severity, Phrase message) => _diagnostics.Add(new Diagnostic(code, severity, message, page));
}
