using Ingest.Contract.Documents;
using Ingest.Contract.Grids;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;

namespace Ingest.Core;

/// <summary>Says why a file that opens gave no statement: the difference between a scan, text that cannot be decoded, and another kind of document.</summary>
internal static class NothingRead
{
    /// <summary>More letters without meaning than this share make a text unusable.</summary>
    private const double GarbledShare = 0.2;

    /// <summary>Null when there are statements.</summary>
    public static Diagnostic? Explain(BudgetDocument read, IReadOnlyList<PageContent> pages, TextQuality quality)
    {
        if (!read.Statements.IsEmpty)
            return null;
        int images = pages.Count(page => page.Page.ImageOnly);
        string name = read.Source.FileName;
        if (images > 0 && images >= pages.Count - images)
            return new Diagnostic("scanned", Severity.Error, new Phrase(
                $"{name}：{pages.Count} 页中有 {images} 页是没有文字的图像。请获取原始文件，或先对扫描件进行文字识别。",
                $"{name}: {images} of {pages.Count} pages are images without text. Get the original file, or have the scan's text recognised first."));
        if (quality.Letters > 0 && quality.Unmapped >= quality.Letters * GarbledShare)
            return new Diagnostic("garbled", Severity.Error, new Phrase(
                $"{name}：{quality.Letters} 个字符中有 {quality.Unmapped} 个含义不明，因为文件的字体没有说明。请获取其他形式的文件；没有猜测任何内容。",
                $"{name}: {quality.Unmapped} of {quality.Letters} letters have no known meaning, because the fonts of the file do not say it. Get the file in another form; nothing was guessed."));
        return new Diagnostic("no-budget", Severity.Warning, new Phrase(
            $"{name}：{pages.Count} 页中没有识别出预算表或决算表。可用 ingest inspect 查看读到的内容。",
            $"{name}: no table of a budget or of final accounts was recognised in {pages.Count} pages. See ingest inspect for what was seen."));
    }
}

/// <summary>How much of the visible text could be decoded.</summary>
/// <param name="Letters">Visible letters.</param>
/// <param name="Unmapped">Those whose meaning the file does not give (U+FFFD) or puts into a private-use area.</param>
internal readonly record struct TextQuality(int Letters, int Unmapped)
{
    public TextQuality With(Page page)
    {
        int letters = Letters, unmapped = Unmapped;
        foreach (Letter letter in page.Letters)
        {
            if (!letter.IsVisible || letter.Text.Length == 0)
                continue;
            letters++;
            if (letter.Text[0] is '\uFFFD' or (>= '\uE000' and <= '\uF8FF'))
                unmapped++;
        }

        return new TextQuality(letters, unmapped);
    }
}
